import type { Finding } from "./finding.ts";
import { type Read, take, withArticle } from "./text.ts";
import { kinds } from "./organisations.ts";
import { openings } from "./words/grammar.ts";
import { isCompound, isOfficial, isOrdinary } from "./words/lexicon.ts";

const counted =
  /^ ?(?:euro|eur|€|ct|cent|uur|uren|u\b|min|minuten|dag|dagen|week|weken|maand|maanden|mnd|jaar|jaren|kwartaal|keer|maal|x\b|meter|m2|m\b|km|kilometer|cm|kg|kilo|gram|liter|procent|%|mensen|personen|man\b|gezinnen|huishoudens|woningen|kamers|instanties|formulieren|brieven|mails|telefoontjes|gesprekken|bezoeken|afspraken|aanvragen|pagina|bladzijden|stuks|punten|zorgaanbieders|aanbieders|medewerkers|collega|leden|uurtjes|werkdagen|dagdelen|dagdeel|nachten|sessies|ritten|stappen|regels|mille|miljoen|duizend|e\b|de\b|ste\b|tal\b|-?urige|-?daagse|-?weekse|-?maandelijks|e-?mails?|treden|trappen|hoog\b|verdieping|schuldeisers|schulden|deurwaarders|kinderen|volwassenen|signalen|plekken|plaatsen|keuzes|opties|redenen|vragen|dingen|jongeren|ouderen|inwoners|cliënten|bewoners|uitkeringen)/i;
const before =
  /(?:€|eur|euro|artikel|art\.?|lid|leden|onder|sub|par\.|paragraaf|hoofdstuk|§|stap|punt|regel|code|vraag|kolom|rij|bijlage|model|formulier|type|variant|optie|scenario|fase|niveau|groep|klas|bijlage|versie|pagina|blz\.?|p\.|wmo|jeugdwet|pw|participatiewet|awb|wlz|wgs|zvw|circa|ca\.?|ongeveer|max(?:imaal|\.)?|min(?:imaal|\.)?|totaal|bedrag|nr\.?|route|top|wk|week|x|~|±|\+|<|>|=|×) ?$/i;
const emergency = /^(?:112|113|144|14|0800|0900|088|24|7|365|50|100)$/;

/** Deny by default: every capital, number and sign that nothing has cleared is asked. */
export function doubtsIn(read: Read): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < read.tokens.length; at += 1) {
    if (read.taken[at]) continue;
    const { kind, text } = read.tokens[at]!;
    if (kind === "word" && isOpen(read, at)) {
      const to = runEnd(read, at);
      found.push(take(read, opening(read, at), to, "OTHER", false, "capital"));
      at = to;
    } else if (kind === "number" ? isLeading(read, at) : text === "@") found.push(take(read, at, at, "OTHER", false, kind === "number" ? "digits" : "sign"));
  }
  besides(read, found);
  return found;
}

const small = new Set("de het een en van der den in op aan voor te ter ten bij met naar over uit 't & +".split(" "));

/** The last of the capitals that belong together: "Thuis in Zorg", "Samen & Sterk". */
function runEnd({ tokens, taken, lexicon }: Read, at: number): number {
  let to = at;
  for (let next = at + 1; next < tokens.length && next - to < 4 && !taken[next]; next += 1) {
    const { capital, first, fold, kind } = tokens[next]!;
    if (first && next > at) break;
    if (kind === "word" && capital && !lexicon.excuses.has(fold)) to = next;
    else if (kind === "number" && next === to + 1 && !/^(?:19|20)\d\d$/.test(fold)) return next;
    else if (kind === "number" || !small.has(fold)) break;
  }
  return to;
}

/** "De Vlinder" in the middle of a sentence begins with its article, and so may "de Basis"; a capital before what was found belongs to it. */
function opening(read: Read, at: number): number {
  const before = read.tokens[at - 1];
  if (before?.kind === "word" && before.capital && !before.first && !read.taken[at - 1] && openings.has(before.fold)) return at - 1;
  return withArticle(read, at);
}

