import { createHash } from "node:crypto";

/** Why a file is not taken, in one sentence; nothing was changed. */
export class FileRefused extends Error {}

export type Counted = { readonly rows: number; readonly sha256: string };
/** What a file holds: everything of a municipality, or only which texts were erased there. */
export type Kind = "municipality" | "erasures";
/** The first line: whose rows these are, and by which migrations their tables were made. */
export type Header = { readonly haarvat: Kind; readonly format: 1; readonly municipality: string; readonly schema: readonly string[] };
/** Before the rows of each table. */
export type Heading = { readonly table: string; readonly columns: readonly string[] };
/** The last line: rows and hash of each table, and the hash of every byte before this line. */
export type Manifest = { readonly manifest: { readonly tables: Readonly<Record<string, Counted>>; readonly sha256: string } };

/** Counts rows and hashes their lines. */
export function counter() {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add(lines: readonly (string | Uint8Array)[]) {
      rows += lines.length;
      for (const line of lines) hash.update(line);
    },
    total: (): Counted => ({ rows, sha256: hash.digest("hex") }),
  };
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const parsed = (line: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(line).toString());
  } catch {
    return undefined;
  }
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const unknown: Readonly<Record<Kind, string>> = {
  municipality: "This is not an export of a municipality by Haarvat. Nothing has changed.",
  erasures: "This is not a list of erasures by Haarvat. Nothing has changed.",
};
/** Of a file that is no export at all. */
export const noExport = unknown.municipality;
export const damaged = "The file is damaged, incomplete or was changed after it was written. Nothing has changed.";

/** The first line of a file, or a refusal when this is no file of that kind. */
export function readHeader(line: Uint8Array, kind: Kind): Header {
  const header = parsed(line) as Header | undefined | null;
  if (header?.haarvat !== kind || !uuid.test(header.municipality) || !Array.isArray(header.schema)) throw new FileRefused(unknown[kind]);
  if (header.format !== 1) throw new FileRefused("This export has a form that this version of Haarvat does not know. Nothing has changed.");
  return header;
}

/** A line between the rows; anything else is a line that was damaged. */
export const readMark = (line: Uint8Array): Partial<Heading & Manifest> => parsed(line) ?? {};
