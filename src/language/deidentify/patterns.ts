import type { Finding, FindingType } from "./deidentify.ts";

// Each pattern has bounded repetition, so that no text makes it go quadratic.

const all = (text: string, pattern: RegExp, type: FindingType, why: string, holds: (found: string) => boolean = () => true): Finding[] =>
  [...text.matchAll(pattern)].filter(([found]) => holds(found)).map(({ 0: found, index }) => ({ start: index, end: index + found.length, type, certain: true, why }));

/** Nine digits (or eight, with a leading zero left out) that pass the eleven-test: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of eleven. */
export const isBsn = (digits: string): boolean => {
  const nine = digits.padStart(9, "0");
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return /^\d{9}$/.test(nine) && Number(nine) > 0 && sum % 11 === 0;
};

export const bsnIn = (text: string): Finding[] =>
  all(text, /(?<![\d.,-])\d(?:[ .-]?\d){7,8}(?![\d]|[.,-]\d)/gu, "BSN", "eleven-test", (found) => isBsn(found.replace(/\D/g, "")));

export const emailIn = (text: string): Finding[] =>
  all(text, /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu, "EMAIL", "e-mail");

/** Ten digits from 0, or nine after +31 or 0031, however they are spaced; 088 and 0900 numbers of organisations too. */
export const phoneIn = (text: string): Finding[] =>
  all(text, /(?<![\d+])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?[1-9]|\(?0[1-9])(?:[ ()-]{0,2}\d){8}(?!\d)/gu, "PHONE", "phone-number");

/** Dutch and foreign account numbers with a right check number (ISO 7064 mod 97-10). */
export const ibanIn = (text: string): Finding[] =>
  all(text, /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/giu, "IBAN", "mod-97", (found) => isIban(found.replaceAll(" ", "").toUpperCase()));

function isIban(iban: string): boolean {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((sign) => String(Number.parseInt(sign, 36))).join("");
  return iban.length >= 15 && iban.length <= 34 && [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** "1234 AB 12", "12, 1234AB" and the like: a postcode with a house number leads to one door. */
export const postcodeWithNumberIn = (text: string): Finding[] =>
  all(text, /(?<![\p{L}\p{N}])(?:\d{1,5}[a-z]?,? {1,2}[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}|[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2},? {0,2}(?:nr\.? ?|huisnummer )?\d{1,5}[a-z]?)(?![\p{L}\p{N}])/giu, "ADDRESS", "postcode-and-number");
