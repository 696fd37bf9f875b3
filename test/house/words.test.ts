import { expect, test } from "vitest";
import { words } from "#src/words/words.ts";

/** Every sentence of the catalogue with where it stands; functions are asked with plausible arguments. */
function sentences(part: unknown, path = ""): { path: string; text: string }[] {
  if (typeof part === "string") return [{ path, text: part }];
  if (typeof part === "function") return sentences((part as (...given: unknown[]) => unknown)(2, 3), path);
  if (typeof part === "object" && part !== null) return Object.entries(part).flatMap(([name, value]) => sentences(value, `${path}.${name}`));
  return [];
}
const dutch = sentences(words.nl);
const english = sentences(words.en);
const split = (text: string) => text.split(/(?<=[.?!])\s+/).map((sentence) => sentence.split(/\s+/).filter(Boolean).length);

test("Dutch and English say the same things, and neither is empty", () => {
  expect(english.map(({ path }) => path)).toEqual(dutch.map(({ path }) => path));
  expect([...dutch, ...english].filter(({ text }) => text.trim() === "")).toEqual([]);
});

test("English is translated, not copied", () => {
  const same = dutch.filter(({ text }, index) => text === english[index]!.text && text.split(" ").length > 2).map(({ path }) => path);
  expect(same).toEqual([]);
});

test("no sentence is longer than 25 words, and the average is at most 15", () => {
  for (const list of [dutch, english]) {
    const long = list.filter(({ text }) => split(text).some((count) => count > 25));
    expect(long).toEqual([]);
    const counts = list.flatMap(({ text }) => split(text));
    expect(counts.reduce((total, count) => total + count, 0) / counts.length).toBeLessThanOrEqual(15);
  }
});

// Official words with what to say instead; none of them in the interface.
const official: Record<string, string> = {
  aanvang: "begin",
  betreffende: "over",
  conform: "volgens",
  dient: "moet",
  dienen: "moeten",
  derhalve: "dus",
  echter: "maar",
  ingevolge: "volgens",
  indien: "als",
  inzake: "over",
  jegens: "tegenover",
  middels: "met",
  mits: "als",
  nadere: "meer",
  nopens: "over",
  ontvangen: "krijgen",
  reeds: "al",
  rekwest: "verzoek",
  teneinde: "om",
  tevens: "ook",
  thans: "nu",
  uitsluitend: "alleen",
  verstrekken: "geven",
  verzoeken: "vragen",
  vervolgens: "daarna",
  voornoemde: "deze",
  wenselijk: "goed",
  zulks: "dat",
  client: "inwoner",
  interventie: "hulp",
  outcome: "resultaat",
  functionaliteit: "wat het kan",
  submit: "verstuur",
  opslaan: "bewaar",
  annuleren: "terug",
  invalide: "klopt niet",
  ongeldig: "klopt niet",
  verplicht: "nodig",
};

test("the interface uses plain words, and never says that somebody did something wrong", () => {
  const pattern = new RegExp(`(?<![\\p{L}])(${Object.keys(official).join("|")})(?![\\p{L}])`, "iu");
  expect(dutch.filter(({ text }) => pattern.test(text))).toEqual([]);
  expect([...dutch, ...english].filter(({ text }) => /\b(fout|verkeerd|mislukt|error|invalid|wrong input)\b/i.test(text))).toEqual([]);
});

test("people are addressed as u", () => {
  expect(dutch.filter(({ text }) => /(?<![\p{L}])(je|jij|jouw|jullie)(?![\p{L}])/iu.test(text))).toEqual([]);
});
