import { readDay } from "#src/kernel/day.ts";
import type { Finding, FindingType, Why } from "../finding.ts";

// Each pattern has bounded repetition, so that no text makes it go quadratic.

/** What a pattern finds, as far as it holds: how many signs of it count, none when it only looks like it. After a look-alike it goes on at the next sign. */
export function all(text: string, pattern: RegExp, type: FindingType, why: Why, holds: (found: string) => number = (found) => found.length): Finding[] {
  const found: Finding[] = [];
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const length = holds(match[0]);
    if (length > 0) found.push({ start: match.index, end: match.index + length, type, certain: true, why });
    search.lastIndex = match.index + (length || 1);
  }
  return found;
}

export const unless = (harmless: (found: string) => boolean) => (found: string) => (harmless(found) ? 0 : found.length);

/** Nine digits (or eight, with a leading zero left out) that pass the eleven-test: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of eleven. */
export const isBsn = (digits: string): boolean => {
  if (!/^\d{8,9}$/.test(digits) || Number(digits) === 0) return false;
  let sum = -Number(digits.at(-1));
  for (let weight = 2; weight <= digits.length; weight += 1) sum += weight * Number(digits[digits.length - weight]);
  return sum % 11 === 0;
};

/** A day, two years or a row of times has eight digits too; one in eleven of those would pass the test. */
const isBesideTime = (found: string): boolean =>
  readDay(found) !== undefined || /^(?:19|20)\d\d[ -](?:19|20)\d\d$/.test(found) || new Set(found.match(/\D/g)).size > 1;

const bsn = unless((found) => !isBsn(found.replaceAll(/\D/g, "")) || isBesideTime(found));
export const bsnIn = (text: string): Finding[] =>
  [/(?<![\d.,-])\d(?:[ .-]?\d){8}(?![\d]|[.,-]\d)/gu, /(?<![\d.,-])\d(?:[ .-]?\d){7}(?![\d]|[.,-]\d)/gu].flatMap((pattern) =>
    all(text, pattern, "BSN", "eleven-test", bsn),
  );

export const emailIn = (text: string): Finding[] =>
  all(text, /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu, "EMAIL", "e-mail");

/** Ten digits from 0, or nine after +31 or 0031, however they are spaced; 088 and 0900 numbers of organisations too. */
export const phoneIn = (text: string): Finding[] =>
  all(
    text,
    /(?<![\d+]|\d[-./])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?|0)?[1-9]|(?:\((?=0\d{1,3}\)))?0[1-9])(?:[ ()./-]{0,3}\d){8}(?!\d)|(?<![\d+])0[1-9]\d{8}(?!\d)/gu,
    "PHONE",
    "phone-number",
    unless(beginsWithDay),
  );

/** "03-04-2026 14" and "03-04-26 05-04" are days, not telephone numbers. */
const beginsWithDay = (found: string): boolean => /^0\d([-./ ])\d\d\1(?:19|20)\d\d\D|^0\d([-./])\d\d\2\d\d(?!\2)\D/.test(found);

/** Dutch and foreign account numbers with a right check number (ISO 7064 mod 97-10). */
export const ibanIn = (text: string): Finding[] =>
  all(text, /(?<![\p{L}\p{N}])(?:NL[ .-]?|[A-Z]{2})\d{2}(?:[ .-]?[A-Z0-9]){11,28}(?!\p{N})/giu, "IBAN", "mod-97", ibanLength);

/** How long an account number is in each country that has them (SWIFT, IBAN registry). */
const ibanLengths = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 " +
    "IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 " +
    "SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
  )
    .split(" ")
    .map((country) => [country.slice(0, 2), Number(country.slice(2))]),
);

/** The words after an account number do not belong to it. */
function ibanLength(found: string): number {
  const length = ibanLengths.get(found.slice(0, 2).toUpperCase()) ?? 0;
  let iban = "";
  let end = 0;
  for (; end < found.length && iban.length < length; end += 1) if (/[^ .-]/.test(found[end]!)) iban += found[end]!;
  if (length === 0 || iban.length < length || /^[^ .-]/.test(found.slice(end))) {
    // Letters that were typed against it are words of the sentence; a figure or a capital would make it another number.
    if (iban.length < length || length === 0 || !/^[a-z]/.test(found.slice(end)) || /[a-z]/.test(iban)) return 0;
  }
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((sign) => String(Number.parseInt(sign, 36))).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1 ? end : 0;
}

/** "1234 AB 12", "12, 1234AB" and the like: a postcode with a house number leads to one door. */
export const postcodeWithNumberIn = (text: string): Finding[] =>
  all(
    text,
    /(?<![\p{L}\p{N}])(?:\d{1,5}[a-z]?(?:,\s{0,2}|\s{1,2})[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}|[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}[,-]?\s{0,2}(?:(?:huis)?(?:nr|nummer)\.? ?)?\d{1,5}[a-z]?)(?![\p{L}\p{N}])/giu,
    "ADDRESS",
    "postcode-and-number",
    unless(isYearOrAmount),
  );

/** "2024 en 2025", "1500 km, 2 keer": two small letters that are a word or a unit make no postcode. */
const notPostcode =
  /\d{4} ?(?:al|an|as|at|be|bv|by|ca|ch|cm|de|do|eg|el|em|en|er|et|eu|ex|ga|go|ha|he|hm|if|ik|in|is|it|ja|je|jl|kb|kg|km|la|mb|me|mg|ml|mm|mn|mw|my|na|nl|no|nr|nu|of|om|on|op|or|pk|pm|si|so|st|te|to|tv|uw|up|us|va|vd|vs|we|zn|zo|ze)(?![A-Za-z])/;
const isYearOrAmount = (found: string): boolean => notPostcode.test(found);

/** A postcode by itself: four digits and two capitals. */
export const postcodeIn = (text: string): Finding[] => [
  ...all(text, /(?<![\p{L}\p{N}.,-])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\p{N}])/gu, "POSTCODE", "postcode", unless(isWmoLike)),
  ...all(text, /(?<![\p{L}\p{N}.,-])[1-9]\d{3} ?(?!sa|sd|ss)[a-z]{2}(?![\p{L}\p{N}])/gu, "POSTCODE", "postcode", unless(isYearOrAmount)).filter(
    ({ end, start }) => /\d[a-z]/.test(text.slice(start, end)) || /(?:postcode|adres)[ :]{0,3}$/i.test(text.slice(Math.max(0, start - 12), start)),
  ),
];
const isWmoLike = (found: string): boolean => /^(?:19|20)\d\d (?:EN|OF|IS|IN|OP|NA|ZO|DE|TE)$/.test(found);
