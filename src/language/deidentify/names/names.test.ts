import { describe, expect, test } from "vitest";
import { findings } from "../deidentify.ts";

/** What is found in a text, as "type words"; with a question mark when somebody is asked. */
const found = (text: string): string[] => findings(text).map(({ type, start, end, certain }) => `${type}${certain ? "" : "?"} ${text.slice(start, end)}`);

describe("somebody is found", () => {
  test.each([
    ["Amina Bouzid belde gisteren.", "NAME Amina Bouzid"],
    ["Het gaat om mw. Yildiz.", "NAME mw. Yildiz"],
    ["De heer A.B. de Vries-Jansen wil dat niet.", "NAME heer A.B. de Vries-Jansen"],
    ["Haar dochter Tsehaytu slaapt slecht.", "NAME Tsehaytu"],
    ["Hij heet Zbyszek en komt morgen.", "NAME Zbyszek"],
    ["Wij spraken Oksana Kovalchuk.", "NAME Oksana Kovalchuk"],
    ["Vandaag belde Xuemei (34) terug.", "NAME Xuemei"],
    ["mevrouw yildiz wil een gesprek", "NAME mevrouw yildiz"],
    ["Bel mw. K. terug.", "NAME mw. K."],
    ["Fatima's broer belde.", "NAME Fatima"],
    ["Zij werkt met Gebremedhin.", "NAME Gebremedhin"],
  ])("%s", (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test.each(["Bloem kocht een bloem.", "heb gebeld met mewael, voicemail", "Sultan is haar hond.", "van: j.b. aan: balie", "王芳 belde"])(
    "or somebody is asked: %s",
    (text) => {
      expect(found(text).join()).toMatch(/^NAME\?|NAME\? /);
    },
  );

  test("once found, a name is found everywhere in the text, bare or small", () => {
    expect(found("Amina Bouzid belde. Later zei Amina nee, en bouzid zweeg.")).toEqual(["NAME Amina Bouzid", "NAME Amina", "NAME bouzid"]);
  });
});

describe("nobody is found in", () => {
  test.each([
    "Roos heeft een roos".slice(11),
    "Wil je de Wet langdurige zorg lezen?",
    "Zij heeft de ziekte van Parkinson en het syndroom van Korsakov.",
    "De Centrale Raad van Beroep besliste anders.",
    "Met Pasen en het Suikerfeest is het loket dicht.",
    "De Wmo-indicatie loopt af, de Wlz-aanvraag ligt klaar.",
    "Het UWV en de Belastingdienst wachten op elkaar.",
    "Huisarts gebeld. Vervoer geregeld. Formulier ingevuld.",
    "WAT GING ER GOED",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("an ordinary small word, though a name begins the sentence", () => {
    expect(found("Roos heeft een roos")).toEqual(["NAME? Roos"]);
  });
});
