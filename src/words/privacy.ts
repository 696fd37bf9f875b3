import type { ReasonCode } from "#src/privacy/looks/unusual.ts";
import type { Verdict } from "#src/privacy/looks/store.ts";
import type { What } from "#src/privacy/trail/store.ts";
import { both } from "./both.ts";

type Privacy = {
  title: string;
  lead: string;
  todo: { week: string; shielded: string; keeping: string };
  lastDone: (day: string, who: string) => string;
  neverDone: string;
  waiting: (count: number) => string;
  overTerm: (count: number) => string;
  look: string;
  also: string;
  find: string;
  findLead: string;
  findField: string;
  findHint: string;
  findDo: string;
  foundNobody: string;
  everybody: string;
  trailOf: (name: string) => string;
  trailOfText: string;
  trailOfAll: string;
  trailNone: string;
  releasedUnseen: string;
  ownLook: string;
  what: Record<What, string>;
  whatLabel: string;
  from: string;
  until: string;
  more: string;
  csv: string;
  cut: (count: string) => string;
  refused: string;
  byJob: string;
  byNobody: string;
  byCommand: string;
  weekTitle: string;
  weekOf: (from: string, until: string) => string;
  weekLead: string;
  weekOrder: string;
  weekNone: string;
  weekDo: string;
  weekDone: (day: string, who: string) => string;
  earlier: string;
  later: string;
  together: (count: number) => string;
  reason: Record<ReasonCode, (count: number) => string>;
  verdict: Record<Verdict, string>;
  reviewed: (verdict: string, who: string, day: string) => string;
  note: string;
  noteHint: string;
  counted: (count: number) => string;
  reviewTitle: string;
};

