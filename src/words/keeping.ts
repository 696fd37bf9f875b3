import type { Basis, KeptKind, Since } from "#src/gate/retention/terms.ts";
import { both } from "./both.ts";

type Keeping = {
  title: string;
  lead: string;
  kind: Record<KeptKind, string>;
  since: Record<Since, string>;
  basis: Record<Basis, string>;
  months: (count: number) => string;
  kept: (months: string, since: string) => string;
  ownTerm: (standard: string) => string;
  past: (count: number) => string;
  pastFrom: (oldest: string) => string;
  nothing: string;
  choose: (count: number) => string;
  destroy: string;
  destroyLead: string;
  chooseKind: string;
  lookAgain: string;
  change: (kind: string) => string;
  monthsLabel: string;
  monthsHint: (standard: string) => string;
  monthsMissing: string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  automatic: string;
  automaticHint: string;
  isAutomatic: string;
  save: string;
  wooTitle: string;
  wooLead: string;
  wooStops: string;
  wooFrom: (day: string, about: string) => string;
  wooEnded: (day: string) => string;
  wooEnd: string;
  wooNote: string;
  wooDay: string;
  wooDayMissing: string;
  wooAbout: string;
  wooAboutHint: string;
  wooAboutMissing: string;
  wooRecognisable: string;
  declared: string;
  declaredNone: string;
  declaration: string;
  declarationLead: (municipality: string) => string;
  declaredOn: (day: string, who: string) => string;
  byItself: string;
  what: string;
  pieces: string;
  period: string;
  term: string;
  source: string;
  method: string;
  staysTitle: string;
  stays: readonly string[];
  confirm: string;
};

