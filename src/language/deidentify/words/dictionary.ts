import { WordSet } from "./word-set.ts";

// Reads a Hunspell dictionary of Dutch (OpenTaal): what is written small is an ordinary word, what is written with a capital a name of
// somebody, some place or something.

export type Dictionary = {
  readonly ordinary: { readonly has: (fold: string) => boolean };
  /** Names of people, folded. */
  readonly names: ReadonlySet<string>;
  /** Places, streets, peoples and things, folded. */
  readonly proper: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Peoples, languages and what comes from somewhere: said of too many to lead to one. */
  readonly peoples: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
};

/** How a word is looked up: small, without accents on its letters, the letter ĳ as two. */
export function folded(word: string): string {
  let plain = true;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code > 127) plain = false;
  }
  const small = word.toLowerCase();
  if (plain) return small;
  return small
    .replaceAll("ĳ", "ij")
    .replaceAll("’", "'")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d")
    .replaceAll("ß", "ss");
}

/** `dic` is the text of the .dic file: a count, then a word a line with its two-letter flags behind a slash. */
export function readDictionary(dic: string): Dictionary {
  const ordinary = new WordSet(250_000);
  const [names, proper, places, peoples, acronyms] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  let start = dic.indexOf("\n") + 1;
  while (start < dic.length) {
    const newline = dic.indexOf("\n", start);
    const end = newline < 0 ? dic.length : newline;
    const slash = dic.indexOf("/", start);
    const stop = slash < 0 || slash > end ? end : slash;
    const flags = stop === end ? "" : dic.slice(stop + 1, end);
    const from = start;
    start = end + 1;
    if (from === stop || has(flags, "Fw")) continue;
    const first = dic.charCodeAt(from);
    if (first > 96 && first < 123 && isPlain(dic, from, stop)) {
      ordinary.add(dic, from, stop);
      continue;
    }
    const word = dic.slice(from, stop);
    const fold = folded(word);
    if (word.toLowerCase() === word) ordinary.add(fold);
    else if (word.length > 1 && word.toUpperCase() === word) acronyms.add(fold);
    else if (has(flags, "Aa") || has(flags, "Zf")) peoples.add(fold);
    else {
      if (has(flags, "PI")) places.add(fold);
      (has(flags, "PN") ? names : proper).add(fold);
    }
  }
  return { ordinary, names, proper, places, peoples, acronyms };
}

/** Small letters, hyphens and the like, as they are looked up. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 || (code > 64 && code < 91)) return false;
  }
  return true;
}

function has(flags: string, flag: string): boolean {
  for (let at = 0; at + 1 < flags.length; at += 2) if (flags[at] === flag[0] && flags[at + 1] === flag[1]) return true;
  return false;
}
