import { wordFields } from "#src/ui/busy.tsx";

/** What somebody sent after the session had ended: the door it was for, and the fields of the form in their order. */
export type Kept = { readonly path: string; readonly fields: readonly (readonly [name: string, value: string])[] };

/** What a form carries for itself; without anything else there is nothing to keep. */
const carried = new Set(["deed", "seen", "version", "next", "back"]);
/** What belongs to the session that ended, or to an earlier time of keeping. */
const spent = new Set(["token", "kept"]);
/** Doors about the session itself, and words that pass: who comes back does not want those done after all. */
const passing = /^\/(leave|language|role|who|seen|kept|login|invitation|welcome)(\/|$)/;

/** What of a post is worth keeping until its writer is back; undefined when nothing is, or when it carries a file. */
export function keptOf(path: string, posted: Readonly<Record<string, unknown>>): Kept | undefined {
  if (passing.test(path)) return undefined;
  const all = Object.entries(posted)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
    .filter(([, value]) => !(value instanceof File && value.size === 0));
  const fields = all.filter((field): field is readonly [string, string] => typeof field[1] === "string" && !spent.has(field[0]));
  if (fields.length < all.filter(([name]) => !spent.has(name)).length) return undefined;
  return fields.some(([name, value]) => !carried.has(name) && value.trim() !== "") ? { path, fields } : undefined;
}

/** Forms that are one and the same however often they come: a text that saves itself by its address, a deed by its own id. */
export const sameness = ({ path, fields }: Kept): string => `${path} ${fields.find(([name]) => name === "deed")?.[1] ?? ""}`;

/** What of a form people wrote, to be read again; the rest are choices and goes along unseen. */
export const isWords = ([name, value]: readonly [string, string]): boolean =>
  !carried.has(name) && value.trim() !== "" && (worded.has(name) || /\s/.test(value.trim()));

const worded = new Set([...wordFields, "checkpoint", "day", "name", "title", "email", "months", "termHarm", "termOther", "tokens"]);

/** What goes along unseen and was chosen by whoever sent it. */
export const isChoice = (field: readonly [string, string]): boolean => !carried.has(field[0]) && !isWords(field) && field[1] !== "";
