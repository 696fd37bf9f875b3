import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findings } from "./deidentify.ts";
import { replaced } from "./replace.ts";

const pieces = fc.constantFrom(
  "111222333",
  "12345672",
  "jan@example.nl",
  "0612345678",
  "+31 6 1234",
  "NL91ABNA0417164300",
  "BE68 5390",
  "1234 AB",
  "12",
  " ",
  ".",
  "-",
  ",",
  "@",
  "a",
  "nr ",
  "\n",
  "€ ",
  "é",
  "👪",
  "2024",
  " en ",
  "0",
  "7",
);
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join("")),
);

describe("whatever the text", () => {
  test("what is found is sorted, disjoint and inside it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const finding of findings(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  test("nothing is found any more once it was replaced, and what was not found stays", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const without = replaced(text);
        expect(findings(without).filter(({ certain }) => certain)).toEqual([]);
        if (findings(text).every(({ certain }) => !certain)) expect(without).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});

test("a replaced detail leaves a word in brackets and the rest of the sentence", () => {
  expect(replaced("Mail jan@example.nl of bel 06-12345678, graag")).toBe("Mail [e-mailadres] of bel [telefoonnummer], graag");
});

const megabyte = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
test.each([
  "1 ",
  "1.",
  "a.",
  "a1.",
  "06 ",
  "0612345678 ",
  "123456782 ",
  "a@b.nl ",
  "NL91 ",
  "NL91ABNA0417164300 ",
  "1234 AB ",
  "1234 en ",
  "+31(",
  "aaaaaaaaaaaa@",
])("a million signs of %j take at most two seconds", (unit) => {
  // Of this process's own time: what else the machine does says nothing about the patterns.
  const began = process.cpuUsage().user;
  findings(megabyte(unit));
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2000);
});
