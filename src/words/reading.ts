import type { FactKind, Refusal } from "#src/learning/signals/signal.ts";
import type { Ground } from "#src/learning/signals/words.ts";
import { both } from "./both.ts";

type Reading = {
  fact: Record<FactKind, string>;
  refusal: Record<Refusal | "changed-meanwhile" | "recognisable", string>;
  by: (title: string, team: string) => string;
  bringer: (role: string, team: string) => string;
  forResident: (who: string) => string;
  answersBefore: (who: string, day: string) => string;
  answersBeforeToday: string;
  daysLeft: (count: number) => string;
  daysLate: (count: number) => string;
  nobodyAsked: (day: string) => string;
  facilitatorRoutes: string;
  later: string;
  checkpointOn: (day: string) => string;
  checkpointToday: string;
  notConfirmed: string;
  saysHeld: string;
  staysUntil: (day: string) => string;
  sharedWith: (audience: string) => string;
  passedTo: (who: string) => string;
  helpedBadge: string;
  withoutMoney: string;
  shieldedText: string;
  erasedText: (day: string) => string;
  erasedReply: string;
  erasedWhy: Record<Ground, string>;
  undo: string;
  justDone: string;
  course: string;
  harm: string;
  mattersSaid: string;
  mattersThought: string;
  mattersNotAsked: string;
  level: string;
  alsoCount: (count: number) => string;
  bringerAdded: string;
  openWorks: string;
  openAmong: string;
};

