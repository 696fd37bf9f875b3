import type { Finding } from "./finding.ts";
import { type Read, take, termAt, withArticle } from "./text.ts";
import { openings, speaking } from "./words/grammar.ts";
import { isOrdinary } from "./words/lexicon.ts";

/** What an institution is; the capitals behind it are its name. */
export const kinds =
  /(?:school|college|lyceum|gymnasium|opleiding|academie|opvang|dagverblijf|speelzaal|creche|garage|bakkerij|bakker|slagerij|slager|kapsalon|kapper|markt|winkel|zaak|restaurant|cafe|hotel|pizzeria|snackbar|cafetaria|fabriek|drukkerij|bedrijf|bureau|kringloop|stichting|vereniging|club|scouting|fanfare|harmonie|koor|zorg|zorggroep|instelling|aanbieder|huis|huisje|hospice|kliniek|praktijk|post|apotheek|groep|woonvorm|centrum|manege|boerderij|corporatie|bouwvereniging|makelaar|makelaardij|kantoor|notaris|bank|verzekeraar|kerk|moskee|synagoge|tempel|parochie|plein|team|punt|loket|bibliotheek|zwembad|museum|theater|werkgever|camping|vervoerder|taxi|locatie|afdeling|kliniek|behandeling|begeleiding|residentie|flat|hof|hofje|fonds|hulp|organisatie|verhuurder|leverancier|producent|incasso|deurwaarder|deurwaarders|bewindvoerder|bewindvoering|tehuis|internaat|asiel|manege|stal|atelier|werkplaats|sportschool|sporthal|gym|fysiotherapie|tandarts|stage|bv|roc|sbo|so|vso|mbo|hbo|pabo|bso|kdv|azc|vv|sv|fc|rkvv|hv|tc|obs|cbs|rkbs|kbs|ikc)$/;
/** Written as one with another word these are no institution. */
const weak =
  /^(?:thuis|tehuis|huis|punt|post|zaak|markt|plein|stage|flat|stal|hof|so|hulp|team|bank|afdeling|locatie|zorg|groep|begeleiding|behandeling|werkgever|organisatie|school)$/;
const inside = new Set("de het van der den en 't t s op in aan voor & ter ten st sint".split(" "));
const compass = /^(?:noord|oost|zuid|west|centrum|midden)$/;

/** Institutions, schools, employers and teams by name: by list, or by the word for what they are with capitals behind it. */
export function organisationsIn(read: Read): Finding[] {
  const { tokens, lexicon, taken } = read;
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === "sign" || taken[at]) continue;
    const listed = termAt(read, at, lexicon.organisations);
    if (listed > 0) {
      const ordinary = listed === 1 && isOrdinary(lexicon, token.fold);
      if (token.capital && !(token.first && ordinary)) found.push(take(read, withArticle(read, at), at + listed - 1, "ORG", !ordinary, "organisation"));
      else if (!ordinary && listed === 1) found.push(take(read, at, at + listed - 1, "ORG", false, "organisation"));
      if (taken[at]) at += listed - 1;
      continue;
    }
    if (token.kind !== "word" || !kinds.test(token.fold)) continue;
    const to = /^(?:stichting|vereniging|cooperatie)$/.test(token.fold) && isNamed(tokens[at + 1]) ? at + 1 : nameEnd(read, at + 1);
    if (to <= at) continue;
    const certain = !compass.test(tokens[to]!.fold) && !weak.test(token.fold);
    found.push(take(read, withArticle(read, at), to, "ORG", certain, "organisation-word"));
    at = to;
  }
  return found;
}

/** "Stichting leergeld" is named by a small word. */
const isNamed = (token: Read["tokens"][number] | undefined): boolean =>
  token?.kind === "word" && !token.capital && token.fold.length > 3 && !openings.has(token.fold) && !speaking.has(token.fold);

/** The last token of the name that follows the word for an institution; before `at` when none does. */
function nameEnd({ tokens, taken, lexicon }: Read, at: number): number {
  let to = at - 1;
  for (let next = at; next < tokens.length && next - at < 7 && !taken[next]; next += 1) {
    const { capital, fold, first, kind, text } = tokens[next]!;
    if (first && next > at && text !== '"') break;
    if (capital && !lexicon.excuses.has(fold)) to = next;
    else if (!(inside.has(fold) || (kind === "sign" && /^["'&.]$/.test(text) && next - at < 2))) break;
    else if (fold === "en" && !tokens[next + 1]?.capital) break;
  }
  return to;
}
