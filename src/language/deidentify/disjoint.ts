import type { Finding } from "./finding.ts";

const telling = /[\p{L}\p{N}@]/u;

/**
 * Sorted and without overlap: the certain before the doubtful, and of those what stands first in the list. Of a finding that another one holds in part,
 * what is left stays, so that no letter or digit that was found is lost.
 */
export function disjoint(text: string, found: readonly Finding[]): Finding[] {
  const held = new Uint8Array(text.length + 1);
  const kept: Finding[] = [];
  for (const certain of [true, false])
    for (const finding of found) {
      if (finding.certain !== certain) continue;
      for (let start = finding.start; start < finding.end; start += 1) {
        if (held[start]) continue;
        let end = start + 1;
        while (end < finding.end && !held[end]) end += 1;
        const whole = start === finding.start && end === finding.end;
        if (whole || telling.test(text.slice(start, end))) kept.push(whole ? finding : { ...finding, ...trimmed(text, start, end) });
        held.fill(1, start, end);
        start = end;
      }
    }
  return kept.sort((one, other) => one.start - other.start);
}

/** Without the spaces and signs at its ends. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end - 1 && !telling.test(text[start]!)) start += 1;
  while (end > start + 1 && !telling.test(text[end - 1]!)) end -= 1;
  return { start, end };
}
