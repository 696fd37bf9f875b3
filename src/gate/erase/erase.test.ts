import { describe, expect, test } from "vitest";
import { emptyDraft } from "#src/gate/drafts/draft.ts";
import { erasureKey, wordsHash } from "#src/platform/words-hash.ts";
import { isTelling, without, wordsIn } from "./erase.ts";

const draft = { ...emptyDraft, sentence: "De brief kwam te laat", story: "Zij woont naast de molen. De brief kwam te laat." };

describe("a draft without words that are erased", () => {
  test.each([
    ["the whole sentence", ["De brief kwam te laat"], { sentence: "", story: "Zij woont naast de molen. ." }],
    ["a part of the story", ["Zij woont naast de molen."], { sentence: "De brief kwam te laat", story: "De brief kwam te laat." }],
    ["both", ["Zij woont naast de molen.", "De brief kwam te laat"], { sentence: "", story: "." }],
  ])("lacks %s and nothing else", (_, erased, left) => {
    expect(without(draft, erased)).toMatchObject(left);
  });

  test("that had none of them is left as it is", () => {
    expect(without(draft, ["Iets heel anders dat hier niet staat"])).toBeUndefined();
    expect(without(draft, ["", "  "])).toBeUndefined();
  });
});

test("only the parts with words count", () => {
  expect(wordsIn(draft).map(([part]) => part)).toEqual(["sentence", "story"]);
});

test("what many people say is not looked for elsewhere", () => {
  expect(isTelling("Bel eerst even.")).toBe(false);
  expect(isTelling("De vrouw met de rode jas bij de molen")).toBe(true);
});

describe("the hash of erased words", () => {
  const key = erasureKey("secret", "01a2082d-7093-71c1-a4cf-b91182cbff7a");
  test.each(["De vrouw met de rode jas", "de  vrouw met\nde rode jas ", "DE VROUW MET DE RODE JAS"])("knows %j again", (written) => {
    expect(wordsHash(key, written)).toEqual(wordsHash(key, "De vrouw met de rode jas"));
  });

  test.each([
    ["other words", key, "De vrouw met de groene jas"],
    ["another municipality", erasureKey("secret", "01a2082d-7093-71c1-a4cf-b91182cbff7b"), "De vrouw met de rode jas"],
    ["another installation", erasureKey("other", "01a2082d-7093-71c1-a4cf-b91182cbff7a"), "De vrouw met de rode jas"],
  ])("is another for %s", (_, otherKey, written) => {
    expect(wordsHash(otherKey, written)).not.toEqual(wordsHash(key, "De vrouw met de rode jas"));
  });
});