/** Reading a signal: what happened, who still has to do something, and why a deed was not possible. */
export const reading = both<Reading>(
  {
    fact: {
      released: "Gedeeld",
      reply: "Een collega dacht mee",
      also: "Hier loopt iemand ook op vast",
      helped: "Dit hielp, zegt wie het bracht",
      answered: "Antwoord",
      refused: "Nee, met een reden",
      "passed-on": "Doorgegeven",
      routed: "Voorgelegd",
      "to-facilitator": "Niemand kon antwoorden: naar de leercoach",
      tried: "Geprobeerd",
      "held-asked": "De vraag: houdt het?",
      held: "Het houdt stand",
      "fallen-back": "Teruggevallen",
      "not-solved": "Niet opgelost: weer open",
      stays: "Niet op te lossen, wij blijven erbij",
      withdrawn: "Ingetrokken",
      widened: "Met meer collega’s gedeeld",
      "taken-up": "Overgenomen door een ander team",
      "held-there": "Het werkt daar ook",
      "not-here": "Daar werkte het niet",
      told: "Verteld aan de inwoner",
      shielded: "Een tekst is afgeschermd",
      "shield-lifted": "Een tekst is weer te lezen",
      erased: "Woorden zijn gewist",
      undone: "Teruggenomen",
    },
    refusal: {
      "not-in-this-state": "Dit kan nu niet meer: er is intussen iets veranderd. Bekijk eerst wat er gebeurde.",
      "changed-meanwhile": "Er gebeurde iets terwijl u schreef. Lees dat eerst. Uw tekst staat er nog.",
      "not-the-bringer": "Alleen wie dit bracht, kan dit zeggen. U kunt wel meedenken.",
      "own-signal": "U bracht dit zelf.",
      "not-addressed-to-you": "Deze vraag is aan iemand anders gesteld. U kunt wel meedenken.",
      "already-said": "Dit hebt u al gezegd.",
      "words-missing": "Schrijf er een zin bij.",
      "no-such-reply": "Kies welke reactie hielp.",
      "checkpoint-missing": "Kies de dag waarop we kijken of het houdt. Schrijf hem zo: 24 december 2026.",
      "checkpoint-too-far": "Kies een dag binnen twee jaar.",
      "checkpoint-passed": "Kies een dag die nog moet komen.",
      "before-checkpoint": "De afgesproken dag is nog niet geweest. Valt het eerder terug? Dan kunt u dat nu al zeggen.",
      "no-such-receiver": "Kies iemand die hierop kan antwoorden.",
      "not-wider": "U deelt dit al met deze mensen. Minder mensen kan niet meer; intrekken wel.",
      "readers-missing": "Kies ten minste één collega.",
      "own-team": "Dit komt uit uw eigen team. Een ander team kan het overnemen.",
      "not-taken-up-by-you": "Wie het overnam, zegt of het werkt.",
      "no-resident": "Dit signaal draagt niet de stem van een inwoner.",
      "nothing-to-undo": "De halve minuut is voorbij, of er gebeurde al iets anders. Het staat nu in de geschiedenis.",
      "not-this-kind": "Dit past niet bij dit soort signaal.",
      "sentence-missing": "Schrijf in één zin waar het vastliep of wat werkte.",
      "not-a-facilitator": "De leercoach legt dit voor.",
      "already-asked": "Dit ligt al bij deze persoon.",
      "choice-missing": "Kies een antwoord.",
      "role-may-not": "In deze rol kan dat niet.",
      recognisable: "Hierin is iemand te herkennen. Haal weg wat hieronder staat en verstuur opnieuw. Uw tekst staat er nog.",
    },
    by: (title, team) => `${title}, ${team}`,
    bringer: (role, team) => `een ${role} van ${team}`,
    forResident: (who) => `met de stem van ${who}`,
    answersBefore: (who, day) => `${who} antwoordt uiterlijk ${day}`,
    answersBeforeToday: "vandaag is de laatste dag",
    daysLeft: (count) => (count === 1 ? "nog 1 werkdag" : `nog ${count} werkdagen`),
    daysLate: (count) => (count === 1 ? "1 werkdag te laat" : `${count} werkdagen te laat`),
    nobodyAsked: (day) => `Nog niemand gevraagd. Op ${day} komt het bij de leercoach.`,
    facilitatorRoutes: "De leercoach zoekt wie kan antwoorden",
    later: "Daarna kijken we op een afgesproken dag of het houdt",
    checkpointOn: (day) => `Op ${day} kijken we of het houdt`,
    checkpointToday: "Houdt het? Wie het bracht, zegt het",
    notConfirmed: "niet bevestigd",
    saysHeld: "Alleen wie het bracht of de inwoner zegt dat het houdt",
    staysUntil: (day) => `Op ${day} kijken we weer`,
    sharedWith: (audience) => `met ${audience}`,
    passedTo: (who) => `aan: ${who}`,
    helpedBadge: "dit hielp",
    withoutMoney: "opgelost zonder geld",
    shieldedText: "Deze tekst is afgeschermd: er is iemand in te herkennen.",
    erasedText: (day) => `Deze tekst is gewist op ${day}.`,
    erasedReply: "Deze tekst is gewist.",
    erasedWhy: {
      recognisable: "Er was iemand in te herkennen.",
      asked: "Iemand vroeg erom.",
      unlawful: "Dit had hier niet mogen staan.",
      duty: "Dat moest van de wet of van een rechter.",
    },
    undo: "Neem terug",
    justDone: "Staat erbij. U kunt dit een halve minuut terugnemen.",
    course: "Wat er gebeurde",
    harm: "dit doet nu schade",
    mattersSaid: "Wat telt, in eigen woorden:",
    mattersThought: "Wat telt, denkt wie dit bracht:",
    mattersNotAsked: "Wat voor de inwoner telt, is niet gevraagd.",
    level: "de regel is een",
    alsoCount: (count) => (count === 1 ? "Nog 1 collega liep hierop vast" : `Nog ${count} collega’s liepen hierop vast`),
    bringerAdded: "Wie het bracht, vulde aan",
    openWorks: "wie neemt dit over?",
    openAmong: "onder collega’s",
  },
  {
    fact: {
      released: "Shared",
      reply: "A colleague thought along",
      also: "Somebody else runs into this too",
      helped: "This helped, says who brought it",
      answered: "Answer",
      refused: "No, with a reason",
      "passed-on": "Passed on",
      routed: "Put before somebody",
      "to-facilitator": "Nobody could answer: to the learning coach",
      tried: "Tried",
      "held-asked": "The question: does it hold?",
      held: "It holds",
      "fallen-back": "Fell back",
      "not-solved": "Not solved: open again",
      stays: "Cannot be solved, we stay near",
      withdrawn: "Withdrawn",
      widened: "Shared with more colleagues",
      "taken-up": "Taken up by another team",
      "held-there": "It works there too",
      "not-here": "It did not work there",
      told: "Told to the resident",
      shielded: "A text was shielded",
      "shield-lifted": "A text can be read again",
      erased: "Words were erased",
      undone: "Taken back",
    },
    refusal: {
      "not-in-this-state": "This is no longer possible: something changed meanwhile. Look first at what happened.",
      "changed-meanwhile": "Something happened while you wrote. Read that first. Your text is still here.",
      "not-the-bringer": "Only whoever brought this can say so. You can think along.",
      "own-signal": "You brought this yourself.",
      "not-addressed-to-you": "This question was put to somebody else. You can think along.",
      "already-said": "You said this already.",
      "words-missing": "Add a sentence.",
      "no-such-reply": "Choose which reply helped.",
      "checkpoint-missing": "Choose the day on which we look whether it holds. Write it like this: 24 December 2026.",
      "checkpoint-too-far": "Choose a day within two years.",
      "checkpoint-passed": "Choose a day that is still to come.",
      "before-checkpoint": "The agreed day has not come yet. Does it fall back earlier? Then you can say so now.",
      "no-such-receiver": "Choose somebody who can answer this.",
      "not-wider": "You already share this with these people. Fewer is not possible; withdrawing is.",
      "readers-missing": "Choose at least one colleague.",
      "own-team": "This comes from your own team. Another team can take it up.",
      "not-taken-up-by-you": "Whoever took it up says whether it works.",
      "no-resident": "This signal does not carry a resident’s voice.",
      "nothing-to-undo": "The half minute has passed, or something else happened already. It is part of the history now.",
      "not-this-kind": "This does not fit this kind of signal.",
      "sentence-missing": "Write in one sentence where it got stuck or what worked.",
      "not-a-facilitator": "The learning coach puts this before somebody.",
      "already-asked": "This is already with this person.",
      "choice-missing": "Choose an answer.",
      "role-may-not": "That is not possible in this role.",
      recognisable: "Somebody can be recognised in this. Take out what is listed below and send it again. Your text is still here.",
    },
    by: (title, team) => `${title}, ${team}`,
    bringer: (role, team) => `${role}, ${team}`,
    forResident: (who) => `in the voice of ${who}`,
    answersBefore: (who, day) => `${who} answers by ${day}`,
    answersBeforeToday: "today is the last day",
    daysLeft: (count) => (count === 1 ? "1 working day left" : `${count} working days left`),
    daysLate: (count) => (count === 1 ? "1 working day late" : `${count} working days late`),
    nobodyAsked: (day) => `Nobody was asked yet. On ${day} it comes to the learning coach.`,
    facilitatorRoutes: "The learning coach looks for who can answer",
    later: "After that we look on an agreed day whether it holds",
    checkpointOn: (day) => `On ${day} we look whether it holds`,
    checkpointToday: "Does it hold? Whoever brought it says so",
    notConfirmed: "not confirmed",
    saysHeld: "Only whoever brought it, or the resident, says that it holds",
    staysUntil: (day) => `On ${day} we look again`,
    sharedWith: (audience) => `with ${audience}`,
    passedTo: (who) => `to: ${who}`,
    helpedBadge: "this helped",
    withoutMoney: "solved without money",
    shieldedText: "This text is shielded: somebody can be recognised in it.",
    erasedText: (day) => `This text was erased on ${day}.`,
    erasedReply: "This text was erased.",
    erasedWhy: {
      recognisable: "Somebody could be recognised in it.",
      asked: "Somebody asked for it.",
      unlawful: "This should not have stood here.",
      duty: "A law or a judge required it.",
    },
    undo: "Take back",
    justDone: "It is there. You can take this back for half a minute.",
    course: "What happened",
    harm: "this does harm now",
    mattersSaid: "What matters, in own words:",
    mattersThought: "What matters, thinks who brought it:",
    mattersNotAsked: "What matters to the resident was not asked.",
    level: "the rule is a",
    alsoCount: (count) => (count === 1 ? "1 more colleague ran into this" : `${count} more colleagues ran into this`),
    bringerAdded: "Whoever brought it added",
    openWorks: "who takes this up?",
    openAmong: "among colleagues",
  },
);
