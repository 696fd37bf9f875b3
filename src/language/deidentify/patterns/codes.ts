import type { Finding } from "../finding.ts";
import { all, unless } from "./numbers.ts";

// Number plates in the fourteen series of the RDW, with hyphens or spaces between the groups, or without.
const groups = [
  "LL DD DD",
  "DD DD LL",
  "DD LL DD",
  "LL DD LL",
  "LL LL DD",
  "DD LL LL",
  "DD LLL D",
  "D LLL DD",
  "LL DDD L",
  "L DDD LL",
  "LLL DD L",
  "L DD LLL",
  "D LL DDD",
  "DDD LL D",
];
const shape = (between: string) => groups.map((group) => group.replaceAll("L", "[A-Z]").replaceAll("D", "\\d").replaceAll(" ", between)).join("|");
const hyphened = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${shape("-")})(?![\\p{L}\\p{N}-])`, "giu");
const loose = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${shape(" ?")})(?![\\p{L}\\p{N}-])`, "gu");
const small = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${shape("[ -]?")})(?![\\p{L}\\p{N}-])`, "giu");
const plateWord = /(?:kenteken|nummerbord|kentekenplaat|auto|busje|bus|scooter|brommer|caravan|aanhanger|camper)[\p{L} ,:(]{0,25}$/iu;

/** A row of two digits, two digits and letters may be a day and a time; then the letters decide. */
const isTime = (found: string): boolean => /^\d\d-\d\d-(?:am|pm)$/i.test(found);

export function platesIn(text: string): Finding[] {
  const certain = all(text, hyphened, "PLATE", "plate", unless(isTime));
  const asked = all(text, loose, "PLATE", "plate-shape").map((finding): Finding => ({ ...finding, certain: plateWord.test(before(text, finding.start)) }));
  const said = all(text, small, "PLATE", "plate-shape").filter(({ start }) => plateWord.test(before(text, start)));
  return [...certain, ...said, ...asked];
}

const before = (text: string, start: number): string => text.slice(Math.max(0, start - 45), start);

// "zaak 2024-00123", "dossiernr. KBR-17-40928", "cliëntnummer: 88213", "ons kenmerk Z.24.0012/AB".
const caseWord =
  /(?<!\p{L})(?:(?:zaak|dossier|cli[eë]nt|klant|aanvraag|beschikking|kenmerk|referentie|registratie|besluit|polis|relatie|bezwaar|melding|zorg|contract|factuur|inschrijf|inschrijvings|patient|patiënt|persoons|administratie|vorderings?|beslag|rol|parket|strafzaak|v)-?(?:nummer|nr|no|code|id)?|(?:ons|uw) kenmerk|kenm|ref|suwi|crv|agb)(?:\.|:|,| (?:nummer|nr\.?|is|met|onder|code))*[ :#]{0,3}((?=[\p{L}\d./_-]{0,18}\d)[\p{L}\d][\p{L}\d./_-]{1,28}[\p{L}\d])/giu;
// "KBR-17-40928", "JB-20/5521", "Z2024-001234", "2024.00123/AB".
const caseShape =
  /(?<![\p{L}\p{N}./-])(?:[A-Z]{1,6}[-./ ]?\d{2,4}[-./]\d{3,}(?:[-./][A-Z\d]+){0,2}|[A-Z]{1,5}[-./]?\d{4,}(?:[-./][A-Z\d]+){0,2}|(?:19|20)\d\d[-./]\d{3,8}(?:[-./][A-Z\d]+){0,2}|[A-Z]{2,5}-[A-Z\d]{2,8}-\d{2,})(?![\p{L}\p{N}])/gu;
const harmlessCode = /^(?:19|20)\d\d[-/.](?:19|20)\d\d$|^(?:A4|A3|A5|F16|Wmo|Jw|Pw)|^[A-Z]\d{1,3}$|^(?:WMO|AWB|BW|IOAW|IOAZ|JW|PW|WGS)[-./ ]?(?:19|20)\d\d/;

export function caseNumbersIn(text: string): Finding[] {
  const said: Finding[] = [];
  for (const match of text.matchAll(caseWord)) {
    const [whole, number] = match;
    const start = match.index + whole.length - number!.length;
    // One figure behind "zaak" may count something; a code of some length is one.
    const digits = number!.replaceAll(/\D/g, "").length;
    if (digits >= 3)
      said.push({ start, end: start + number!.length, type: "CASENR", certain: digits >= 4 && !/^(?:19|20)\d\d$/.test(number!), why: "case-word" });
  }
  const loose = all(
    text,
    /(?<=(?:zaak|dossier|kenmerk|nr|nummer|zaaknummer|dossiernummer|klant|beschikking)[ .:]{1,3})[a-z]{0,3}\d{1,8}[ ./-]{1,3}\d{2,8}(?:-\d{2,6})?(?![\p{L}\p{N}])/giu,
    "CASENR",
    "case-word",
  );
  const asked = loose.map((finding): Finding => ({ ...finding, certain: false }));
  return [
    ...said,
    ...asked,
    ...all(
      text,
      caseShape,
      "CASENR",
      "case-shape",
      unless((found) => harmlessCode.test(found)),
    ),
  ];
}

const web =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/[^\s<>"']{3,300}|www\.[^\s<>"']{3,300}|[\p{L}\d-]{2,40}\.(?:nl|com|org|net|eu|info|frl|amsterdam)(?:\/[^\s<>"']{0,300})?)(?<![.,;:!?)])/giu;
const at = "(?:\\(at\\)|\\[at\\]|\\{at\\}|<at>|apenstaartje|apenstaart|apestaartje|(?<= )at(?= ))";
const dot = "(?: ?(?:\\.|\\(dot\\)|\\[dot\\]|\\{dot\\}|\\(punt\\)|\\[punt\\]) ?| (?:punt|dot) )";
/** "jan punt de vries apenstaartje voorbeeld punt nl": spelled out so that no machine finds it. */
const spelled = new RegExp(
  `(?<![\\p{L}\\p{N}])[\\p{L}\\d_-]{1,40}(?:(?:${dot}| (?:streepje|laag streepje|underscore) )[\\p{L}\\d_-]{1,40}){0,4} ?${at} ?[\\p{L}\\d-]{1,40}(?:${dot}[\\p{L}]{2,12}){1,3}(?![\\p{L}])`,
  "giu",
);
/** "lotte_1988 @ voorbeeld . com", "voorbeeldwinkel punt nl". */
const loosely = [
  new RegExp(`(?<![\\p{L}\\p{N}])[\\p{L}\\d][\\p{L}\\d._-]{0,40} ?@ ?[\\p{L}\\d-]{1,40}(?:${dot}[\\p{L}]{2,12}){1,3}(?![\\p{L}])`, "giu"),
  /(?<![\p{L}\p{N}])[\p{L}\d-]{2,40} (?:punt|dot) (?:nl|com|org|net|eu)(?![\p{L}])/giu,
];

export const addressesOfTheWebIn = (text: string): Finding[] => [
  ...all(text, web, "URL", "web-address"),
  ...all(text, spelled, "EMAIL", "e-mail"),
  ...loosely.flatMap((shape) => all(text, shape, "EMAIL", "e-mail")).map((finding) => ({ ...finding, certain: false })),
  ...all(text, /(?<![\p{L}\p{N}@])@[\p{L}\d_.]{3,40}(?<!\.)/gu, "URL", "web-address").map((finding) => ({ ...finding, certain: false })),
];

/** Letters or digits one by one, "d e n n i s", "2 0 2 4 1 1 8", and digits among which a letter stands for nought. */
export const spreadIn = (text: string): Finding[] =>
  [
    /(?<![\p{L}\p{N}])(?:[\p{L}\d][ .\-_]){3,40}[\p{L}\d](?![\p{L}\p{N}])/gu,
    /(?<![\p{L}\p{N}])(?:nul zes|[0oO]6)(?:[ -]?[\doO]){8}(?![\p{L}\p{N}])/giu,
    /(?<![\p{L}\p{N}])(?:nul zes|06)(?:[ -]{1,3}(?:\d{1,4}|[\p{L}]{2,18}(?:tig|tien|elf|twaalf|nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen))){3,8}(?![\p{L}\p{N}])/giu,
  ]
    .flatMap((shape) =>
      all(
        text,
        shape,
        "OTHER",
        "digits",
        unless((found) => abbreviation.test(found)),
      ),
    )
    .map((finding) => ({ ...finding, certain: false }));
const abbreviation = /^(?:[a-z]\.){2,4}[a-z]?$/;

/** "van: j.b.": initials written small, where somebody is spoken of. */
export const smallInitialsIn = (text: string): Finding[] =>
  all(text, /(?<=(?:van|aan|met|door|namens|mw|dhr|mevr|hr|mevrouw|meneer)[.:]? )\p{Ll}\.(?: ?\p{Ll}\.){0,3}(?![\p{L}])/gu, "NAME", "initials").map(
    (finding) => ({ ...finding, certain: false }),
  );
