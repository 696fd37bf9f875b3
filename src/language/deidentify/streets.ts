import type { Finding } from "./finding.ts";
import { houseAt } from "./house-number.ts";
import { type Read, take, termAt } from "./text.ts";
import { isOrdinary } from "./words/lexicon.ts";

const ending =
  /(?:straat|str|weg|laan|ln|plein|gracht|kade|singel|dijk|steeg|hof|plantsoen|park|pad|ring|dreef|baan|markt|brink|oord|kamp|veld|erf|werf|vaart|haven|wal|zoom|horst|hage|meent|weide|akker|gaarde|waard|rak|stede|poort|tuin|heuvel|berg|dal|bos|hoek|hout|laantje|straatje|pleintje|hoven|burg|borg|sluis|brug|bolwerk|boulevard|passage|promenade|kwartier|allee|esplanade|oever|wetering|stee|velden|landen|akkers|tuinen|flat|schans|molen|rede|singels|kolk|zijde)$/;
/** Street words of one's own: with one of these in front of "van" or a name. */
const heads = new Set("laan weg plein straat kade dijk singel gracht park hof steeg pad boulevard bolwerk rotonde burcht brink markt".split(" "));
/** So short and common as the end of a word that a house number or a street list has to confirm it. */
const weak =
  /(?:berg|dal|bos|hoek|hout|burg|borg|brug|veld|velden|kamp|oord|horst|hage|rak|wal|zoom|poort|molen|rede|landen|hoven|haven|markt|park|flat|stee|stede|ring|erf|hof|pad|str|ln|zijde|sluis|schans|kolk|brink|tuin|heuvel|baan|weide|akker|waard|kwartier)$/;
const between = new Set("v van der den de het 't 's ten ter te op aan in la le du a'".split(" "));
const standing = new Set("op aan in van adres bij naar uit de het woont nummer langs hoek vanaf t/m straat".split(" "));

/** Streets, with the number of the house where there is one: with a number beyond doubt, without one when the word is nothing else. */
export function streetsIn(read: Read): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < read.tokens.length; at += 1) {
    const last = streetAt(read, at);
    if (last < 0) continue;
    const [first, number] = [beginOf(read, at), houseAt(read, last + 1)];
    const { capital, fold } = read.tokens[at]!;
    const listed = termAt(read, at, read.lexicon.streets) > 0;
    const known = isOrdinary(read.lexicon, fold);
    if (number > last) {
      if (!capital && first === at && known && !listed) continue;
      found.push(take(read, first, number, "ADDRESS", true, "street-and-number"));
    } else if (capital && (listed || !weak.test(fold)) && (!known || first < at || last > at) && (!read.tokens[at]!.first || !known))
      found.push(take(read, first, last, "ADDRESS", !known || listed || first < at || last > at, "street"));
    at = Math.max(last, number);
  }
  return found;
}

/** The last token of a street whose chief word is this one; -1 when it is none. */
function streetAt(read: Read, at: number): number {
  const { tokens, taken, lexicon } = read;
  const token = tokens[at]!;
  if (token.kind !== "word" || taken[at]) return -1;
  const listed = termAt(read, at, lexicon.streets);
  if (listed > 0 && (token.capital || !isOrdinary(lexicon, token.fold) || listed > 1)) return at + listed - 1;
  // "Laan van Meerdervoort", "Plein 1944".
  if (token.capital && heads.has(token.fold)) {
    let to = at + 1;
    while (to < tokens.length && (between.has(tokens[to]!.fold) || (tokens[to]!.text === "." && tokens[to - 1]!.fold.length < 3))) to += 1;
    if (to > at + 1 && tokens[to]?.capital) return runEnd(read, to);
    if (to === at + 1 && !token.first && tokens[to]?.kind === "number") return at;
    if (to === at + 1 && /^(?:19|20)?[4-9]\d$/.test(tokens[to]?.text ?? "")) return to;
    return -1;
  }
  if (token.fold.length > 5 && ending.test(token.fold) && !token.loud) return at;
  // "de Oude Delft 34", "op Rokin 5": capitals behind a word of place, and a number of a house behind them.
  const { fold: before = "" } = tokens[at - 1] ?? {};
  if (token.capital && !token.first && standing.has(before) && !lexicon.excuses.has(token.fold)) {
    const to = runEnd(read, at);
    const number = tokens[to + 1];
    if (number?.kind === "number" && !/^(?:19|20)\d\d$/.test(number.text) && number.text.length < 5 && houseAt(read, to + 1) > to) return to;
  }
  return -1;
}

/** The last of the capitals that follow each other from here. */
function runEnd({ tokens, taken }: Read, at: number): number {
  let to = at;
  while (to + 1 < tokens.length && tokens[to + 1]!.capital && !taken[to + 1] && !tokens[to + 1]!.first) to += 1;
  return to;
}

/** Back over "Burgemeester van", "Pieter", "Nieuwe", "1e". */
function beginOf({ tokens, taken, lexicon }: Read, at: number): number {
  if (tokens[at - 1]?.text === "." && /^(?:dr|prof|burg|ds|mr|past|st|ir)$/.test(tokens[at - 2]?.fold ?? "")) return at - 2;
  if (!tokens[at]!.capital && at > 0 && !tokens[at - 1]!.capital) return at;
  let from = at;
  for (let back = at - 1; back >= 0 && at - back < 7; back -= 1) {
    const token = tokens[back]!;
    if (taken[back] || token.kind === "sign") {
      if (token.text === "." && (tokens[back - 1]?.capital ?? false) && !taken[back]) continue;
      break;
    }
    if (
      token.kind === "word" &&
      token.capital &&
      !(
        token.first &&
        (standing.has(token.fold) ||
          (isOrdinary(lexicon, token.fold) &&
            !/^(?:nieuwe|oude|lange|korte|grote|kleine|hoge|lage|burgemeester|dokter|prins|prinses|koning|koningin|pastoor|professor|sint|meester|dominee)$/.test(
              token.fold,
            )))
      )
    )
      from = back;
    else if (token.kind === "number" && /^[123]$/.test(token.text)) from = back;
    else if (!(token.kind === "word" && (between.has(token.fold) || /^(?:e|de|ste)$/.test(token.fold)))) break;
    if (token.first) break;
  }
  return from;
}
