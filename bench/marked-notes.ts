import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A detail as somebody marked it: where it stands, what it is, and for names where most who are called so have their roots. */
export type Detail = { readonly start: number; readonly end: number; readonly type: string; readonly origin: string | undefined };
export type Note = { readonly id: string; readonly text: string; readonly details: readonly Detail[] };

const ours = fileURLToPath(new URL("notes/", import.meta.url));
const beside = fileURLToPath(new URL("../../shared/data/cases.jsonl", import.meta.url));

/** Our own notes of which the file begins so, in order of file. */
export const notesOf = (beginning: string): Note[] =>
  readdirSync(ours)
    .filter((name) => name.startsWith(beginning) && name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(ours + name, "utf8").split(/^---$/m))
    .filter((piece) => piece.trim() !== "")
    .map(noteOf);

/** "id: h001" and below it the text with its details marked inline, as in "[[NAME@polish:Agnieszka]]". */
function noteOf(piece: string): Note {
  const [, id = "", marked = ""] = /^\s*id: ?(\S+)\n([\s\S]*?)\s*$/.exec(piece) ?? [];
  const details: Detail[] = [];
  let text = "";
  let from = 0;
  for (const { index, 0: whole, 1: type, 2: origin, 3: detail } of marked.matchAll(/\[\[([A-Z]+)(?:@([a-z]+))?:([\s\S]*?)\]\]/g)) {
    text += marked.slice(from, index);
    details.push({ start: text.length, end: text.length + detail!.length, type: type!, origin });
    text += detail!;
    from = index + whole.length;
  }
  return { id, text: text + marked.slice(from), details };
}

/** The notes that stand beside the project, where they are; they count in code points. */
export function notesBeside(): Note[] | undefined {
  if (!existsSync(beside)) return undefined;
  return readFileSync(beside, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const { id, text, spans } = JSON.parse(line) as { id: string; text: string; spans: [number, number, string][] };
      const signs = [...text];
      const unit = (count: number) => signs.slice(0, count).join("").length;
      return { id, text, details: spans.map(([start, end, type]) => ({ start: unit(start), end: unit(end), type, origin: undefined })) };
    });
}
