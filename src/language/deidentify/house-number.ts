import type { Read } from "./text.ts";

const addition = /^(?:[a-z]|hs|bis|rood|zwart|wit|huis|boven|beneden|[iv]{1,3}|bg|hoog|laag)$/i;
const inWords = /^(?:tien|elf|twaalf|\p{L}{0,12}(?:tien|tig))$/u;

/** The last token of the number of a house that begins here: "91a", "12-3", "8 bis", "60 en 62", "tachtig"; `at - 1` when there is none. */
export function houseAt(read: Read, at: number): number {
  const { tokens, text } = read;
  const from = at + wordsBefore(read, at);
  const number = tokens[from];
  if (number && inWords.test(number.fold)) return from;
  if (number?.kind !== "number" || number.text.length > 5 || (number.first && tokens[from - 1]?.text !== ".") || isCount(text, number.end)) return at - 1;
  let to = from + added(read, from);
  while (/^[-/]$/.test(tokens[to + 1]?.text ?? "") && tokens[to + 1]!.joined && isPart(tokens[to + 2])) to += 2;
  if (tokens[to + 1]?.kind === "number" && tokens[to + 1]!.joined && tokens[to]!.kind === "word") to += 1;
  if (to > from) to += added(read, to);
  while (/^(?:en|&|,|t)$/.test(tokens[to + 1]?.fold ?? "") && isShort(tokens[to + 2]) && !isCount(text, tokens[to + 2]!.end)) to += 2;
  return to;
}

type Token = Read["tokens"][number];
const isPart = (token: Token | undefined): boolean => token !== undefined && token.joined && (token.kind === "number" || token.text.length < 4);
const isShort = (token: Token | undefined): boolean => token?.kind === "number" && token.text.length < 5;

/** "nr. ", and the point of "kerkstr.". */
function wordsBefore({ tokens }: Read, at: number): number {
  const [first, second, before] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  const abbreviated = first?.text === "." && first.joined && /(?:str|ln|pl|wg|gr)$/.test(before?.fold ?? "");
  if (!abbreviated && !/^(?:nr|nummer|no)$/.test(first?.fold ?? "")) return 0;
  return second?.text === "." ? 2 : 1;
}

/** "a", "bis", "hs" behind a number: one token, or none. */
function added({ tokens }: Read, at: number): number {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (next?.kind !== "word" || !addition.test(next.text)) return 0;
  return next.joined || next.text.length > 1 || /^[A-H]$/.test(next.text) || after?.kind !== "word" ? 1 : 0;
}

/** Something is counted: no number of a house. */
const isCount = (text: string, end: number): boolean =>
  /^ ?(?:uur|euro|jaar|keer|meter|km|minuten|dagen|weken|maanden|%|mensen|personen|kinderen)\b/i.test(text.slice(end, end + 10));
