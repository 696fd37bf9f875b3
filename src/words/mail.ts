import { both } from "./both.ts";

const few = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
const fewEnglish = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** What an e-mail says, and the page on which one chooses how often it comes. Never a word about people or signals. */
export const mail = both(
  {
    subject: "Er staat iets voor u klaar",
    ready: (count: number) => (count === 1 ? "Er staat één ding voor u klaar in Haarvat." : `Er staan ${few[count] ?? count} dingen voor u klaar in Haarvat.`),
    look: "Kijk wat er klaarstaat",
    why: {
      digest: "U krijgt deze mail omdat u nog niet alles las. Zo’n mail komt hoogstens één keer per werkdag.",
      direct: "U krijgt deze mail meteen, omdat iemand u iets vraagt of u antwoord geeft.",
      all: "U krijgt deze mail omdat u alles meteen wilt horen.",
    },
    change: "Liever minder mail, of juist meer?",
    toChange: "Kies zelf wanneer wij mailen",
    silent: "Wat er staat, leest u alleen in Haarvat. In onze mail staat nooit iets over mensen.",
    invitation: {
      subject: "Uw uitnodiging voor Haarvat",
      lead: (municipality: string) => `Gemeente ${municipality} nodigt u uit voor Haarvat.`,
      enter: "Kom binnen in Haarvat",
      code: (code: string) => `Daar vragen wij u om deze code: ${code}`,
      once: "De link werkt één keer, tot 24 uur na deze mail. Geef de link aan niemand anders.",
      unexpected: "Kende u Haarvat niet en verwachtte u niets? Dan hoeft u niets te doen.",
    },
    language: "Taal van pagina’s en mail",
    languages: { nl: "Nederlands", en: "English" },
    rhythm: "Wanneer mailen wij u?",
    rhythms: {
      daily: "Eén keer per werkdag",
      "at-once": "Alles meteen",
      none: "Nooit",
    },
    rhythmHint: "Vraagt iemand u iets? Dan mailen wij meteen, tenzij u Nooit kiest. In een mail staat nooit iets over mensen.",
    goesTo: (address: string) => `Wij mailen naar ${address}.`,
    noAddress: "Wij kennen uw e-mailadres niet. Vraag uw beheerder om het in te vullen.",
    notArrived: "Onze laatste mail kwam niet aan. Vraag uw beheerder of uw e-mailadres klopt.",
    off: "Dit is een voorbeeld: er gaat geen mail de deur uit.",
    save: "Bewaar",
    saved: "Bewaard.",
  },
  {
    subject: "Something is waiting for you",
    ready: (count: number) =>
      count === 1 ? "One thing is waiting for you in Haarvat." : `There are ${fewEnglish[count] ?? count} things waiting for you in Haarvat.`,
    look: "See what is waiting",
    why: {
      digest: "You get this e-mail because there is something you have not read. It comes at most once each working day.",
      direct: "You get this e-mail at once, because somebody asks you something or answers you.",
      all: "You get this e-mail because you want to hear of everything at once.",
    },
    change: "Would you like less e-mail, or more?",
    toChange: "Choose when we e-mail you",
    silent: "What it is about you read in Haarvat only. Our e-mail never holds anything about people.",
    invitation: {
      subject: "Your invitation to Haarvat",
      lead: (municipality: string) => `The municipality of ${municipality} invites you to Haarvat.`,
      enter: "Enter Haarvat",
      code: (code: string) => `There we ask you for this code: ${code}`,
      once: "The link works once, until 24 hours after this e-mail. Give the link to nobody else.",
      unexpected: "You do not know Haarvat and expected nothing? Then you need not do anything.",
    },
    language: "Language of pages and e-mail",
    languages: { nl: "Nederlands", en: "English" },
    rhythm: "When do we e-mail you?",
    rhythms: {
      daily: "Once each working day",
      "at-once": "Everything at once",
      none: "Never",
    },
    rhythmHint: "Does somebody ask you something? Then we e-mail at once, unless you choose Never. An e-mail never holds anything about people.",
    goesTo: (address: string) => `We e-mail you at ${address}.`,
    noAddress: "We do not know your e-mail address. Ask your administrator to fill it in.",
    notArrived: "Our last e-mail did not arrive. Ask your administrator whether your e-mail address is right.",
    off: "This is a demonstration: no e-mail goes out.",
    save: "Save",
    saved: "Saved.",
  },
);
