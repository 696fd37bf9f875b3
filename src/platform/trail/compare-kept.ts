import type { Head } from "./chain.ts";
import type { Ours } from "./compare.ts";
import { collected, type Finding } from "./finding.ts";
import { headOf, lineOf } from "./line.ts";

export type Kept = { readonly last: number; readonly findings: readonly Finding[]; readonly more: number };

/**
 * Lays the lines that were kept elsewhere beside the heads of the database. A line may stand there twice, or be cut off where it is
 * written whole next: that is what processes side by side and kills leave behind. The last head of all may not be kept yet.
 * `before` is how long the file was (in bytes) before the database was looked at: what came later may be newer than what we saw.
 */
export async function compareKept(
  lines: AsyncIterable<string> | Iterable<string>,
  before: number,
  inDatabase: (number: number) => Promise<Head | undefined>,
  last: Head | undefined,
  ours: Ours,
): Promise<Kept> {
  const found = collected();
  const end = last?.number ?? 0;
  let [reached, position, count, offset] = [0, 0, 0, 0];
  let whole = "";
  let cuts: { line: string; count: number }[] = [];
  const completed = (line: string): void => {
    for (const cut of cuts) if (!line.startsWith(cut.line) && !whole.startsWith(cut.line)) found.add("kept-unreadable", cut.count, cut.count);
    cuts = [];
    whole = line;
  };
  for await (const line of lines) {
    const newer = offset >= before;
    offset += Buffer.byteLength(line) + 1;
    count++;
    const head = headOf(line);
    if (!head) {
      if (!newer) cuts.push({ line, count });
      continue;
    }
    completed(line);
    if (newer && head.number > end) continue;
    const held = head.number > end ? undefined : await inDatabase(head.number);
    const same = held !== undefined && lineOf(held) === line;
    if (!same && ours(head) !== "ours") {
      found.add("kept-changed", count, count);
      continue;
    }
    if (head.number > reached + 1) found.add("kept-missing", reached + 1, head.number - 1, position + 1);
    if (!same) found.add(held ? "heads-rewritten" : "heads-cut-off", head.number, head.number, position + 1);
    if (head.number > reached) [reached, position] = [head.number, head.position];
  }
  const next = reached < end ? await inDatabase(reached + 1) : undefined;
  completed(next ? lineOf(next) : "");
  if (end > reached + 1) found.add("kept-missing", reached + 1, end, position + 1);
  return { last: reached, findings: found.findings, more: found.more() };
}
