import { both } from "./both.ts";

type Drafting = {
  drafts: string;
  draftsLead: string;
  draftsNone: string;
  erased: (day: string) => string;
  mine: string;
  team: string;
  by: (title: string) => string;
  takeOver: string;
  takeOverHint: string;
  notYours: string;
  writerLeft: string;
  leftBehind: string;
  conflictTitle: string;
  conflictLead: string;
  yours: string;
  theirs: string;
  keepYours: string;
  keepTheirs: string;
  emptySentence: string;
  thrown: string;
  bringBack: string;
  noteDate: string;
  gone: string;
  conflictPress: string;
};

/** What is being written: the list of it, taking over, and two texts that differ. */
export const drafting = both<Drafting>(
  {
    drafts: "In de maak",
    draftsLead: "Wat u en uw team schrijven en nog niet deelden. Een collega kan het overnemen.",
    draftsNone: "Hier staat nog niets. Wat u begint te schrijven, vindt u hier terug.",
    erased: (day) => `Een tekst van u in de maak is gewist op ${day}, door de functionaris gegevensbescherming.`,
    mine: "Van u",
    team: "Van uw team",
    by: (title) => `geschreven door ${title}`,
    takeOver: "Neem over",
    takeOverHint: "U schrijft dan verder. De ander vindt de tekst terug bij die van uw team.",
    writerLeft: "werkt hier niet meer, neem het over",
    leftBehind: "Wie dit schreef, werkt hier niet meer. U kunt het lezen, en overnemen.",
    notYours: "Een collega schrijft hieraan. U kunt het lezen, of overnemen.",
    conflictTitle: "Deze tekst veranderde ook ergens anders",
    conflictLead: "Beide teksten staan hier naast elkaar. Er is niets verloren.",
    yours: "Wat u nu schreef",
    theirs: "Wat er intussen bewaard is",
    keepYours: "Bewaar mijn tekst",
    keepTheirs: "Houd de bewaarde tekst",
    emptySentence: "(nog zonder zin)",
    thrown: "Weggegooid.",
    bringBack: "Haal terug",
    noteDate: "laatst bewaard op",
    gone: "Dit is al gedeeld of weggegooid.",
    conflictPress: "Deze tekst veranderde ook ergens anders. Druk op “Bewaar voor later” om beide te zien.",
  },
  {
    drafts: "Being written",
    draftsLead: "What you and your team are writing and did not share yet. A colleague can take it over.",
    draftsNone: "Nothing here yet. What you start to write, you find back here.",
    erased: (day) => `A text you were writing was erased on ${day}, by the privacy officer.`,
    mine: "Yours",
    team: "Your team’s",
    by: (title) => `written by ${title}`,
    takeOver: "Take over",
    takeOverHint: "You go on writing then. The other finds the text among those of your team.",
    writerLeft: "works here no longer, take it over",
    leftBehind: "Who wrote this works here no longer. You can read it, and take it over.",
    notYours: "A colleague is writing this. You can read it, or take it over.",
    conflictTitle: "This text was changed elsewhere too",
    conflictLead: "Both texts stand side by side here. Nothing was lost.",
    yours: "What you wrote now",
    theirs: "What was saved meanwhile",
    keepYours: "Save my text",
    keepTheirs: "Keep the saved text",
    emptySentence: "(no sentence yet)",
    thrown: "Thrown away.",
    bringBack: "Bring back",
    noteDate: "last saved on",
    gone: "This was shared or thrown away already.",
    conflictPress: "This text was changed elsewhere too. Press “Keep for later” to see both.",
  },
);
