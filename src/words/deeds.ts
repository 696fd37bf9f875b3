import type { DeedName } from "#src/learning/signals/offers.ts";
import { both } from "./both.ts";

type Deeds = {
  button: Record<DeedName, string>;
  more: string;
  fields: string;
  replyLabel: string;
  replyHint: string;
  whichHelped: string;
  noMoney: string;
  checkpoint: string;
  answerLabel: string;
  choice: string;
  to: string;
  pick: string;
  learnt: string;
  learntHint: string;
  whyShort: string;
  next: string;
  stayLabel: string;
  widenLabel: string;
  withdrawSure: string;
  notHereWhy: string;
  shield: string;
  shieldHint: string;
  triedLabel: string;
  holdQuestion: string;
  readers: string;
  found: string;
};

/** What one can do with a signal: the button, and the questions that belong to it. */
export const deeds = both<Deeds>(
  {
    button: {
      hold: "Ja, het houdt",
      "fall-back": "Nee, het viel terug",
      tried: "Wij hebben het geprobeerd",
      answer: "Antwoord",
      "pass-on": "Geef door",
      route: "Leg voor",
      reply: "Ik denk mee",
      helped: "Een reactie hielp",
      also: "Hier loop ik ook op vast",
      "take-up": "Wij nemen dit over",
      "held-there": "Het werkt bij ons ook",
      "not-here": "Bij ons werkte het niet",
      told: "Ik heb het de inwoner verteld",
      "ask-held": "Vraag of het houdt",
      "not-solved": "Niet opgelost",
      stay: "Niet op te lossen, wij blijven erbij",
      widen: "Deel met meer collega’s",
      withdraw: "Trek in",
    },
    more: "Wat u nog meer kunt doen",
    fields: "Uw woorden",
    replyLabel: "Wat zou u doen? Wat hebt u al eens gedaan?",
    replyHint: "Eén zin is genoeg. Namen hoeven niet.",
    whichHelped: "Welke reactie hielp?",
    noMoney: "Het is opgelost zonder geld",
    checkpoint: "Op welke dag kijken we of het houdt?",
    answerLabel: "In gewone woorden, voor wie het bracht",
    choice: "Wat gaat u doen?",
    to: "Aan wie?",
    pick: "Kies iemand",
    learnt: "Wat weet u er al van?",
    learntHint: "Zo hoeft niemand opnieuw te beginnen. De termijn blijft dezelfde.",
    whyShort: "Wilt u er iets bij zeggen?",
    next: "Op welke dag kijken we weer?",
    stayLabel: "Wie blijft in de buurt, en hoe?",
    widenLabel: "Met wie ook?",
    withdrawSure: "Daarna leest niemand anders het nog.",
    notHereWhy: "Waarom niet? Daar leren anderen van.",
    shield: "Hierin is iemand herkenbaar",
    shieldHint: "Een klik schermt de tekst meteen af.",
    triedLabel: "Hoe ging het?",
    holdQuestion: "Houdt het?",
    readers: "Welke collega’s?",
    found: "Gevonden:",
  },
  {
    button: {
      hold: "Yes, it holds",
      "fall-back": "No, it fell back",
      tried: "We tried it",
      answer: "Answer",
      "pass-on": "Pass on",
      route: "Put before",
      reply: "I think along",
      helped: "A reply helped",
      also: "I run into this too",
      "take-up": "We take this up",
      "held-there": "It works for us too",
      "not-here": "It did not work for us",
      told: "I told the resident",
      "ask-held": "Ask whether it holds",
      "not-solved": "Not solved",
      stay: "Cannot be solved, we stay near",
      widen: "Share with more colleagues",
      withdraw: "Withdraw",
    },
    more: "What else you can do",
    fields: "Your words",
    replyLabel: "What would you do? What have you done before?",
    replyHint: "One sentence is enough. Names are not needed.",
    whichHelped: "Which reply helped?",
    noMoney: "It was solved without money",
    checkpoint: "On which day do we look whether it holds?",
    answerLabel: "In plain words, for whoever brought it",
    choice: "What will you do?",
    to: "To whom?",
    pick: "Choose somebody",
    learnt: "What do you know about it already?",
    learntHint: "So that nobody has to start again. The term stays the same.",
    whyShort: "Would you like to add something?",
    next: "On which day do we look again?",
    stayLabel: "Who stays near, and how?",
    widenLabel: "With whom too?",
    withdrawSure: "After that nobody else reads it.",
    notHereWhy: "Why not? Others learn from that.",
    shield: "Somebody is recognisable in this",
    shieldHint: "One click shields the text at once.",
    triedLabel: "How did it go?",
    holdQuestion: "Does it hold?",
    readers: "Which colleagues?",
    found: "Found:",
  },
);
