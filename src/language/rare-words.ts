import { readFileSync } from "node:fs";
import { folded } from "./deidentify/words/dictionary.ts";
import { termsOf } from "./deidentify/words/lexicon.ts";

const list = (name: string) => termsOf(readFileSync(new URL(`../../source/words/${name}.txt`, import.meta.url), "utf8"));
let kept: { readonly illnesses: ReadonlySet<string>; readonly professions: ReadonlySet<string> } | undefined;
const lists = () => (kept ??= { illnesses: list("illnesses"), professions: list("professions") });

/** The words of a text as they are looked up, and each with one, two and three that follow. */
export function termsIn(text: string): string[] {
  const words = folded(text).match(/[\p{L}\p{N}][\p{L}\p{N}'/-]*/gu) ?? [];
  return words.flatMap((word, at) => [word, ...[2, 3, 4].filter((many) => at + many <= words.length).map((many) => words.slice(at, at + many).join(" "))]);
}

/** Illnesses and professions a text names, as it is written in the lists. */
export const illnessesIn = (terms: readonly string[]): string[] => terms.filter((term) => lists().illnesses.has(term));
export const professionsIn = (terms: readonly string[]): string[] => terms.filter((term) => lists().professions.has(term));
