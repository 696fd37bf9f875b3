import type { Finding, FindingType, Why } from "./finding.ts";
import type { Token } from "./tokens.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** A text as the engine reads it: made plain, cut into tokens, and which of those are spoken for. */
export type Read = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** Written without capitals, as people do in haste: then a word that is nowhere in the dictionary is asked. */
  readonly small: boolean;
  /** One byte a token: 1 when a finding holds it, 2 when an excuse cleared it. */
  readonly taken: Uint8Array;
};

/** The finding over tokens `from` up to and including `to`, which are then spoken for. */
export function take({ tokens, taken }: Read, from: number, to: number, type: FindingType, certain: boolean, why: Why): Finding {
  taken.fill(1, from, to + 1);
  return { start: tokens[from]!.start, end: endOf(tokens[to]!), type, certain, why };
}

/** Of "Fatima's" the name ends before the apostrophe. */
const endOf = ({ kind, end, text, fold }: Token): number =>
  kind === "word" && /['’]s$/i.test(text) && !fold.endsWith("'s") && text.length > 3 ? end - 2 : end;

/** The longest term of a list that begins at this token: how many tokens it has, none when there is none. */
export function termAt({ tokens, lexicon, taken }: Read, at: number, list: ReadonlySet<string>): number {
  const first = tokens[at]!.fold;
  const most = lexicon.longest.get(first) ?? 1;
  if (most > 1) {
    let term = first;
    let best = list.has(first) ? 1 : 0;
    for (let count = 1; count < most && at + count < tokens.length && !taken[at + count]; count += 1) {
      const next = tokens[at + count]!;
      if (next.kind === "sign" && !next.joined) break;
      term += next.joined ? next.fold : ` ${next.fold}`;
      if (list.has(term)) best = count + 1;
    }
    return best;
  }
  return list.has(first) ? 1 : 0;
}

/** Clears what is written with capitals and is nobody: "Centrale Raad van Beroep", "Wet langdurige zorg". Single words are cleared where they are met. */
export function excuse(read: Read): void {
  for (let at = 0; at < read.tokens.length; at += 1) {
    if (read.taken[at] || !read.lexicon.longest.has(read.tokens[at]!.fold)) continue;
    const count = termAt(read, at, read.lexicon.excuses);
    if (count > 1) read.taken.fill(2, at, at + count);
  }
}

/** Whether somebody writes without capitals: of the words that begin a sentence, few have one. */
export function isSmall(tokens: readonly Token[]): boolean {
  let [begun, capitals] = [0, 0];
  for (const { first, kind, capital } of tokens)
    if (first && kind === "word") {
      begun += 1;
      if (capital) capitals += 1;
    }
  return begun > 0 && capitals / begun < 0.34;
}

/** "het Martini", "de Basis": the small article in front of a name that may be part of it. */
export const withArticle = ({ tokens, taken }: Read, at: number): number =>
  at > 0 && /^(?:de|het|'t)$/.test(tokens[at - 1]!.text) && !taken[at - 1] && tokens[at]!.capital ? at - 1 : at;
