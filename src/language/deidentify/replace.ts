import { findings } from "./deidentify.ts";
import type { Finding } from "./finding.ts";
import { standInsFor } from "./stand-ins.ts";
import type { Lexicon } from "./words/lexicon.ts";
import { lexicon as ours } from "./words/load.ts";

type Wanted = (finding: Finding) => boolean;
const certain: Wanted = (finding) => finding.certain;

/**
 * The text with what is wanted (as a rule: what is certain) replaced by a word in brackets, as in "[naam 1]" or "[leeftijd 40-50]"; the rest stays as it
 * was typed. Again until nothing certain is left, for one detail can hide another.
 */
export function replaced(text: string, wanted: Wanted = certain, lexicon: Lexicon = ours()): string {
  let now = text;
  for (let turn = 0; turn < 20; turn += 1) {
    const found = findings(now, lexicon).filter((finding) => (turn === 0 ? wanted(finding) : wanted(finding) && finding.certain));
    if (found.length === 0) break;
    const standIns = standInsFor(now, found);
    now = found.reduceRight((rest, { start, end }, index) => rest.slice(0, start) + standIns[index]! + rest.slice(end), now);
  }
  return now;
}