/** Capitals that stand right against what was found, an office's word among them: "Vluchtelingenwerk Veluwe", "Liemers College". */
function besides(read: Read, found: Finding[]): void {
  const { tokens, taken } = read;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (taken[at] !== 0 || token.kind !== "word" || token.text.length < 2) continue;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (!token.capital) {
      if (after?.capital && taken[at + 1] === 1 && !after.first && kinds.test(token.fold) && token.fold.length > 4)
        found.push(take(read, at, at, "ORG", false, "organisation-word"));
      continue;
    }
    const left = before?.capital && taken[at - 1] === 1 && !token.first;
    const right = after?.capital && taken[at + 1] === 1 && !after.first && !token.first;
    if (left || right) found.push(take(read, at, at, "OTHER", false, "capital"));
  }
}

/** What offices write with a capital out of respect. */
const official =
  /(?:wet|besluit|regeling|verordening|nota|notitie|plan|kader|akkoord|beleid|toets|loket|commissie|overleg|toeslag|uitkering|indicatie|aanvraag|melding|consulent|adviseur|regie|dienst|protocol|protocollen|norm|code|raad|college|zaken|inkomen|voorziening|voorzieningen|maatwerk|bezwaar|beroep)$/;

/** A capital that no excuse clears. */
function isOpen({ tokens, lexicon }: Read, at: number): boolean {
  const { capital, first, fold, loud, text } = tokens[at]!;
  if (!/\p{Script=Latin}/u.test(fold)) return true;
  if (!capital || text.length < 2 || lexicon.excuses.has(fold) || lexicon.dictionary.peoples.has(fold) || lexicon.dictionary.acronyms.has(fold)) return false;
  if (openings.has(fold) || isOfficial(lexicon, fold)) return false;
  if (official.test(fold) && (isOrdinary(lexicon, fold) || isCompound(lexicon, fold))) return false;
  if (isOrdinary(lexicon, fold)) return !first && !loud;
  if (loud && (lexicon.dictionary.ordinary.has(fold) || isCompound(lexicon, fold))) return false;
  return !(first && tokens[at + 1]?.kind === "word" && isCompound(lexicon, fold));
}

/** A number that counts, costs or names a year, an article or a step leads to nobody. */
function isLeading({ tokens, text }: Read, at: number): boolean {
  const token = tokens[at]!;
  const digits = token.text.length;
  // "A4", "B1", "NT2": a level or a size.
  if (token.joined && digits < 3 && /(?<!\p{L})[A-Z]{1,3}$/u.test(text.slice(Math.max(0, token.start - 4), token.start))) return false;
  if (digits < 3 && /\d,$/.test(text.slice(Math.max(0, token.start - 2), token.start))) return false;
  if (emergency.test(token.text) && digits < 5) return false;
  const rest = text.slice(token.end, token.end + 24);
  const ahead = text.slice(Math.max(0, token.start - 18), token.start);
  if (/^(?:[.,]\d{1,3})*(?:,-|[.,]\d\d)? ?(?:euro|€)/.test(rest) || /(?:€|euro|eur) ?(?:\d{1,3}[.,])*$/i.test(ahead)) return false;
  if (counted.test(rest) || /^(?:[.,:]\d+)+ ?(?:uur|euro|%|procent|m\b|km|x\b|meter|jaar|u\b)/i.test(rest)) return false;
  if (digits === 4 && /^(?:19|20)\d\d$/.test(token.text)) return false;
  // "6.000 naar 8.300": thousands with a point are an amount.
  if ((digits < 4 && /^(?:\.\d{3})+(?!\d)/.test(rest)) || (digits === 3 && /(?<!\d)\d{1,3}(?:\.\d{3})*\.$/.test(ahead))) return false;
  if (digits <= 2 && (before.test(ahead) || (token.first && /^[.):]/.test(rest)))) return false;
  if (/^[-/]\d+ ?(?:jaar|uur|euro|weken|dagen|maanden|keer|%)/.test(rest) || /^ (?:of|tot|a|à|en) \d+ ?(?:jaar|uur|euro|weken|dagen|maanden|keer|%)/.test(rest))
    return false;
  if (/(?:artikel|art\.?|lid|wmo|jeugdwet|awb|wlz|pw) ?[\d.:a-z ]{0,12}$/i.test(ahead)) return false;
  return digits > 1 || /[\p{L}\d]$/u.test(ahead);
}
