import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, readDictionary } from "./dictionary.ts";
import { isCompound, isOrdinary, isSmallWord } from "./lexicon.ts";
import { lexicon } from "./load.ts";
import { WordSet } from "./word-set.ts";

test("a set of words holds what was put in and nothing else", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: "grapheme" }), { maxLength: 300 }), fc.array(fc.string({ unit: "grapheme" })), (words, others) => {
      const set = new WordSet(300);
      for (const word of words) set.add(word);
      expect(set.size).toBe(new Set(words).size);
      for (const word of [...words, ...others]) expect(set.has(word)).toBe(words.includes(word));
    }),
  );
});

test("a dictionary is read by how its words are written: small ones are ordinary, capitals are names, forbidden ones are none", () => {
  const { ordinary, names, places, acronyms } = readDictionary("5\nroos/Cc\nRoos/PN\nTilburg/PNPI\nUWV/Cl\nfouut/Fw\n");
  expect([ordinary.has("roos"), ordinary.has("fouut"), names.has("roos"), places.has("tilburg"), acronyms.has("uwv")]).toEqual([true, false, true, true, true]);
});

test.each(["gebeld", "kinderen", "huizen", "brieven", "mooie", "wachtten", "kopje", "jaren"])("%s is a form of an ordinary word", (word) => {
  expect(isSmallWord(lexicon(), word)).toBe(true);
});

test.each(["huurtoeslag", "keukentafelgesprek", "loonstrook"])("%s is made of ordinary words", (word) => {
  expect(isOrdinary(lexicon(), word) || isCompound(lexicon(), word)).toBe(true);
});

test.each(["gebremedhin", "kovalchuk", "xuemei"])("%s is no ordinary word, nor made of any", (word) => {
  expect(isOrdinary(lexicon(), word) || isCompound(lexicon(), word)).toBe(false);
});

test("accents, capitals and the letter ĳ make no difference when a word is looked up", () => {
  expect([folded("ŞÜKRÜ"), folded("Łukasz"), folded("Ĳmuiden"), folded("Zoë")]).toEqual(["sukru", "lukasz", "ijmuiden", "zoe"]);
});
