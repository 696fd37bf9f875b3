import type { DraftContent } from "#src/gate/drafts/draft.ts";

/** Shorter words are said by many ("Bel eerst even."): elsewhere they are somebody else's, and stay. */
const tellingLength = 20;

/** Words that are known again wherever they stand. */
export const isTelling = (words: string): boolean => words.trim().length >= tellingLength;

const parts = ["sentence", "story", "matters"] as const;
export type DraftPart = (typeof parts)[number];

/** The words of a draft, part by part; empty parts are left out. */
export const wordsIn = (content: DraftContent): [DraftPart, string][] =>
  parts.map((part): [DraftPart, string] => [part, content[part]]).filter(([, words]) => words.trim() !== "");

/** A draft without these words, wherever they stand in it; undefined when it has none of them. */
export function without(content: DraftContent, erased: readonly string[]): DraftContent | undefined {
  const cut = (text: string) => erased.reduce((left, words) => (words.trim() ? left.replaceAll(words.trim(), "") : left), text).trim();
  const left = { ...content, sentence: cut(content.sentence), story: cut(content.story), matters: cut(content.matters) };
  return parts.some((part) => left[part] !== content[part].trim()) ? left : undefined;
}
