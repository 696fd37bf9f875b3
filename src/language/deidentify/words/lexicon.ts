import { type Dictionary, folded } from "./dictionary.ts";
import { openings } from "./grammar.ts";

/** Lists of terms a line each, folded; of our own and of a municipality together. */
export type Lists = {
  readonly given: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Laws, offices, diseases, feasts and other words with a capital that nobody is called by. */
  readonly excuses: ReadonlySet<string>;
};

/** What the engine knows about words. */
export type Lexicon = Lists & {
  readonly dictionary: Dictionary;
  /** Terms of several words, by their first: how many words they have at most. */
  readonly longest: ReadonlyMap<string, number>;
};

export function lexiconOf(dictionary: Dictionary, lists: Lists): Lexicon {
  const longest = new Map<string, number>();
  for (const list of [lists.places, lists.streets, lists.organisations, lists.excuses])
    for (const term of list) {
      const space = term.indexOf(" ");
      if (space > 0) longest.set(term.slice(0, space), Math.max(longest.get(term.slice(0, space)) ?? 0, term.split(" ").length));
    }
  return { ...lists, dictionary, longest };
}

/** A list as it is written: a term a line; what stands behind # is a remark. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const line of text.split("\n")) {
    const remark = line.indexOf("#");
    const term = folded((remark < 0 ? line : line.slice(0, remark)).trim());
    if (term) terms.add(term);
  }
  return terms;
}

/** Somebody is called this. */
export const isGiven = (lexicon: Lexicon, fold: string): boolean => lexicon.given.has(fold) || hyphened(fold, (part) => lexicon.given.has(part));
export const isName = (lexicon: Lexicon, fold: string): boolean =>
  isGiven(lexicon, fold) || lexicon.surnames.has(fold) || lexicon.dictionary.names.has(fold) || hyphened(fold, (part) => isName(lexicon, part));

const hyphened = (fold: string, holds: (part: string) => boolean): boolean =>
  fold.includes("-") && fold.split("-").some((part) => part.length > 2 && holds(part));

/** An ordinary Dutch word, inflected or not; what the dictionary knows as a name is not taken for a form of another word. */
export function isOrdinary(lexicon: Lexicon, fold: string): boolean {
  const { ordinary, names, proper, places } = lexicon.dictionary;
  return ordinary.has(fold) || openings.has(fold) || (!names.has(fold) && !proper.has(fold) && !places.has(fold) && isInflected(lexicon, fold));
}

/** The same for a word that is written small: then a form of an ordinary word is one. */
export const isSmallWord = (lexicon: Lexicon, fold: string): boolean =>
  lexicon.dictionary.ordinary.has(fold) || openings.has(fold) || isInflected(lexicon, fold);

function isInflected(lexicon: Lexicon, fold: string): boolean {
  const { ordinary } = lexicon.dictionary;
  const known = (stem: string) => stem.length > 1 && ordinary.has(stem);
  for (const [ending, ...stems] of endings) {
    if (!fold.endsWith(ending) || fold.length - ending.length < 2) continue;
    const stem = fold.slice(0, fold.length - ending.length);
    if (stems.some((added) => known(stem + added))) return true;
    if (doubling.has(ending) && [single(stem), hard(stem), long(stem)].some(known)) return true;
  }
  // "afgelopen", "teruggebeld", "meegenomen".
  const prefix = /^(?:af|aan|op|uit|in|mee|terug|voor|over|door|na|toe|weg|om|bij|neer|los|vast|samen|thuis|klaar)(?=ge|te)/.exec(fold)?.[0];
  if (prefix && isInflected(lexicon, fold.slice(prefix.length).replace(/^te/, ""))) return true;
  if (prefix && known(fold.slice(prefix.length))) return true;
  return /^ge.*(?:d|t)$/.test(fold) && (known(`${fold.slice(2, -1)}en`) || known(single(fold.slice(2, -1))));
}

// What may be taken off a word, and what comes in its place.
const endings: readonly (readonly [string, ...string[]])[] = [
  ["'s", ""],
  ["s", "", "e"],
  ["en", "", "e"],
  ["n", ""],
  ["e", ""],
  ["er", "", "e"],
  ["ers", ""],
  ["st", ""],
  ["ste", ""],
  ["t", "", "en", "n"],
  ["de", "", "en"],
  ["te", "", "en"],
  ["den", "", "en"],
  ["ten", "", "en"],
  ["tje", ""],
  ["tjes", ""],
  ["je", ""],
  ["jes", ""],
  ["pje", ""],
  ["etje", ""],
  ["end", "en"],
  ["ende", "en"],
  ["ing", "en"],
  ["ingen", "en"],
];
const doubling = new Set(["en", "e", "er", "end", "ende", "ing", "ingen", "etje", "t", "de", "te", "den", "ten"]);
/** "bellen" has "bel": one consonant of two. */
const single = (stem: string): string => (stem.length > 2 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem);
/** "jaren" has "jaar", "huizen" has "huis", "brieven" has "brief". */
const hard = (stem: string): string => (stem.endsWith("z") ? `${stem.slice(0, -1)}s` : stem.endsWith("v") ? `${stem.slice(0, -1)}f` : stem);
const long = (stem: string): string => hard(stem).replace(/([aeou])([bcdfghjklmnpqrstvwxz])$/, "$1$1$2");

/** Two ordinary words written as one, as Dutch does without end. */
export function isCompound(lexicon: Lexicon, fold: string): boolean {
  const least = fold.length < 9 ? 4 : 3;
  for (let at = least; at <= fold.length - least; at += 1) {
    const begin = fold.slice(0, at);
    if (!lexicon.dictionary.ordinary.has(begin) && !(/(?:s|en)$/.test(begin) && at > 4 && isInflected(lexicon, begin))) continue;
    if (isOrdinary(lexicon, fold.slice(at).replace(/^-/, ""))) return true;
  }
  return false;
}

/** "Wmo-indicatie", "AOW-leeftijd": a law or an office with an ordinary word behind it. */
export function isOfficial(lexicon: Lexicon, fold: string): boolean {
  const hyphen = fold.indexOf("-");
  if (hyphen < 1) return false;
  const [begin, end] = [fold.slice(0, hyphen), fold.slice(hyphen + 1)];
  return (lexicon.excuses.has(begin) || lexicon.dictionary.acronyms.has(begin)) && isSmallWord(lexicon, end);
}
