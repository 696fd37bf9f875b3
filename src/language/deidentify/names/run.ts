import type { Read } from "../text.ts";
import { openings, particles, relations, speaking, titles, towards } from "../words/grammar.ts";
import { isCompound, isGiven, isOfficial, isName, isOrdinary, isSmallWord, type Lexicon } from "../words/lexicon.ts";

export type Run = { readonly to: number; readonly parts: readonly number[] };

/** What begins at this token and may be a name: the last token, and which tokens are parts of it that say something. */
export function runAt(read: Read, at: number): Run | undefined {
  const { tokens, taken, lexicon } = read;
  const parts: number[] = [];
  let to = at - 1;
  for (let next = at; next < tokens.length && next - at < 12 && !taken[next]; next += 1) {
    const token = tokens[next]!;
    if (token.first && next > at) break;
    if (isInitial(read, next)) {
      parts.push(next);
      to = tokens[next + 1]?.text === "." && tokens[next + 1]!.joined ? next + 1 : next;
      next = to;
    } else if (token.kind === "word" && token.capital) {
      if (next === at && isOpening(read, next)) return undefined;
      if ((lexicon.excuses.has(token.fold) || isOfficial(lexicon, token.fold)) && parts.length === 0 && !titled(read, at)) break;
      if (!particles.has(token.fold) || parts.length === 0) parts.push(next);
      to = next;
    } else if (token.kind === "word" && isSmallName(read, next, parts.length > 0 || titled(read, at))) {
      parts.push(next);
      to = next;
    } else if (!isParticle(read, next) || (next === at && !leading.has(token.fold))) break;
  }
  return parts.length > 0 ? { to, parts } : undefined;
}

/** With these a surname may begin. */
const leading = new Set("van de het t der den el al ait ben bin abu bint ter ten ould le la du di da".split(" "));

/** A capital with a point, or alone where a title or a name stands beside it. */
function isInitial({ tokens }: Read, at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== "word" || !/^(?:\p{Lu}|Ch|Th|IJ|Ph|Jr|Sr)$/u.test(token.text)) return false;
  if (tokens[at + 1]?.text === "." && tokens[at + 1]!.joined)
    return token.text.length > 1 || !token.first || /^\p{Lu}/u.test(tokens[at + 2]?.text ?? "") || speaking.has(tokens[at + 2]?.fold ?? "");
  return titles.has(tokens[at - 1]?.fold ?? "") || (!token.first && relations.has(tokens[at - 1]?.fold ?? ""));
}

/** Where a sentence begins, an ordinary word that nobody is called by. */
function isOpening({ tokens, lexicon }: Read, at: number): boolean {
  const { first, fold } = tokens[at]!;
  if (!first) return false;
  if (openings.has(fold)) return !isGiven(lexicon, fold) || !(tokens[at + 1]?.capital ?? false);
  if (isName(lexicon, fold)) return false;
  if (isOfficial(lexicon, fold)) return true;
  return isOrdinary(lexicon, fold) || (!(tokens[at + 1]?.capital ?? false) && isCompound(lexicon, fold));
}

export const titled = ({ tokens }: Read, at: number): boolean => {
  const before = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
  return before !== undefined && titles.has(before.fold);
};

/** A small word that is a name and nothing else, or one behind a title or a name that may be one. */
function isSmallName(read: Read, at: number, beside: boolean): boolean {
  const { tokens, lexicon } = read;
  // "van der valk", "v.d. berg": what follows these is a name, however it is written.
  if (/^(?:der|den)$/.test(tokens[at - 1]?.fold ?? "") && tokens[at - 2]?.fold === "van" && !openings.has(tokens[at]!.fold)) return true;
  const { fold } = tokens[at]!;
  if (!isLatin.test(fold)) return true;
  if (fold.length < 2 || particles.has(fold) || openings.has(fold)) return false;
  const spoken = tells(tokens, at) || isAddressed(tokens, at);
  if (isSmallWord(lexicon, fold))
    return (beside && lexicon.surnames.has(fold) && !speaking.has(fold)) || ((spoken || relations.has(tokens[at - 1]?.fold ?? "")) && isGiven(lexicon, fold));
  if (fold.length < 3) return isGiven(lexicon, fold) && (beside || spoken);
  const listed = isGiven(lexicon, fold) || lexicon.surnames.has(fold) || (lexicon.dictionary.names.has(fold) && (beside || spoken || fold.length > 4));
  return listed || ((beside || spoken || read.small || isAgainst(read, at)) && isUnknown(lexicon, fold));
}

const isLatin = /\p{Script=Latin}/u;
/** Nowhere in the dictionary, in no form, and no compound of what is. */
export const isUnknown = (lexicon: Lexicon, fold: string): boolean =>
  fold.length > 3 &&
  !isOfficial(lexicon, fold) &&
  !lexicon.excuses.has(fold) &&
  !lexicon.dictionary.acronyms.has(fold) &&
  !lexicon.dictionary.proper.has(fold) &&
  !isCompound(lexicon, fold);

/** What people do follows, and no article or adjective stands before: a bare word that does something is somebody. */
function tells(tokens: Read["tokens"], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.kind !== "word" || !speaking.has(after.fold)) return false;
  return tokens[at]!.first || !before || before.kind === "sign" || (openings.has(before.fold) && !determining.has(before.fold));
}

const determining = new Set(
  "de het een die dit deze mijn haar zijn ons onze uw hun jouw elke elk ieder iedere geen alle veel weinig meer minder te".split(" "),
);

const calling = new Set("heet heette noemt noemen genaamd vraag bel belde mail sprak namens aldus groetjes groet groeten met door bij".split(" "));

/** Somebody is addressed: behind "met", "namens" or "heet", and nothing follows of which it could be said. */
const isAddressed = (tokens: Read["tokens"], at: number): boolean =>
  calling.has(tokens[at - 1]?.fold ?? "") && (tokens[at + 1]?.kind !== "word" || tokens[at + 1]!.fold === "en");

/** A small word against a capital that is nobody's but a name's: "şükrü Altun". */
const isAgainst = ({ tokens, lexicon }: Read, at: number): boolean => {
  const after = tokens[at + 1];
  return (
    after !== undefined &&
    after.capital &&
    !after.first &&
    !after.loud &&
    !isOrdinary(lexicon, after.fold) &&
    !lexicon.excuses.has(after.fold) &&
    !lexicon.dictionary.peoples.has(after.fold)
  );
};

/** "van", "el" and the like belong to a name when more of it follows. */
function isParticle(read: Read, at: number): boolean {
  const { tokens, taken, lexicon } = read;
  const token = tokens[at]!;
  if (!(token.kind === "word" || token.text === "'") || !(particles.has(token.fold) || token.text === "'")) return false;
  for (let next = at + 1; next < at + 4 && next < tokens.length && !taken[next]; next += 1) {
    const { capital, fold, first, kind } = tokens[next]!;
    if (first) return false;
    if (particles.has(fold) || kind === "sign") {
      if (kind === "sign" && fold !== "'" && fold !== "-") return false;
      continue;
    }
    return capital
      ? (!lexicon.excuses.has(fold) || token.fold === "van") && (!towards.has(token.fold) || token.fold === "van")
      : (lexicon.surnames.has(fold) && (!isOrdinary(lexicon, fold) || titled(read, at))) || /^(?:der|den|d)$/.test(tokens[next - 1]!.fold);
  }
  return false;
}