/** How long what is kept, what goes, and the declaration of what was destroyed. */
export const keeping = both<Keeping>(
  {
    title: "Bewaren en vernietigen",
    lead: "Hier ziet u wat over de bewaartermijn is. Er gaat niets weg voordat u dat zegt, of het eerder zo instelde.",
    kind: {
      draft: "teksten in de maak waar niemand aan werkt",
      message: "gelezen berichten",
      outbox: "afgehandelde meldingen",
      withdrawn: "ingetrokken signalen, met alle woorden",
      signal: "afgeronde signalen, met alle woorden",
    },
    since: {
      saved: "nadat de tekst voor het laatst is bewaard",
      read: "nadat het bericht is gelezen",
      delivered: "nadat de melding is afgehandeld",
      withdrawn: "nadat het signaal is ingetrokken",
      closed: "nadat er voor het laatst iets gebeurde",
    },
    basis: {
      "storage-limitation": "AVG, artikel 5 lid 1 onder e: niet langer dan nodig",
      archive: "Archiefwet en de selectielijst voor gemeenten: de gemeente bevestigt deze termijn",
    },
    months: (count) => (count === 1 ? "1 maand" : `${count} maanden`),
    kept: (months, since) => `${months} ${since}`,
    ownTerm: (standard) => `eigen termijn; gewoon is ${standard}`,
    past: (count) => (count === 1 ? "1 over de termijn" : `${count} over de termijn`),
    pastFrom: (oldest) => `het oudste van ${oldest}`,
    nothing: "niets over de termijn",
    choose: (count) => (count === 1 ? "Vernietig dit stuk" : `Vernietig deze ${count} stukken`),
    destroy: "Vernietig voorgoed",
    destroyLead: "Dit kan niet terug. Er komt een verklaring van vernietiging die u kunt afdrukken.",
    chooseKind: "Kies wat u nu vernietigt.",
    lookAgain: "Deze pagina is van een andere dag. Kijk eerst wat er nu over de termijn is.",
    change: (kind) => `Termijn van ${kind}`,
    monthsLabel: "Hoeveel maanden bewaren?",
    monthsHint: (standard) => `Gewoon is ${standard}. Korter mag altijd.`,
    monthsMissing: "Schrijf een heel aantal maanden op, van 1 tot en met 1200.",
    reason: "Waarom langer?",
    reasonHint: "Alleen nodig als u langer bewaart dan gewoon.",
    reasonMissing: "Schrijf op waarom dit langer bewaard moet blijven.",
    automatic: "Laat dit voortaan vanzelf weggaan",
    automaticHint: "Elk uur kijkt Haarvat of er iets over de termijn is. Ook dan komt er een verklaring.",
    isAutomatic: "gaat vanzelf",
    save: "Bewaar deze termijn",
    wooTitle: "Een Woo-verzoek stopt dit",
    wooLead: "Zolang er een verzoek loopt om stukken openbaar te maken, vernietigt Haarvat niets.",
    wooStops: "Er loopt een Woo-verzoek. Zolang dat loopt, gaat er niets weg, ook niet vanzelf.",
    wooFrom: (day, about) => `${about} (gekregen op ${day})`,
    wooEnded: (day) => `afgehandeld op ${day}`,
    wooEnd: "Dit verzoek is afgehandeld",
    wooNote: "Noteer een verzoek",
    wooDay: "Wanneer is het gekregen?",
    wooDayMissing: "Schrijf op wanneer het verzoek is gekregen: vandaag of eerder.",
    wooAbout: "Waar gaat het over?",
    wooAboutHint: "In gewone woorden, zonder wie het vraagt.",
    wooAboutMissing: "Schrijf op waar het verzoek over gaat.",
    wooRecognisable: "Hierin is iemand te herkennen. Haal dat eruit en verstuur opnieuw.",
    declared: "Verklaringen van vernietiging",
    declaredNone: "Er is nog niets vernietigd.",
    declaration: "Verklaring van vernietiging",
    declarationLead: (municipality) => `Gemeente ${municipality} heeft deze stukken vernietigd, omdat de bewaartermijn voorbij was.`,
    declaredOn: (day, who) => `${day}, door ${who}`,
    byItself: "Haarvat, zoals was ingesteld",
    what: "Wat",
    pieces: "Aantal",
    period: "Van en tot",
    term: "Termijn",
    source: "Bron",
    method: "De stukken zijn verwijderd uit de database. In reservekopieën staan ze nog, tot die kopieën verlopen.",
    staysTitle: "Wat hier niet bij hoort",
    stays: [
      "Sessies gaan een dag na het laatste gebruik vanzelf. Dat iemand mail kreeg, gaat na negentig dagen vanzelf.",
      "Signalen die nog lopen, blijven tot ze zijn afgerond.",
      "Het logboek blijft. Elke regel hangt vast aan de vorige, en pas dan valt te zien dat er niets is veranderd.",
      "Wat er van gewiste teksten overblijft, blijft. Anders komen de woorden terug uit een oud bestand.",
      "Verklaringen van vernietiging blijven.",
    ],
    confirm: "De gemeente bevestigt deze termijnen met de eigen selectielijst en archivaris.",
  },
  {
    title: "Keeping and destroying",
    lead: "Here you see what is past its term. Nothing goes before you say so, or set it so earlier.",
    kind: {
      draft: "texts being written that nobody works on",
      message: "messages that were read",
      outbox: "notices that were dealt with",
      withdrawn: "withdrawn signals, with all their words",
      signal: "closed signals, with all their words",
    },
    since: {
      saved: "after the text was last saved",
      read: "after the message was read",
      delivered: "after the notice was dealt with",
      withdrawn: "after the signal was withdrawn",
      closed: "after something last happened",
    },
    basis: {
      "storage-limitation": "GDPR, article 5(1)(e): no longer than needed",
      archive: "Archiefwet and the selection list of municipalities: the municipality confirms this term",
    },
    months: (count) => (count === 1 ? "1 month" : `${count} months`),
    kept: (months, since) => `${months} ${since}`,
    ownTerm: (standard) => `own term; the usual one is ${standard}`,
    past: (count) => (count === 1 ? "1 past its term" : `${count} past their term`),
    pastFrom: (oldest) => `the oldest of ${oldest}`,
    nothing: "nothing past its term",
    choose: (count) => (count === 1 ? "Destroy this piece" : `Destroy these ${count} pieces`),
    destroy: "Destroy for good",
    destroyLead: "This cannot be undone. There will be a declaration of destruction that you can print.",
    chooseKind: "Choose what you destroy now.",
    lookAgain: "This page is of another day. First look at what is past its term now.",
    change: (kind) => `Term of ${kind}`,
    monthsLabel: "How many months to keep it?",
    monthsHint: (standard) => `The usual term is ${standard}. Shorter is always possible.`,
    monthsMissing: "Write a whole number of months, from 1 up to and including 1200.",
    reason: "Why longer?",
    reasonHint: "Only needed when you keep it longer than usual.",
    reasonMissing: "Write why this must be kept longer.",
    automatic: "From now on let this go by itself",
    automaticHint: "Every hour Haarvat looks whether something is past its term. Then too there will be a declaration.",
    isAutomatic: "goes by itself",
    save: "Keep this term",
    wooTitle: "A Woo request stops this",
    wooLead: "While a request to make documents public is pending, Haarvat destroys nothing.",
    wooStops: "A Woo request is pending. While it is, nothing goes, not by itself either.",
    wooFrom: (day, about) => `${about} (received on ${day})`,
    wooEnded: (day) => `dealt with on ${day}`,
    wooEnd: "This request was dealt with",
    wooNote: "Note a request",
    wooDay: "When was it received?",
    wooDayMissing: "Write when the request was received: today or earlier.",
    wooAbout: "What is it about?",
    wooAboutHint: "In plain words, without who asks.",
    wooAboutMissing: "Write what the request is about.",
    wooRecognisable: "Somebody can be recognised in this. Take that out and send it again.",
    declared: "Declarations of destruction",
    declaredNone: "Nothing was destroyed yet.",
    declaration: "Declaration of destruction",
    declarationLead: (municipality) => `The municipality of ${municipality} destroyed these pieces, because their term had passed.`,
    declaredOn: (day, who) => `${day}, by ${who}`,
    byItself: "Haarvat, as it was set",
    what: "What",
    pieces: "How many",
    period: "From and to",
    term: "Term",
    source: "Source",
    method: "The pieces were removed from the database. In backups they remain until those copies expire.",
    staysTitle: "What is not part of this",
    stays: [
      "Sessions go by themselves a day after they were last used. That somebody was mailed goes by itself after ninety days.",
      "Signals that still run stay until they are closed.",
      "The log stays. Each line hangs on the one before; only then can one see that nothing was changed.",
      "What remains of erased texts stays. Otherwise the words come back from an old file.",
      "Declarations of destruction stay.",
    ],
    confirm: "The municipality confirms these terms with its own selection list and archivist.",
  },
);
