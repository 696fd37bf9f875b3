import { type Finding, findings } from "./deidentify.ts";
import { disjoint } from "./disjoint.ts";
import { standInsFor } from "./stand-ins.ts";

// Several texts of one story (a sentence, what happened, what matters): what is found in one is found in all, and who is number 1 in one is number 1 in all.

const border = "\n¶\n";

/** Which finding goes; `words` is what stands there. */
export type Wanted = (finding: Finding, words: string) => boolean;
const certain: Wanted = (finding) => finding.certain;

/** What is found in each text, knowing what the others say. Nothing that is found in a text by itself is missing. */
export function foundTogether(texts: readonly string[]): Finding[][] {
  const all = findings(texts.join(border));
  let from = 0;
  return texts.map((text) => {
    const [start, end] = [from, from + text.length];
    from = end + border.length;
    const inside = all
      .filter((finding) => finding.end > start && finding.start < end)
      .map((finding) => ({ ...finding, start: Math.max(finding.start, start) - start, end: Math.min(finding.end, end) - start }));
    return disjoint(text, [...inside, ...findings(text)]);
  });
}

/** The word in brackets for each finding of each text. A number that stands in a text already is not given again. */
export function standInsTogether(texts: readonly string[], found: readonly (readonly Finding[])[]): string[][] {
  const whole = texts.join(border);
  let from = 0;
  const placed = found.flatMap((list, index) => {
    const start = from;
    from += texts[index]!.length + border.length;
    return list.map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start }));
  });
  const words = standInsFor(whole, placed).map((word) =>
    word.replace(/^\[(\p{L}+) (\d+)\]$/u, (_, name: string, number: string) => `[${name} ${Number(number) + highest(whole, name)}]`),
  );
  let next = 0;
  return found.map((list) => words.slice(next, (next += list.length)));
}

const highest = (text: string, name: string): number =>
  Math.max(0, ...[...text.matchAll(new RegExp(`\\[${name} (\\d{1,3})\\]`, "g"))].map(([, number]) => Number(number)));

/**
 * The texts with what is wanted (as a rule: what is certain) replaced, by the writer's `own` word when there is one; the rest stays as it was typed.
 * Again until nothing wanted is certain, for one detail can hide another.
 */
export function replacedTogether(texts: readonly string[], wanted: Wanted = certain, own?: string): string[] {
  let now = [...texts];
  for (let turn = 0; turn < 20; turn += 1) {
    const found = foundTogether(now).map((list, index) =>
      list.filter((finding) => (turn === 0 || finding.certain) && wanted(finding, now[index]!.slice(finding.start, finding.end))),
    );
    if (found.every((list) => list.length === 0)) break;
    const standIns = standInsTogether(now, found);
    now = now.map((text, index) =>
      found[index]!.reduceRight((rest, { start, end }, which) => rest.slice(0, start) + (own ?? standIns[index]![which]!) + rest.slice(end), text),
    );
  }
  return now;
}
