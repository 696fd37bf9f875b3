import { bsnIn, emailIn, ibanIn, phoneIn, postcodeWithNumberIn } from "./patterns.ts";

/** Something in a text that leads to a person; offsets in UTF-16 code units, `end` exclusive, the span covering exactly the detail. */
export type Finding = { readonly start: number; readonly end: number; readonly type: FindingType; readonly certain: boolean; readonly why: string };
export type FindingType = "BSN" | "EMAIL" | "PHONE" | "IBAN" | "ADDRESS";

/** Finds personal details by patterns that are unmistakable; sorted, disjoint. Names and places are not found yet. */
export function findings(text: string): Finding[] {
  const found = [ibanIn(text), emailIn(text), bsnIn(text), phoneIn(text), postcodeWithNumberIn(text)].flat().sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((finding, index) => found.slice(0, index).every(({ end }) => end <= finding.start));
}

/** The text with every certain finding replaced by a word in brackets, as in "[telefoonnummer]". */
export function replaced(text: string, words: Readonly<Record<FindingType, string>>): string {
  return findings(text)
    .filter(({ certain }) => certain)
    .reduceRight((rest, { start, end, type }) => `${rest.slice(0, start)}[${words[type]}]${rest.slice(end)}`, text);
}
