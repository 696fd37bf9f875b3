import { folded } from "./words/dictionary.ts";
import { isGiven, isName, type Lexicon } from "./words/lexicon.ts";
import { lexicon as ours } from "./words/load.ts";

/** The word by which a detail is known again in a text, however it is written. */
export const wordOf = (written: string): string => folded(written.trim()).replaceAll(/\s+/g, " ");

/** Somebody or some place is called this, or a part of it: such a word is never excused. So is what holds a digit or a sign. */
export function isListed(word: string, lexicon: Lexicon = ours()): boolean {
  const { places, dictionary, streets } = lexicon;
  const called = (part: string) => isGiven(lexicon, part) || isName(lexicon, part) || places.has(part) || streets.has(part) || dictionary.places.has(part);
  return !/^[\p{L}\p{M} '&-]+$/u.test(word) || called(word) || word.split(/[ &-]+/).some(called);
}
