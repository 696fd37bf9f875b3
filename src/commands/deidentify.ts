import { once } from "node:events";
import { createInterface } from "node:readline";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { replaced } from "#src/language/deidentify/replace.ts";
import { loadLexicon } from "#src/language/deidentify/words/load.ts";
import { fromCaller } from "./progress.ts";

const often = 10_000;

/**
 * Reads lines `{"id","text"}` from standard input and writes for each what was found in it and the text without that, in the same order and one at a
 * time. A line that cannot be read gives an error in its place and exit status 1 at the end; the others are done.
 */
export async function deidentify({ lexicon: folder }: { lexicon?: string }): Promise<void> {
  const lexicon = loadLexicon(folder === undefined ? undefined : fromCaller(folder));
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (number % often === 0) console.error(`… ${number} lines`);
    if (line.trim() === "") continue;
    const note = noteOf(line);
    if (typeof note === "string") process.exitCode = 1;
    const answer =
      typeof note === "string"
        ? { id: null, error: note, line: number }
        : {
            ...note,
            replaced: replaced(note.text, () => true, lexicon),
            findings: findings(note.text, lexicon).map(({ start, end, type, certain, why }) => ({ start, end, type, certain, why })),
          };
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, "drain");
  }
}

type Note = { readonly id: unknown; readonly text: string };

/** What a line holds, or what it lacks. */
function noteOf(line: string): Note | string {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return "This line is not JSON.";
  }
  const { id, text } = (typeof read === "object" && read !== null ? read : {}) as { id?: unknown; text?: unknown };
  if (typeof text !== "string") return 'This line has no "text" that is a string.';
  return { id: id ?? null, text };
}
