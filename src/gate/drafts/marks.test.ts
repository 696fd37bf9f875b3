import { describe, expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { answersIn, clearedWith, heldBy, marksOf, proposable, replacedIn } from "./marks.ts";

const none = { words: [], excuses: new Set<string>() };
const content = { ...emptyDraft, sentence: "Wij gebruiken Wolkenveld.", story: "Ook Tafelrond, en weer Wolkenveld." };
const wordsOf = (marks: readonly { word: string }[]) => marks.map(({ word }) => word);

describe("what is asked before a text is shared", () => {
  test("is each word once, however often and in whichever part it stands", () => {
    expect(marksOf(content, none).open.map(({ word, count }) => [word, count])).toEqual([
      ["wolkenveld", 2],
      ["tafelrond", 1],
    ]);
  });

  test("is not asked again once it was cleared, also when the text changes", () => {
    const cleared = { ...none, words: ["wolkenveld"] };
    expect(wordsOf(marksOf(content, cleared).open)).toEqual(["tafelrond"]);
    expect(wordsOf(marksOf({ ...content, sentence: "Daarna weer Wolkenveld." }, cleared).open)).toEqual(["tafelrond"]);
  });

  test("a cleared word that becomes certain blocks all the same", () => {
    const changed = { ...emptyDraft, sentence: "Mevrouw Wolkenveld kreeg geen hulp." };
    expect(marksOf(changed, { ...none, words: ["wolkenveld", "mevrouw wolkenveld"] }).certain).toHaveLength(1);
  });

  test("an excuse of the municipality clears a doubt, never a name or place of a list", () => {
    expect(wordsOf(marksOf(content, { words: [], excuses: new Set(["tafelrond"]) }).open)).toEqual(["wolkenveld"]);
    // "Bos" is doubtful here, and a surname as well.
    const named = { ...emptyDraft, sentence: "Wij gebruiken Bos." };
    expect(wordsOf(marksOf(named, { words: [], excuses: new Set(["bos"]) }).open)).toEqual(["bos"]);
  });

  test("only what still stands in the text as doubtful can be cleared", () => {
    const marks = marksOf({ ...content, story: "Mevrouw Yildiz wacht." }, none);
    expect(clearedWith([], marks, ["wolkenveld", "yildiz", "iets anders"])).toEqual(["wolkenveld"]);
  });

  test("a cleared word is proposed to others unless somebody or some place is called so", () => {
    expect(proposable({ ...content, matters: "Wij gebruiken Fatima." }, ["wolkenveld", "fatima", "weg"])).toEqual(["wolkenveld"]);
  });
});

describe("a text is held up", () => {
  const certain = marksOf({ ...content, story: "Mevrouw Yildiz wacht." }, none);
  const doubtful = marksOf(content, none);
  const clean = marksOf({ ...emptyDraft, sentence: "Het loket was dicht." }, none);
  test.each([
    ["by what is certain, whatever else was answered", certain, true, "no", "recognisable"],
    ["by a doubtful word without an answer", doubtful, false, "no", "open"],
    ["not by one once everything was looked through", doubtful, true, "no", undefined],
    ["by the last question without an answer", clean, false, undefined, "neighbour"],
    ["by perhaps, until one read what can be done", clean, false, "perhaps", "perhaps"],
    ["not by perhaps a second time", clean, false, "perhaps-still", undefined],
    ["by nothing else", clean, false, "no", undefined],
  ] as const)("%s", (_, marks, looked, neighbour, held) => expect(heldBy(marks, looked, neighbour)).toBe(held));
});

test("what is a person is replaced everywhere, by the writer's own word if there is one", () => {
  expect(replacedIn(content, new Set(["wolkenveld"]), "het systeem")).toMatchObject({
    sentence: "Wij gebruiken het systeem.",
    story: "Ook Tafelrond, en weer het systeem.",
  });
});

test("answers come from a form, each with its word; anything else is no answer", () => {
  const { yes, no } = answersIn({ "mark-1": "yes Wolkenveld", "mark-2": "no  Tafel  rond", "mark-3": "maybe x", "mark-4": ["no a"], other: "no b" });
  expect([[...yes], no]).toEqual([["wolkenveld"], ["tafel rond"]]);
});