/** What the privacy officer reads of who looked, and the review of the week. */
export const privacy = both<Privacy>(
  {
    title: "Privacy",
    lead: "Wie keek waarnaar, wat er gewist moet worden en wat er weg mag.",
    todo: { week: "Opvallende keren kijken van de week", shielded: "Afgeschermde teksten", keeping: "Over de bewaartermijn" },
    lastDone: (day, who) => `Voor het laatst bekeken op ${day}, door ${who}`,
    neverDone: "Nog nooit bekeken",
    waiting: (count) => (count === 0 ? "Er wacht niets" : count === 1 ? "1 tekst wacht op uw oordeel" : `${count} teksten wachten op uw oordeel`),
    overTerm: (count) => (count === 0 ? "Er is niets over de termijn" : count === 1 ? "1 stuk is over de termijn" : `${count} stukken zijn over de termijn`),
    look: "Bekijk",
    also: "Ook hier",
    find: "Zoek in het logboek",
    findLead: "U ziet wat iemand deed en bekeek, of wie er bij een tekst was. Dat u kijkt, komt ook in het logboek.",
    findField: "Naam, team of nummer",
    findHint: "Een nummer (id) staat in het adres van een signaal of tekst. Wat u typt, komt niet in het adres.",
    findDo: "Zoek",
    foundNobody: "Niemand gevonden. Probeer een deel van de naam.",
    everybody: "Alles van iedereen",
    trailOf: (name) => `Wat ${name} deed, en wat er met die gegevens gebeurde`,
    trailOfText: "Wie er bij deze tekst was",
    trailOfAll: "Het logboek",
    trailNone: "Hier staat niets in het logboek. Kies een andere periode, of kijk het nummer na.",
    releasedUnseen: "Wie een gedeeld signaal leest, staat hier niet: dat leggen wij met opzet niet vast. Teksten in de maak wel.",
    ownLook: "Dat u dit bekijkt, staat nu ook in het logboek.",
    what: { all: "alles", looks: "kijken en meenemen", changes: "veranderingen", logins: "inloggen en rollen", refusals: "geweigerd" },
    whatLabel: "Toon",
    from: "Vanaf",
    until: "Tot en met",
    more: "Toon eerder",
    csv: "Neem mee als CSV",
    cut: (count) => `Dit zijn de nieuwste ${count} regels. Kies een kortere periode voor de rest.`,
    refused: "geweigerd",
    byJob: "Haarvat zelf",
    byNobody: "Iemand die niet is ingelogd",
    byCommand: "vanaf de opdrachtregel",
    weekTitle: "Opvallende keren kijken",
    weekOf: (from, until) => `${from} tot en met ${until}`,
    weekLead: "Dit zijn keren dat iemand keek, met waarom dat opvalt. Het zegt niets over iemands werk. Vraag gerust na hoe het zat.",
    weekOrder: "Bovenaan staat wat om de meeste redenen opvalt. Daarna komt van elke reden steeds het sterkste.",
    weekNone: "Deze week viel niets op.",
    weekDo: "Ik heb deze week bekeken",
    weekDone: (day, who) => `Deze week is bekeken op ${day}, door ${who}.`,
    earlier: "Een week eerder",
    later: "Een week later",
    together: (count) => `een lijst met ${count} teksten tegelijk`,
    reason: {
      "other-team": () => "van een ander team dan het eigen hoofdteam",
      "early-or-late": () => "vroeg in de ochtend of laat op de avond",
      "day-off": () => "in het weekend of op een feestdag",
      "many-drafts": (count) => `${count} verschillende teksten binnen een half uur`,
      "many-members": (count) => `${count} verschillende mensen binnen een uur`,
      "again-and-again": (count) => `${count} keer dezelfde tekst in deze week, zonder eraan te schrijven`,
      "after-change": () => "binnen een dag nadat iemand anders de rechten veranderde",
      "after-refusals": (count) => `vlak na ${count} weigeringen`,
      "taken-along": () => "meegenomen in een bestand",
    },
    verdict: { "in-order": "Gezien, in orde", asked: "Nagevraagd" },
    reviewed: (verdict, who, day) => `${verdict}, door ${who} op ${day}`,
    note: "Notitie",
    noteHint: "Bijvoorbeeld: had dienst die avond. Schrijf niet meer op dan nodig.",
    counted: (count) => (count === 1 ? "1 keer kijken" : `${count} keer kijken`),
    reviewTitle: "Wat u vond",
  },
  {
    title: "Privacy",
    lead: "Who looked at what, what has to be erased and what may go.",
    todo: { week: "Looks of the week that stand out", shielded: "Shielded texts", keeping: "Past their term" },
    lastDone: (day, who) => `Last reviewed on ${day}, by ${who}`,
    neverDone: "Never reviewed yet",
    waiting: (count) => (count === 0 ? "Nothing waits" : count === 1 ? "1 text waits for your judgement" : `${count} texts wait for your judgement`),
    overTerm: (count) => (count === 0 ? "Nothing is past its term" : count === 1 ? "1 piece is past its term" : `${count} pieces are past their term`),
    look: "Look",
    also: "Also here",
    find: "Search the log",
    findLead: "You see what somebody did and looked at, or who was at a text. That you look is in the log as well.",
    findField: "Name, team or number",
    findHint: "A number (id) is in the address of a signal or text. What you type does not come into the address.",
    findDo: "Search",
    foundNobody: "Nobody found. Try a part of the name.",
    everybody: "Everything of everybody",
    trailOf: (name) => `What ${name} did, and what happened to those details`,
    trailOfText: "Who was at this text",
    trailOfAll: "The log",
    trailNone: "There is nothing in the log here. Choose another period, or check the number.",
    releasedUnseen: "Who reads a shared signal is not here: on purpose that is not recorded. Texts being written are.",
    ownLook: "That you look at this is now in the log as well.",
    what: { all: "everything", looks: "looking and taking along", changes: "changes", logins: "logging in and roles", refusals: "refused" },
    whatLabel: "Show",
    from: "From",
    until: "Up to and including",
    more: "Show earlier",
    csv: "Take along as CSV",
    cut: (count) => `These are the newest ${count} lines. Choose a shorter period for the rest.`,
    refused: "refused",
    byJob: "Haarvat itself",
    byNobody: "Somebody who is not logged in",
    byCommand: "from the command line",
    weekTitle: "Looks that stand out",
    weekOf: (from, until) => `${from} up to and including ${until}`,
    weekLead: "These are times somebody looked, with why that stands out. It says nothing about anybody’s work. Do ask how it was.",
    weekOrder: "At the top is what stands out for most reasons. After that comes of each reason in turn the strongest.",
    weekNone: "Nothing stood out this week.",
    weekDo: "I have reviewed this week",
    weekDone: (day, who) => `This week was reviewed on ${day}, by ${who}.`,
    earlier: "A week earlier",
    later: "A week later",
    together: (count) => `a list of ${count} texts at once`,
    reason: {
      "other-team": () => "of another team than one’s own main team",
      "early-or-late": () => "early in the morning or late in the evening",
      "day-off": () => "in the weekend or on a public holiday",
      "many-drafts": (count) => `${count} different texts within half an hour`,
      "many-members": (count) => `${count} different people within an hour`,
      "again-and-again": (count) => `${count} times the same text in this week, without writing on it`,
      "after-change": () => "within a day after somebody else changed the rights",
      "after-refusals": (count) => `just after ${count} refusals`,
      "taken-along": () => "taken along in a file",
    },
    verdict: { "in-order": "Seen, in order", asked: "Asked about" },
    reviewed: (verdict, who, day) => `${verdict}, by ${who} on ${day}`,
    note: "Note",
    noteHint: "For example: was on duty that evening. Write no more than needed.",
    counted: (count) => (count === 1 ? "1 look" : `${count} looks`),
    reviewTitle: "What you found",
  },
);
