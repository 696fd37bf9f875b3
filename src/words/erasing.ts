import type { Ground } from "#src/learning/signals/words.ts";
import type { Part } from "#src/learning/signals/signal.ts";
import { both } from "./both.ts";

type Erasing = {
  shieldedTitle: string;
  shieldedLead: string;
  shieldedNone: string;
  judge: string;
  part: Record<Part, string>;
  ofTeam: (part: string, team: string) => string;
  since: (day: string) => string;
  judgeTitle: string;
  lift: string;
  liftLead: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  reasonRecognisable: string;
  erase: string;
  eraseLead: string;
  eraseAll: string;
  eraseSignalTitle: (team: string) => string;
  eraseDraftTitle: string;
  howMany: (count: number) => string;
  ground: string;
  grounds: Record<Ground, string>;
  groundMissing: string;
  eraseNow: string;
  backups: string;
  kept: string;
  wooPending: string;
  erasedTitle: string;
  erasedLead: string;
  erasedNone: string;
  erasedOf: Record<"signal" | "draft", string>;
  who: string;
};

/** Judging what was shielded, and erasing words. */
export const erasing = both<Erasing>(
  {
    shieldedTitle: "Afgeschermde teksten",
    shieldedLead: "Iemand zag dat er een mens in te herkennen is. Nu leest alleen de schrijver dit nog. U beslist wat ermee gebeurt.",
    shieldedNone: "Er is nu niets afgeschermd.",
    judge: "Lees en beslis",
    part: { sentence: "de zin", story: "het verhaal", matters: "wat ertoe doet", reply: "een reactie", answer: "een antwoord", reason: "een toelichting" },
    ofTeam: (part, team) => `${part} bij een signaal van ${team}`,
    since: (day) => `afgeschermd op ${day}`,
    judgeTitle: "Is hier iemand in te herkennen?",
    lift: "Nee, maak weer leesbaar",
    liftLead: "Daarna leest iedereen dit weer met wie het gedeeld was. Uw reden staat erbij.",
    reason: "Waarom kan dit weer gelezen worden?",
    reasonHint: "Iedereen die het signaal leest, ziet deze reden.",
    reasonMissing: "Schrijf op waarom dit weer gelezen kan worden.",
    reasonRecognisable: "In de reden is iemand te herkennen. Haal dat eruit en verstuur opnieuw.",
    erase: "Ja, wis deze tekst",
    eraseLead: "De woorden gaan overal weg: hier, in zoeken, in bestanden die iemand meeneemt en in wat iemand nog schrijft. Dit kan niet terug.",
    eraseAll: "Wis alle woorden hiervan",
    eraseSignalTitle: (team) => `Alle woorden van een signaal van ${team} wissen`,
    eraseDraftTitle: "Een tekst in de maak wissen",
    howMany: (count) => (count === 1 ? "Het gaat om 1 tekst. U leest die hier niet." : `Het gaat om ${count} teksten. U leest die hier niet.`),
    ground: "Waarom moet dit weg?",
    grounds: {
      recognisable: "Er is iemand in te herkennen",
      asked: "Iemand vraagt erom (AVG, artikel 17)",
      unlawful: "Dit had hier niet mogen staan",
      duty: "Het moet van de wet of van een rechter",
    },
    groundMissing: "Kies waarom dit weg moet.",
    eraseNow: "Wis voorgoed",
    backups: "In reservekopieën staan de woorden nog, tot die kopieën verlopen. Ook bestanden die iemand eerder meenam, veranderen niet meer.",
    kept: "Wat er gebeurde en wanneer, blijft staan. Op de plek van de tekst staat dat die gewist is, en op welke dag.",
    wooPending: "Er loopt een Woo-verzoek. Weeg mee of deze tekst daarover gaat, en overleg met wie het verzoek behandelt.",
    erasedTitle: "Wat gewist is",
    erasedLead: "Van elke tekst blijft alleen staan dat die er was, wanneer die gewist is en waarom. De woorden zelf bewaren wij niet.",
    erasedNone: "Er is nog niets gewist.",
    erasedOf: { signal: "bij een signaal", draft: "in een tekst in de maak" },
    who: "Wie was hierbij?",
  },
  {
    shieldedTitle: "Shielded texts",
    shieldedLead: "Somebody saw that a person can be recognised in it. Now only its writer still reads it. You decide what happens to it.",
    shieldedNone: "Nothing is shielded now.",
    judge: "Read and decide",
    part: { sentence: "the sentence", story: "the story", matters: "what matters", reply: "a reply", answer: "an answer", reason: "an explanation" },
    ofTeam: (part, team) => `${part} of a signal of ${team}`,
    since: (day) => `shielded on ${day}`,
    judgeTitle: "Can somebody be recognised in this?",
    lift: "No, make it readable again",
    liftLead: "After that everybody it was shared with reads it again. Your reason stands beside it.",
    reason: "Why can this be read again?",
    reasonHint: "Everybody who reads the signal sees this reason.",
    reasonMissing: "Write why this can be read again.",
    reasonRecognisable: "Somebody can be recognised in the reason. Take that out and send it again.",
    erase: "Yes, erase this text",
    eraseLead: "The words go everywhere: here, in search, in files that somebody takes along and in what is being written. This cannot be undone.",
    eraseAll: "Erase all words of this",
    eraseSignalTitle: (team) => `Erase all words of a signal of ${team}`,
    eraseDraftTitle: "Erase a text being written",
    howMany: (count) => (count === 1 ? "It is about 1 text. You do not read it here." : `It is about ${count} texts. You do not read them here.`),
    ground: "Why must this go?",
    grounds: {
      recognisable: "Somebody can be recognised in it",
      asked: "Somebody asks for it (GDPR, article 17)",
      unlawful: "This should not have stood here",
      duty: "A law or a judge requires it",
    },
    groundMissing: "Choose why this must go.",
    eraseNow: "Erase for good",
    backups: "In backups the words remain until those copies expire. Files that somebody took along earlier do not change any more either.",
    kept: "What happened and when stays. In the place of the text stands that it was erased, and on which day.",
    wooPending: "A Woo request is pending. Weigh whether this text is part of it, and talk to whoever handles the request.",
    erasedTitle: "What was erased",
    erasedLead: "Of each text only remains that it was there, when it was erased and why. We do not keep the words themselves.",
    erasedNone: "Nothing was erased yet.",
    erasedOf: { signal: "of a signal", draft: "in a text being written" },
    who: "Who was at this?",
  },
);
