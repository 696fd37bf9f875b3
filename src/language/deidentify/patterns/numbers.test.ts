import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findings } from "../deidentify.ts";
import { isBsn } from "./numbers.ts";

const numbers = ["BSN", "EMAIL", "PHONE", "IBAN", "ADDRESS"];
/** What is certainly a number or an address in a text, as "type: words". */
const found = (text: string): string[] =>
  findings(text)
    .filter(({ type, certain }) => certain && numbers.includes(type))
    .map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);
const inside = (detail: string) => [
  detail,
  `Bel ${detail}.`,
  `(${detail})`,
  `Mevrouw heeft ${detail}, zei ze`,
  `nr:${detail}\n`,
  `kind 12 ${detail} en 3 anderen`,
];

describe("a burgerservicenummer", () => {
  test.each([
    "111222333",
    "123456782",
    "111 222 333",
    "1112 22 333",
    "111.222.333",
    "1112.22.333",
    "111-222-333",
    "1 1 1 2 2 2 3 3 3",
    "111\u00A0222\u00A0333",
    "12345672",
  ])("%s is found wherever it stands", (bsn) => {
    for (const text of inside(bsn)) expect(found(text), text).toEqual([`BSN: ${bsn}`]);
  });

  test.each(["123456789", "111222334", "000000000", "1112223330", "11122233", "€ 111222333,50", "11.122.233", "order 987654321"])(
    "%s is none: it fails the eleven-test or has another length",
    (number) => {
      expect(found(number)).toEqual([]);
    },
  );

  test.each(["24-12-2026", "2026-12-24", "24.12.2026", "1-1-2026", "2024-2025", "2024 2025", "2024 - 2025", "10.30 11.30", "06-10-2026 en 13-10-2026"])(
    "the time %s is none",
    (time) => {
      expect(found(`van ${time} tot nu`)).toEqual([]);
    },
  );

  test("no date of ten years is taken for one", () => {
    for (let day = 0; day < 3653; day += 1) {
      const [year, month, date] = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10).split("-");
      for (const written of [
        `${date}-${month}-${year}`,
        `${year}-${month}-${date}`,
        `${Number(date)}-${Number(month)}-${year}`,
        `op ${date}-${month}-${year} 14.30 uur`,
      ])
        expect(found(written), written).toEqual([]);
    }
  });

  test("every number that passes the eleven-test is found, no other of nine digits is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_000, max: 999_999_999 }).map(String),
        (digits) => (found(`nummer ${digits} hoort erbij`).length === 1) === isBsn(digits),
      ),
      { numRuns: 2000 },
    );
  });
});

describe("an e-mail address", () => {
  test.each(["jan@example.nl", "j.de-vries+zorg@post.example.co.uk", "JAN@EXAMPLE.NL", "a_b%c@x-y.nl", "rené@example.nl", "12@x.nl"])(
    "%s is found",
    (address) => {
      for (const text of inside(address)) expect(found(text), text).toEqual([`EMAIL: ${address}`]);
    },
  );

  test.each(["-jan@example.nl", "_jan@example.nl", "...jan@example.nl", "'jan@example.nl"])("%s is found behind its first sign", (text) => {
    expect(found(text)).toEqual(["EMAIL: jan@example.nl"]);
  });

  test.each(["@wijkteam", "jan@huis", "5 @ 3 euro", "@example.nl", "jan @ example.nl"])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("a Dutch telephone number", () => {
  test.each([
    "0612345678",
    "06-12345678",
    "06 12345678",
    "06 12 34 56 78",
    "06-12 34 56 78",
    "06 - 12345678",
    "06–12345678",
    "06.12.34.56.78",
    "06/12345678",
    "(06) 12345678",
    "+31612345678",
    "+31 6 12345678",
    "+31 (0)6 12345678",
    "+31(0)6-12345678",
    "+31 06 12345678",
    "0031612345678",
    "0031 6 12 34 56 78",
    "020-1234567",
    "(020) 123 45 67",
    "0512 - 12 34 56",
    "0512\u00A0123456",
    "088 123 4567",
  ])("%s is found", (number) => {
    for (const text of inside(number)) expect(found(text).join(), text).toBe(`PHONE: ${number}`);
  });

  test("ten digits from nought are found behind a numbering too", () => {
    expect(found("1.0612345678")).toEqual(["PHONE: 0612345678"]);
  });

  test.each([
    "06-1234567",
    "06123456789",
    "0012345678",
    "112",
    "0900-1234",
    "14 020",
    "03-04-2026 14",
    "03-04-2026 10.30 uur",
    "03-04-26 05-04-26",
    "1-06-2026 tot 30-06-2026",
  ])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("an account number", () => {
  test.each([
    "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00",
    "NL91 ABNA 0417 16 43 00",
    "NL91.ABNA.0417.16.43.00",
    "NL 91 ABNA 0417 1643 00",
    "nl91abna0417164300",
    "BE68 5390 0754 7034",
    "DE89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19",
  ])("%s is found, and the words after it do not belong to it", (iban) => {
    for (const text of [...inside(iban), `${iban} van mij`, `${iban} mijn rekening`, `wk47 ${iban}`]) expect(found(text), text).toEqual([`IBAN: ${iban}`]);
  });

  test.each([
    "NL92ABNA0417164300",
    "NL91ABNA041716430",
    "NL91ABNA04171643000",
    "XX91ABNA0417164300",
    "wk47 hebben wij samen gegeten",
    "DE24 mensen van deze groep",
  ])("%s is none", (text) => {
    expect(found(text).filter((one) => one.startsWith("IBAN"))).toEqual([]);
  });
});

describe("a postcode with its house number", () => {
  test.each([
    "1234 AB 12",
    "1234AB 12",
    "1234ab12",
    "1234 ab 12",
    "1234 AB, 12a",
    "1234AB-12",
    "1234 AB nr 12",
    "1234 AB huisnummer 12",
    "12, 1234 AB",
    "12 1234AB",
    "12a, 1234 AB",
    "12,1234AB",
    "12\n1234 AB",
  ])("%j is found", (address) => {
    expect(found(`Zij woont op ${address}`)).toEqual([`ADDRESS: ${address}`]);
  });

  test.each([
    "1234 AB",
    "postcodegebied 1234",
    "in 2024 en 2025",
    "tussen 2024 en 12 maart",
    "de Wmo 2015 is 10 jaar oud",
    "1500 km, 2 keer",
    "2000 mg 3x",
    "tot 2025 om 10 uur",
    "1234 SS 12",
    "van 500 naar 1000 euro",
    "0123 AB 4",
    "artikel 3, 2015 is lang geleden",
    "12345 AB 6",
  ])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });
});
