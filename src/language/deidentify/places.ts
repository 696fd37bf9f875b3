import type { Finding } from "./finding.ts";
import { type Read, take, termAt } from "./text.ts";
import { openings, particles, placing, speaking, titles } from "./words/grammar.ts";
import { isName, isOrdinary, isSmallWord, type Lexicon } from "./words/lexicon.ts";

/** Places by list; beyond doubt where a word of place stands in front, or where the word is nothing else. */
export function placesIn(read: Read): Finding[] {
  const { tokens, lexicon, taken } = read;
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === "number" || taken[at]) continue;
    const count = lengthAt(read, at);
    if (count === 0) {
      const area = areaAt(read, at);
      if (area > 0) found.push(take(read, at, at + area - 1, "PLACE", true, "place-in-context"));
      continue;
    }
    const before = tokens[at - 1]?.fold ?? "";
    const placed = placing.has(before) && !taken[at - 1];
    if (count === 1 && lexicon.excuses.has(token.fold)) continue;
    if (isTitled(read, at)) continue;
    const to = at + count - 1 + beyond(read, at + count);
    const ambiguous = count === 1 && (isName(lexicon, token.fold) || isOrdinary(lexicon, token.fold) || !isListed(read, at));
    if (token.capital || token.text === "'") {
      if (ambiguous && !placed && (isPerson(read, at) || openings.has(token.fold))) continue;
      found.push(take(read, at, to, "PLACE", placed || !ambiguous, placed ? "place-in-context" : "place"));
    } else if (count > 1 || !isSmallWord(lexicon, token.fold) || standsAlone(read, at)) {
      found.push(take(read, at, to, "PLACE", placed && !ambiguous, placed ? "place-in-context" : "place"));
    } else continue;
    at = to;
  }
  return found;
}

function lengthAt(read: Read, at: number): number {
  const listed = termAt(read, at, read.lexicon.places);
  if (listed > 0) return listed;
  const { capital, fold } = read.tokens[at]!;
  const { places, proper } = read.lexicon.dictionary;
  return places.has(fold) || (capital && proper.has(fold) && /^(?:in|te|uit|naar|gemeente|vanuit)$/.test(read.tokens[at - 1]?.fold ?? "")) ? 1 : 0;
}

const isListed = ({ tokens, lexicon }: Read, at: number): boolean =>
  lexicon.places.has(tokens[at]!.fold) || lexicon.dictionary.places.has(tokens[at]!.fold) || lexicon.longest.has(tokens[at]!.fold);

/** "we wonen in best, best prettig": behind a word of place, and nothing follows that it could be said of. */
function standsAlone({ tokens, lexicon }: Read, at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!/^(?:in|te|uit|naar)$/.test(before?.fold ?? "") || !lexicon.places.has(tokens[at]!.fold)) return false;
  return after?.kind !== "word" || speaking.has(after.fold) || openings.has(after.fold);
}

/** "mevrouw Van Ommen" and "van der Veen" are people. */
function isTitled({ tokens }: Read, at: number): boolean {
  let back = at - 1;
  while (back > 0 && (particles.has(tokens[back]!.fold) || tokens[back]!.text === ".") && !/^(?:in|te|uit)$/.test(tokens[back]!.fold)) back -= 1;
  return titles.has(tokens[back]?.fold ?? "") || (/^(?:der|den)$/.test(tokens[at - 1]?.fold ?? "") && tokens[at - 2]?.fold === "van");
}

/** How many tokens more belong to a place: "Krimpen" with "aan de Lek", "Almere" with "Buiten", "gouda" with "oost". */
function beyond({ tokens, taken }: Read, at: number): number {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!first || taken[at]) return 0;
  if (/^(?:noord|oost|zuid|west|centrum|zuidoost|buiten|haven|stad|dorp)$/.test(first.fold) && !first.first) return 1;
  if (/^(?:aan|op|bij|onder)$/.test(first.fold) && second?.capital && !second.first) return 2;
  return /^(?:aan|op|bij)$/.test(first.fold) && /^(?:de|den|het|t)$/.test(second?.fold ?? "") && third?.capital && !third.first ? 3 : 0;
}

/** A name beside a name is no place. */
function isPerson({ tokens, lexicon }: Read, at: number): boolean {
  let back = at - 1;
  while (back > 0 && particles.has(tokens[back]!.fold) && !placing.has(tokens[back]!.fold)) back -= 1;
  const [before, after] = [tokens[back], tokens[at + 1]];
  const named = (word: typeof before, lex: Lexicon) => word?.kind === "word" && word.capital && isName(lex, word.fold);
  return named(before, lexicon) || named(after, lexicon);
}

/** "wijk Oud-Krispijn", "buurt De Hoogte": a word for a part of a town and the capitals behind it. */
function areaAt({ tokens, taken, lexicon }: Read, at: number): number {
  const before = tokens[at - 1];
  if (
    !before ||
    !/^(?:wijk|buurt|stadsdeel|deelgemeente|dorp|gehucht|camping|vakantiepark|azc|gemeente|winkelcentrum|flat)$/.test(before.fold) ||
    !tokens[at]!.capital
  )
    return 0;
  let count = 0;
  while (tokens[at + count]?.capital && !taken[at + count] && !(count > 0 && tokens[at + count]!.first) && !lexicon.excuses.has(tokens[at + count]!.fold))
    count += 1;
  return count;
}
