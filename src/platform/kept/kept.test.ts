import { expect, test } from "vitest";
import { isChoice, isWords, keptOf, sameness } from "./kept.ts";

test("of a late form everything is kept but what belonged to the session, in its order", () => {
  expect(keptOf("/signals/1/reply", { token: "t", deed: "d", text: "Bel eerst.", readers: ["a", "b"], kept: "k" })).toEqual({
    path: "/signals/1/reply",
    fields: [
      ["deed", "d"],
      ["text", "Bel eerst."],
      ["readers", "a"],
      ["readers", "b"],
    ],
  });
});

const passing: [string, Record<string, unknown>, string][] = [
  ["/signals/1/also", { token: "t", deed: "d" }, "a press of a button without anything said"],
  ["/drafts/1", { token: "t", version: "0", next: "keep", sentence: "  " }, "an empty page"],
  ["/leave", { token: "t", everywhere: "yes" }, "stopping"],
  ["/role", { token: "t", role: "owner" }, "another role"],
  ["/language", { token: "t", back: "/" }, "another language"],
  ["/invitation/1", { code: "ABCD" }, "a code"],
  ["/signals/import", { token: "t", file: new File(["{}"], "signalen.json") }, "a file"],
];

test.each(passing)("%s: of what passes or says nothing, nothing is kept", (path, posted) => {
  expect(keptOf(path, posted)).toBeUndefined();
});

test("a field for a file in which nothing was chosen does not keep the rest from being kept", () => {
  expect(keptOf("/settings/theme", { token: "t", file: new File([], ""), tokens: "{}" })?.fields).toEqual([["tokens", "{}"]]);
});

test("a choice without a text is kept too: settings are forms as well", () => {
  expect(keptOf("/mandates", { token: "t", deed: "d", snag: "belief", owner: "1" })).toBeDefined();
});

test("a text that saves itself is one and the same at its address; a deed is one by its own id", () => {
  const draft = (sentence: string) => sameness({ path: "/drafts/1", fields: [["sentence", sentence]] });
  const reply = (deed: string) => sameness({ path: "/signals/1/reply", fields: [["deed", deed]] });
  expect(draft("Eerst.")).toBe(draft("Later."));
  expect(reply("1")).not.toBe(reply("2"));
});

test("words are shown again, choices go along unseen", () => {
  expect([isWords(["text", "Kort"]), isWords(["motivation", "Een zin in een ander veld."])]).toEqual([true, true]);
  expect([isChoice(["snag", "belief"]), isChoice(["snag", ""]), isChoice(["deed", "d"]), isChoice(["text", "Kort"])]).toEqual([true, false, false, false]);
  expect([isWords(["snag", "belief"]), isWords(["deed", "a b"]), isWords(["version", "3"])]).toEqual([false, false, false]);
});
