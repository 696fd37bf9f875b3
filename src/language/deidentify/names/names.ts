import type { Finding } from "../finding.ts";
import { type Read, take } from "../text.ts";
import { runAt } from "./run.ts";
import { titles } from "../words/grammar.ts";
import { weigh } from "./weigh.ts";

/** Names of people: runs of capitals, initials and particles, weighed by what stands in the lists and around them. */
export function namesIn(read: Read): Finding[] {
  const { tokens, taken } = read;
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (taken[at] || tokens[at]!.kind !== "word") continue;
    const run = runAt(read, at);
    if (!run) continue;
    const { to, parts } = run;
    const grade = weigh(read, at, to, parts);
    if (!grade) continue;
    found.push(take(read, withTitle(read, at), to, "NAME", grade.certain, grade.why));
    at = to;
  }
  return found;
}

/** Back over "mw.", "de heer": to some the title belongs to the name. */
function withTitle({ tokens, taken }: Read, at: number): number {
  const point = tokens[at - 1]?.text === "." ? 1 : 0;
  return titles.has(tokens[at - 1 - point]?.fold ?? "") && !taken[at - 1 - point] ? at - 1 - point : at;
}
