import { describe, expect, test } from "vitest";
import { notesOf } from "#bench/marked-notes.ts";
import { findings } from "./deidentify.ts";
import { lexiconOf, termsOf } from "./words/lexicon.ts";
import { loadLexicon } from "./words/load.ts";

const found = (text: string): string[] => findings(text).map(({ type, start, end, certain }) => `${type}${certain ? "" : "?"} ${text.slice(start, end)}`);

describe("what leads to somebody", () => {
  test.each([
    ["woont aan de Populierenweg 6", ["ADDRESS Populierenweg 6"]],
    ["op de Burgemeester van Royensingel 12a-2 hs", ["ADDRESS Burgemeester van Royensingel 12a-2 hs"]],
    ["op de korreweg 91a", ["ADDRESS korreweg 91a"]],
    ["de Laan van Meerdervoort", ["ADDRESS Laan van Meerdervoort"]],
    ["verhuisd naar Zwolle", ["PLACE Zwolle"]],
    ["opgegroeid in Den Haag", ["PLACE Den Haag"]],
    ["gebeld op 12 mrt jl.", ["DATE 12 mrt jl."]],
    ["afgelopen dinsdag 3 juni was zij er", ["DATE dinsdag 3 juni"]],
    ["kwam op 2/9", ["DATE? 2/9"]],
    ["geboren op 3 mei 1971", ["DOB 3 mei 1971"]],
    ["een vrouw van 54", ["AGE 54"]],
    ["een 17-jarige jongen", ["AGE 17-jarige"]],
    ["zijn kenteken is 61-ZLB-4", ["PLATE 61-ZLB-4"]],
    ["dossier KBR-17-40928", ["CASENR KBR-17-40928"]],
    ["postcode 5427 AB", ["POSTCODE 5427 AB"]],
    ["stage bij garage Vermeer", ["ORG garage Vermeer"]],
    ["leerling van basisschool De Wichelroede", ["ORG basisschool De Wichelroede"]],
    ["moeder van een vijfling", ["FAM? moeder van een vijfling"]],
    ["zie www.voorbeeld.nl/sultan", ["URL www.voorbeeld.nl/sultan"]],
    ["mail jan punt smit apenstaartje voorbeeld punt nl", ["EMAIL jan punt smit apenstaartje voorbeeld punt nl"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test.each([
  "Het kost 640 euro, van 6.000 naar 8.300, of € 12,50.",
  "Na acht weken en 3 dagen duurde het nog 10 minuten, om 14.30 uur.",
  "Artikel 2.3.2 lid 4 van de Wmo 2015 en artikel 4:84 Awb.",
  "In 2024 en 2025 kwamen 12 mensen, dat is 25 procent.",
  "Bel 112 of 0800-2000, of loop de snelweg af.",
])("sums, terms, articles and years lead to nobody: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("in one-liners in which nothing is a detail nothing is certain", () => {
  expect(
    notesOf("lookalikes").flatMap(({ id, text }) =>
      findings(text)
        .filter(({ certain }) => certain)
        .map(({ start, end }) => `${id} ${text.slice(start, end)}`),
    ),
  ).toEqual([]);
});

test("every finding of every note stands where it says, in order and apart", () => {
  for (const { text } of [...notesOf("tuned-on"), ...notesOf("adversarial")]) {
    let last = 0;
    for (const { start, end } of findings(text)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(start, end).trim()).not.toBe("");
      last = end;
    }
  }
});

test("a municipality's own words are known as well", () => {
  const own = loadLexicon();
  const lexicon = lexiconOf(own.dictionary, { ...own, streets: termsOf("Het Eind\n# een opmerking\n"), organisations: termsOf("De Verrekijker") });
  expect(findings("bij De Verrekijker, om de hoek van Het Eind 3", lexicon).map(({ type, certain }) => [type, certain])).toEqual([
    ["ORG", true],
    ["ADDRESS", true],
  ]);
});
