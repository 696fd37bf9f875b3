import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findings } from "./deidentify.ts";
import { isListed, wordOf } from "./listed.ts";
import { foundTogether, replacedTogether } from "./together.ts";

describe("texts of one story are replaced together", () => {
  test("the same person is the same number in all of them", () => {
    expect(replacedTogether(["Mevrouw Yildiz belde.", "Meneer De Vries kwam langs. Mevrouw Yildiz niet.", "Mevrouw Yildiz wil rust."])).toEqual([
      expect.stringMatching(/\[naam 1\] belde/),
      expect.stringMatching(/\[naam 2\] kwam langs\. .*\[naam 1\] niet/),
      expect.stringMatching(/\[naam 1\] wil rust/),
    ]);
  });

  test("a name that is certain in one is found in another that says it bare", () => {
    const [, story] = foundTogether(["Mevrouw Yildiz belde.", "Daarna wachtte yildiz een week."]);
    expect(story).toMatchObject([{ type: "NAME", certain: true }]);
  });

  test("a number that stands in a text already is not given to somebody else", () => {
    expect(replacedTogether(["[naam 1] belde.", "Mevrouw Yildiz kwam."])).toEqual(["[naam 1] belde.", expect.stringContaining("[naam 2] kwam")]);
  });

  test("one detail goes by itself, for a word of the writer's own", () => {
    const only = (word: string) => (_: unknown, words: string) => wordOf(words) === word;
    expect(replacedTogether(["Bel 06-12345678 of mail jan@example.nl."], only("06-12345678"), "haar zus")).toEqual(["Bel haar zus of mail jan@example.nl."]);
  });
});

const pieces = fc.constantFrom(
  "Mevrouw Yildiz",
  "yildiz",
  "Jan de Vries",
  "06-12345678",
  "12",
  "maart",
  "Duinstraat 4",
  "in Leiden",
  "zei",
  ".",
  " ",
  "\n",
  "[naam 1]",
  "¶",
  "jan@example.nl",
);
const texts = fc.array(
  fc.array(pieces, { maxLength: 8 }).map((list) => list.join(" ")),
  { minLength: 1, maxLength: 3 },
);

test("together as much is found as alone, at places inside each text, and after replacing nothing is certain", () => {
  fc.assert(
    fc.property(texts, (list) => {
      for (const [index, found] of foundTogether(list).entries()) {
        let end = 0;
        for (const finding of found) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(list[index]!.length);
        for (const alone of findings(list[index]!).filter(({ certain }) => certain))
          expect(found.some(({ start, end: to, certain }) => certain && start < alone.end && to > alone.start)).toBe(true);
      }
      for (const text of replacedTogether(list)) expect(findings(text).filter(({ certain }) => certain)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each(["roos", "thuis in leiden", "fatima", "jan-willem", "12", "j@n"])("%j is never excused", (word) => expect(isListed(word)).toBe(true));
test.each(["wijkteam", "toegang"])("%j may be excused", (word) => expect(isListed(word)).toBe(false));
