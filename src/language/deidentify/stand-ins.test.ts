import { expect, test } from "vitest";
import { replaced } from "./replace.ts";

const everything = () => true;

test("the same person is the same number, bare or whole; another is another", () => {
  expect(replaced("Amina Bouzid belde met Mehmet Aksoy. Amina wachtte.")).toBe("[naam 1] belde met [naam 2]. [naam 1] wachtte.");
});

test("an age becomes ten years wide, a day a day", () => {
  expect(replaced("Zij is een vrouw van 54, geboren op 3 mei 1971", everything)).toBe("Zij is een vrouw van [leeftijd 50-60], geboren op [geboortedatum]");
});

test("what stands in for a detail is none, and is not replaced again", () => {
  const once = replaced("Mw. Yildiz (34) woont op de Populierenweg 6 in Zwolle.", everything);
  expect(once).toBe("[naam 1] ([leeftijd 30-40]) woont op de [adres] in [plaats 1].");
  expect(replaced(once, everything)).toBe(once);
});

test("what is not wanted stays to the letter", () => {
  expect(replaced("Roos belde op 2/9", ({ type }) => type === "DATE")).toBe("Roos belde op [datum]");
});
