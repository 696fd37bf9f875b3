import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { factKinds } from "#src/learning/signals/index.ts";
import { words } from "#src/words/words.ts";
import type { View } from "#src/ui/view.ts";
import { trailCsv } from "./csv.ts";
import { whatHappened, whoDid } from "./sentence.ts";
import type { Told } from "./store.ts";

const view = { w: words.nl, language: "nl" } as View;
const told = (wished: Partial<Told>): Told => ({
  id: "1",
  at: new Date("2026-11-23T10:00:00Z"),
  action: "looked",
  result: "done",
  origin: "web",
  actorId: "noor",
  actorRole: "professional",
  actorName: "Noor Abdi",
  objectKind: "draft",
  objectId: "one",
  objectName: null,
  objectTeam: "wijkteam West",
  ...wished,
});

describe("an entry of the trail in words", () => {
  test.each<[string, Partial<Told>]>([
    ["keek naar een tekst in de maak van wijkteam West", {}],
    ["keek naar een tekst in de maak van een team", { objectTeam: null }],
    ["keek naar de gegevens van Kim", { objectKind: "member", objectName: "Kim" }],
    ["keek naar de eigen gegevens", { objectKind: "member", objectId: "noor", objectName: "Noor Abdi" }],
    ["legde vast bij een signaal van wijkteam West: een collega dacht mee", { action: "reply", objectKind: "signal" }],
    ["gaf de rol jurist: de gegevens van Kim Mertens", { action: "role-given-jurist", objectKind: "member", objectName: "Kim Mertens" }],
    ["nam de rol beheerder af: de gegevens van Kim Mertens", { action: "role-taken-administrator", objectKind: "member", objectName: "Kim Mertens" }],
    ["ging verder als leercoach", { action: "acts-as-facilitator", objectKind: "member" }],
    ["logde in (geweigerd)", { action: "login", objectKind: "session", result: "refused" }],
    ["deed “iets-nieuws” bij een tekst in de maak van wijkteam West", { action: "iets-nieuws" }],
  ])("%s", (words, wished) => {
    expect(whatHappened(view, told(wished))).toBe(words);
  });

  test.each<[string, Partial<Told>]>([
    ["Noor Abdi", {}],
    ["Haarvat zelf", { actorName: null, actorRole: "job", origin: "job" }],
    ["Haarvat zelf, vanaf de opdrachtregel", { actorName: null, actorRole: "job", origin: "command" }],
    ["Iemand die niet is ingelogd", { actorName: null, actorRole: "visitor" }],
  ])("is by %s", (who, wished) => {
    expect(whoDid(view, told(wished))).toBe(who);
  });
});

test("a table that leaves lines out says so in its last, and none of its cells is a formula", () => {
  const rows = parse(trailCsv(view, [told({ actorName: "=1+1" }), told({}), told({})], 2), { columns: true, delimiter: ";", bom: true }) as Record<
    string,
    string
  >[];
  expect(rows.map(({ who, what }) => [who, what])).toEqual([
    ["'=1+1", "keek naar een tekst in de maak van wijkteam West"],
    ["Noor Abdi", "keek naar een tekst in de maak van wijkteam West"],
    ["", "Dit zijn de nieuwste 2 regels. Kies een kortere periode voor de rest."],
  ]);
  expect(trailCsv(view, [told({})], 2)).not.toContain("nieuwste");
});

test("every deed that leaves an entry has its words", () => {
  const source = resolve(import.meta.dirname, "../..");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));
  const actions = files.flatMap((name) =>
    [...readFileSync(join(source, name), "utf8").matchAll(/action: (?:\w+ \? )?"([a-z-]+)"(?: : "([a-z-]+)")?/g)].flatMap(([, one, other]) => [
      one!,
      other ?? one!,
    ]),
  );
  expect(actions.length).toBeGreaterThan(20);
  const said = new Set([...Object.keys(words.nl.trail.did), ...factKinds]);
  expect([...new Set(actions)].filter((action) => !said.has(action))).toEqual([]);
});
