import { folded } from "./words/dictionary.ts";

/** A word, a number or a sign of a text, with what is asked of it again and again. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As it is looked up; of a possessive ("Fatima's") without its ending. */
  readonly fold: string;
  readonly kind: "word" | "number" | "sign";
  /** It begins with a capital. */
  readonly capital: boolean;
  /** It consists of capitals, at least two. */
  readonly loud: boolean;
  /** A sentence begins here, so that a capital says nothing. */
  readonly first: boolean;
  /** Nothing stands between this and the token before. */
  readonly joined: boolean;
};

// Letters with what belongs to them; within a word an apostrophe or a hyphen between letters.
const pattern = /[\p{L}](?:[\p{L}\p{M}]|['-](?=\p{L}))*|\p{N}+|[^\s]/gu;

const ends = new Set([".", "!", "?", ";", '"', "(", "[", "*", "•", ">", "/"]);
/** After these a point ends no sentence. */
const abbreviations = new Set(
  (
    "dhr mw mevr mej dr drs mr ir ing prof ds fam bijv bv jl ca nr tel geb art blz enz evt incl m.b.t o.a st str wed hr mrs ass adv not vd jr sr plm resp " +
    "v d t jan feb mrt apr jun jul aug sep sept okt nov dec ma di wo do vr za zo i.v.m d.d"
  ).split(" "),
);

/** Cuts a text (made plain first) into words, numbers and signs. */
export function tokens(text: string): Token[] {
  const list: Token[] = [];
  let first = true;
  let before = 0;
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const start = match.index;
    const code = found.charCodeAt(0);
    const kind = isLetter(found, code) ? "word" : isDigit(found, code) ? "number" : "sign";
    if (!first && hasBreak(text, before, start)) first = true;
    const end = start + found.length;
    if (kind === "word") {
      const whole = folded(found);
      const fold = whole.endsWith("'s") ? whole.slice(0, -2) : whole;
      const capital = found[0] !== found[0]!.toLowerCase();
      list.push({
        start,
        end,
        text: found,
        fold,
        kind,
        capital,
        loud: capital && found.length > 1 && found === found.toUpperCase(),
        first,
        joined: start === before,
      });
      first = false;
    } else {
      list.push({ start, end, text: found, fold: found, kind, capital: false, loud: false, first, joined: start === before });
      if (kind === "number") first = false;
      else if (found === "'" && list.at(-2)?.text === ":") first = true;
      else if (ends.has(found)) first = found !== "." || endsSentence(list);
    }
    before = end;
  }
  return list;
}

const isLetter = (found: string, code: number): boolean => (code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : /^\p{L}/u.test(found));
const isDigit = (found: string, code: number): boolean => (code < 128 ? code >= 48 && code <= 57 : /^\p{N}/u.test(found));

/** A line break in the white space before a word. */
function hasBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) return true;
  return false;
}

/** Whether the point just read ends a sentence: not behind an abbreviation, an initial or a number. */
function endsSentence(list: readonly Token[]): boolean {
  const before = list.at(-2);
  if (before?.kind !== "word" || !list.at(-1)!.joined) return true;
  return !(abbreviations.has(before.fold) || (before.text.length === 1 && before.capital));
}
