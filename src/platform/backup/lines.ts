import { FileRefused, noExport } from "./manifest.ts";

const newline = 10;
/** The first line is short; where it is not, this is some other file. */
const longestFirst = 1_000_000;

/** Cuts bytes into lines, their newline included, in groups as they come in; a last line without newline is a file that broke off. */
export async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer[]> {
  let begun: Buffer[] = [];
  let any = false;
  for await (const piece of bytes) {
    const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const lines: Buffer[] = [];
    let from = 0;
    for (let at = buffer.indexOf(newline); at >= 0; at = buffer.indexOf(newline, from)) {
      const end = buffer.subarray(from, at + 1);
      lines.push(begun.length > 0 ? Buffer.concat([...begun, end]) : end);
      begun = [];
      from = at + 1;
    }
    // What comes in may be overwritten by the next piece.
    if (from < buffer.length) begun.push(Buffer.from(buffer.subarray(from)));
    if (lines.length > 0) yield lines;
    any ||= lines.length > 0;
    if (!any && begun.reduce((sum, { length }) => sum + length, 0) > longestFirst) break;
  }
  if (!any) throw new FileRefused(noExport);
  if (begun.length > 0) throw new FileRefused("The file breaks off in the middle of a line. Nothing has changed.");
}
