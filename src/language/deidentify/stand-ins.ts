import type { Finding, FindingType } from "./finding.ts";
import { particles, titles } from "./words/grammar.ts";
import { folded } from "./words/dictionary.ts";

/** What stands in a Dutch text instead of a detail. */
const names: Readonly<Record<FindingType, string>> = {
  NAME: "naam",
  AGE: "leeftijd",
  DOB: "geboortedatum",
  DATE: "datum",
  BSN: "burgerservicenummer",
  ADDRESS: "adres",
  POSTCODE: "postcode",
  PLACE: "plaats",
  PHONE: "telefoonnummer",
  EMAIL: "e-mailadres",
  URL: "webadres",
  IBAN: "rekeningnummer",
  PLATE: "kenteken",
  CASENR: "kenmerk",
  ORG: "organisatie",
  FAM: "gezin",
  OTHER: "weggelaten",
};

/** These keep who is who and where is where apart within a text. */
const numbered: ReadonlySet<FindingType> = new Set(["NAME", "PLACE", "ORG"]);

const shape = new RegExp(`\\[(?:${Object.values(names).join("|")})(?: \\d{1,3}(?:-\\d{1,3})?)?\\]`, "g");

/** What replaces a detail is none itself. */
export const standInsOf = (text: string): { start: number; end: number }[] =>
  text.includes("[") ? [...text.matchAll(shape)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })) : [];

/** The word for each finding of a text, in order: the same person is the same number, an age becomes ten years wide. */
export function standInsFor(text: string, found: readonly Finding[]): string[] {
  const known = new Map<string, number>();
  const last = new Map<FindingType, number>();
  const numberOf = (type: FindingType, written: string): number => {
    const parts = folded(written)
      .split(/[^\p{L}']+/u)
      .filter((part) => part.length > 1 && !particles.has(part) && !titles.has(part))
      .map((part) => `${type} ${part.replace(/'s$/, "")}`);
    const number = parts.map((part) => known.get(part)).find((one) => one !== undefined) ?? (last.get(type) ?? 0) + 1;
    for (const part of parts) if (!known.has(part)) known.set(part, number);
    last.set(type, Math.max(last.get(type) ?? 0, number));
    return number;
  };
  return found.map(({ start, end, type }) => {
    const written = text.slice(start, end);
    if (numbered.has(type)) return `[${names[type]} ${numberOf(type, written)}]`;
    return type === "AGE" ? `[${names.AGE}${decade(written)}]` : `[${names[type]}]`;
  });
}

/** " 40-50" for "43 jaar", nothing when the years are not in figures or not in years. */
function decade(written: string): string {
  const years = /^\d{1,3}(?! ?(?:maanden|mnd|weken))/.exec(written)?.[0];
  if (!years) return "";
  const from = Math.floor(Number(years) / 10) * 10;
  return ` ${from}-${from + 10}`;
}
