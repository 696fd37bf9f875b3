import { describe, expect, test } from "vitest";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { rareIn } from "./rare.ts";

const inText = (text: string) => rareIn([text], findings(text));

describe("a place, a family and an illness or profession together may lead to one person", () => {
  test.each([
    ["De bakker van het dorp zorgt alleen voor zijn kinderen.", { illness: false, profession: true }],
    ["Moeder heeft de ziekte van Parkinson, iedereen in de straat weet het.", { illness: true, profession: false }],
    ["Een gezin in Leiden, vader is molenaar en heeft MS.", { illness: true, profession: true }],
  ])("%s", (text, rare) => expect(inText(text)).toEqual(rare));

  test.each([
    ["without a place", "Moeder heeft reuma."],
    ["without a family", "De bakker van het dorp belde ons."],
    ["without an illness or profession", "Het gezin woont in de straat achter het station."],
    ["a word that only holds one", "Het wijkteam belde de moeder over dementiezorgbeleid."],
  ])("%s it says nothing", (_, text) => expect(inText(text)).toBeUndefined());

  test("they may stand in different texts of one story", () =>
    expect(rareIn(["Vader wil blijven werken.", "Hij is de enige molenaar hier.", "Op het eiland blijven."], [])).toEqual({
      illness: false,
      profession: true,
    }));
});
