import type { Why } from "../finding.ts";
import type { Read } from "../text.ts";
import { openings, illness, relations, speaking, towards } from "../words/grammar.ts";
import { isGiven, isName, isOrdinary, isSmallWord } from "../words/lexicon.ts";
import { isUnknown, titled } from "./run.ts";

/** "heet", "genaamd", "naam:" and the like: a name follows. */
const introducing = new Set("heet heette heten genaamd noemt noemde noemen naam namens".split(" "));

export type Grade = { readonly certain: boolean; readonly why: Why };

/** How sure it is that a run is somebody; undefined when nothing speaks for it. */
export function weigh(read: Read, at: number, to: number, parts: readonly number[]): Grade | undefined {
  const { tokens, lexicon, text } = read;
  const [first, before, after] = [tokens[at]!, tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1], tokens[to + 1]];
  if (before && illness.has(before.fold === "van" ? (tokens[at - 2]?.fold ?? "") : before.fold)) return undefined;
  const words = parts.map((part) => tokens[part]!);
  const telling = words.filter(
    ({ fold, first: begins }) => !openings.has(fold) && !(begins && words.length === 1 ? isSmallWord(lexicon, fold) : isOrdinary(lexicon, fold)),
  );
  const given = words.some(({ fold }) => isGiven(lexicon, fold));
  const named = words.some(({ fold }) => isName(lexicon, fold));
  const listed = telling.some(({ fold }) => isName(lexicon, fold));
  const initial = words.some(({ text: word, end }) => /^(?:\p{Lu}|Ch|Th|IJ|Ph)$/u.test(word) && (text[end] === "." || words.length > 1));
  const initials = initial && words.length > 1;
  const shouted = words.every(({ loud }) => loud);
  const isTitled = titled(read, at);
  const related = before?.kind === "word" && relations.has(before.fold);
  const aged = /^ ?(?:\((?:1[01]\d|\d{1,2})\b(?! ?(?:euro|keer|uur|%))|, (?:1[01]\d|\d{1,2})(?: jaar)?[,.;]|, ?\d{2} jaar| \d{2} jaar)/.test(
    text.slice(tokens[to]!.end, tokens[to]!.end + 14),
  );
  const speaks = after?.kind === "word" && speaking.has(after.fold);
  const small = words.every(({ capital }) => !capital);
  const told = telling.length > 0;

  const reasons: (readonly [Why, number, boolean])[] = [
    ["title", 3, isTitled && (told || initials || (first.capital && words[0]!.text.length > 1) || words[0]!.text.length === 1)],
    ["relation", 2.2, related && first.capital && !first.loud && (told || named)],
    ["initials", 2, initials && words.length > 1],
    ["name-and-surname", 2, words.length > 1 && given && !small && (told || named)],
    ["age-beside", 2, aged && first.capital && !first.loud],
    ["listed-name", 2, listed && !small],
    ["lower-case-name", 1.1, small && listed],
    ["lower-case-name", 1, small && words.length > 1 && telling.length > 1],
    ["speaks", 1, speaks && (told || given)],
    ["name-and-surname", 1, words.length > 1 && telling.length > 1 && !words.some(({ loud }) => loud)],
    ["listed-name", 1, given && !listed],
    ["capital", 0.5, !first.first && told && !small],
    // Nowhere in the dictionary: as a rule somebody, and else something with a name.
    ["capital", 1, !small && !first.loud && words.some(({ capital, fold, loud }) => capital && !loud && isUnknown(lexicon, fold))],
    ["speaks", 2, introducing.has(before?.fold ?? "") && told && !small],
    ["capital", 0.5, before?.text === "," && after?.text === "," && told && !small],
    ["relation", 0.5, before?.kind === "word" && towards.has(before.fold) && named && !small],
    ["relation", 1, small && related && (given || listed)],
  ];
  const standing = reasons.filter(([, , holds]) => holds);
  const weight = standing.reduce((sum, [, counts]) => sum + counts, 0);
  const why = standing.toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? "capital";
  if (initial && words.length === 1 && !isTitled) return { certain: false, why: "initials" };
  // A word that is a name as well, small or where a sentence begins, is asked at the most.
  if (!told && !isTitled && (small || (first.first && words.length === 1)))
    return named || first.fold === "van" ? { certain: false, why: standing.length > 0 ? why : "lower-case-name" } : undefined;
  const heading = shouted && !isTitled && words.some(({ fold }) => isOrdinary(lexicon, fold));
  if (heading) return given ? { certain: false, why } : undefined;
  if (weight >= 2) return { certain: !first.loud || words.length > 1 || isTitled, why };
  if (small) return { certain: false, why: standing.length > 0 ? why : "lower-case-name" };
  // What is left: a capital without any excuse is asked; an ordinary word with one is not, unless somebody may be called so.
  if (told) return first.first && words.length === 1 && !named && isOrdinary(lexicon, first.fold) ? undefined : { certain: false, why };
  if (words.length > 1 && !first.first) return { certain: false, why: "capital" };
  return named && !openings.has(first.fold) ? { certain: false, why: given ? "listed-name" : "capital" } : undefined;
}
