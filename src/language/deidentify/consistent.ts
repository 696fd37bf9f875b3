import type { Finding } from "./finding.ts";
import type { Read } from "./text.ts";
import { openings, particles } from "./words/grammar.ts";
import { isName, isOrdinary } from "./words/lexicon.ts";

/** A name once found for certain is found everywhere in the text, also bare or small; a small word that is an ordinary one stays what it is. */
export function againIn({ tokens, lexicon }: Read, found: readonly Finding[]): Finding[] {
  const known = new Map<string, Finding["type"]>();
  const holds = (finding: Finding, start: number, end: number) => start >= finding.start && end <= finding.end + 2;
  const certain = found.filter((finding) => finding.certain && (finding.type === "NAME" || finding.type === "PLACE" || finding.type === "ORG"));
  if (certain.length === 0) return [];
  let which = 0;
  for (const token of tokens) {
    while (which < certain.length && certain[which]!.end <= token.start) which += 1;
    const finding = certain[which];
    if (!finding) break;
    if (token.kind !== "word" || token.fold.length < 3 || !holds(finding, token.start, token.end)) continue;
    if (particles.has(token.fold) || openings.has(token.fold) || (!token.capital && isOrdinary(lexicon, token.fold))) continue;
    if (finding.type === "NAME" || !isOrdinary(lexicon, token.fold)) known.set(token.fold, finding.type);
  }
  const again: Finding[] = [];
  for (const token of tokens) {
    const type = token.kind === "word" ? known.get(token.fold) : undefined;
    if (!type || type === "ORG") continue;
    const ordinary = isOrdinary(lexicon, token.fold);
    if (ordinary && (!token.capital || (token.first && !isName(lexicon, token.fold)))) continue;
    const end = /['’]s$/i.test(token.text) ? token.end - 2 : token.end;
    again.push({ start: token.start, end, type, certain: !ordinary || !token.first, why: "named-before" });
  }
  return again;
}
