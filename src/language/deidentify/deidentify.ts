import { bsnIn, emailIn, ibanIn, phoneIn, postcodeWithNumberIn } from "./patterns.ts";

/** Something in a text that leads to a person; offsets in UTF-16 code units, `end` exclusive, the span covering exactly the detail. */
export type Finding = { readonly start: number; readonly end: number; readonly type: FindingType; readonly certain: boolean; readonly why: string };
export type FindingType = "BSN" | "EMAIL" | "PHONE" | "IBAN" | "ADDRESS";

/** Finds personal details by patterns that are unmistakable; sorted, disjoint: of two that overlap the second begins where the first ends. Names and places are not found yet. */
export function findings(text: string): Finding[] {
  const plain = plainly(text);
  const found = [ibanIn(plain), emailIn(plain), bsnIn(plain), phoneIn(plain), postcodeWithNumberIn(plain)]
    .flat()
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const disjoint: Finding[] = [];
  let covered = 0;
  for (const finding of found) {
    if (finding.end <= covered) continue;
    disjoint.push({ ...finding, start: Math.max(finding.start, covered) });
    covered = finding.end;
  }
  return disjoint;
}

/** Spaces, dashes and full-width signs as other programs write them become plain ones, invisible signs become spaces; the text keeps its length. */
const plainly = (text: string): string =>
  text
    .replaceAll(/[\t\u00A0\u00AD\u2000-\u200D\u202F\u2060\uFEFF]/g, " ")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** The text with every certain finding replaced by a word in brackets, as in "[telefoonnummer]"; again until nothing is found, for one detail can hide another. */
export function replaced(text: string, words: Readonly<Record<FindingType, string>>): string {
  const certain = findings(text).filter((finding) => finding.certain);
  if (certain.length === 0) return text;
  const without = certain.reduceRight((rest, { start, end, type }) => `${rest.slice(0, start)}[${words[type]}]${rest.slice(end)}`, text);
  return replaced(without, words);
}
