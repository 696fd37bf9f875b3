import { createHash } from "node:crypto";
import { linesIn } from "./lines.ts";
import { counter, damaged, FileRefused, readHeader, readMark, same } from "./manifest.ts";

/** A row of a list, by the names of its columns; every value as PostgreSQL writes it. */
export type Listed = Readonly<Record<string, string | null>>;

/** Reads a list of erasures that `erasuresOf` wrote; what was changed or cut off is refused. */
export async function readErasures(bytes: AsyncIterable<Uint8Array>): Promise<{ municipality: string; rows: Listed[] }> {
  const lines: Buffer[] = [];
  for await (const group of linesIn(bytes)) lines.push(...group);
  const { municipality } = readHeader(lines[0]!, "erasures");
  const [before, last] = [lines.slice(0, -1), lines.at(-1)!];
  const { table = "", columns = [] } = readMark(lines[1] ?? Buffer.alloc(0));
  const whole = createHash("sha256");
  for (const line of before) whole.update(line);
  const count = counter();
  count.add(before.slice(2));
  if (!same(readMark(last).manifest, { tables: { [table]: count.total() }, sha256: whole.digest("hex") })) throw new FileRefused(damaged);
  const rows = before.slice(2).map((line) => JSON.parse(line.toString()) as (string | null)[]);
  return { municipality, rows: rows.map((values) => Object.fromEntries(columns.map((name, index) => [name, values[index] ?? null]))) };
}
