import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { findDraft } from "#src/gate/drafts/store.ts";
import { shieldText } from "#src/gate/erase/index.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { tablesWith } from "#test/everywhere.ts";
import { aDraft, aMunicipality, aSignal, does, type Municipality, now } from "#test/municipality.ts";

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let officer: Visitor;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  officer = await house.as(here.privacy, here.host);
});

const page = async (path: string) => {
  const answer = await officer.get(path);
  return { status: answer.status, text: (await answer.text()).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ") };
};
const at = (moment: string) => new Date(`${moment}:00+01:00`);
const looksAt = (draft: string, moment: string, who = here.teammate) => asActor(database.gate, who, at(moment), (room) => findDraft(room, draft));
const entries = (action: string) =>
  database.migrator.selectFrom("trail.entry").selectAll().where("municipality_id", "=", here.id).where("action", "=", action).execute();

describe("who looked", () => {
  test("is told in plain words, of a text and of a person, and that one looks is told too", async () => {
    const draft = await aDraft(database, here.bringer);
    await looksAt(draft, "2026-11-23T11:00");
    expect((await page(`/privacy/trail/${draft}`)).text).toContain("teammate keek naar een tekst in de maak van wijkteam Oost");
    const ofPerson = await page(`/privacy/trail/${here.teammate.memberId}`);
    expect(ofPerson.text).toContain("Wat teammate deed, en wat er met die gegevens gebeurde");
    expect(ofPerson.text).toContain("keek naar een tekst in de maak van wijkteam Oost");
    expect(ofPerson.text).toContain("Wie een gedeeld signaal leest, staat hier niet");
    const looked = await entries("trail-looked");
    expect(looked.map(({ object_kind, object_id }) => [object_kind, object_id])).toEqual([
      ["draft", draft],
      ["member", here.teammate.memberId],
    ]);
    expect((await page(`/privacy/trail/${here.privacy.memberId}?what=looks`)).text).toContain("bekeek het logboek over de gegevens van teammate");
  });

  test("is found by a name that never comes into an address, or by a number", async () => {
    const answer = await officer.post("/privacy/looked", { q: "wijkteam west" });
    const found = await answer.text();
    expect(found).toContain(`/privacy/trail/${here.colleague.memberId}`);
    expect(found).not.toContain(here.bringer.memberId);
    const looks = async () => (await entries("looked")).filter(({ object_kind, purpose }) => object_kind === "municipality" && purpose === "review").length;
    expect(await looks()).toBe(1);
    expect((await officer.post("/privacy/looked", { q: "Niemand" })).status).toBe(200);
    expect(await looks()).toBe(1);
    expect((await officer.post("/privacy/looked", { q: here.colleague.memberId.toUpperCase() })).headers.get("location")).toBe(
      `/privacy/trail/${here.colleague.memberId}`,
    );
  });

  test("is filtered by kind and by day", async () => {
    const draft = await aDraft(database, here.bringer);
    await looksAt(draft, "2026-11-24T11:00");
    const lines = async (query: string) => (await page(`/privacy/trail/${draft}?${query}`)).text;
    expect(await lines("what=looks")).not.toContain("begon aan");
    expect(await lines("what=changes")).toContain("bringer begon aan een tekst in de maak van wijkteam Oost");
    expect(await lines("what=changes")).not.toContain("teammate keek");
    expect(await lines("from=24-11-2026")).not.toContain("begon aan");
    expect(await lines("until=23+november+2026")).not.toContain("teammate keek");
    expect(await lines("what=nonsense&from=nonsense&before=nonsense")).toContain("teammate keek");
  });

  test("is taken along as a table that is itself an entry, refusals included", async () => {
    const draft = await aDraft(database, here.bringer);
    await looksAt(draft, "2026-11-23T11:30");
    const csv = await (await officer.get(`/privacy/trail/${draft}/csv`)).text();
    const rows = parse(csv, { columns: true, delimiter: ";", bom: true }) as Record<string, string>[];
    expect(rows[0]).toMatchObject({
      who: "teammate",
      role: "professional",
      what: "keek naar een tekst in de maak van wijkteam Oost",
      action: "looked",
      result: "done",
      objectId: draft,
    });
    expect((await entries("trail-exported")).at(-1)).toMatchObject({ object_kind: "draft", object_id: draft });
    expect((await (await officer.get("/privacy/trail.csv?what=refusals")).text()).split("\n")[0]).toContain('"at";"who"');
  });
});

describe("the looks of a week", () => {
  test("that stand out are shown with why, ticked off one by one, and closed as a week", async () => {
    const draft = await aDraft(database, here.bringer);
    await looksAt(draft, "2026-11-21T23:30");
    const first = await page("/privacy/week");
    expect(first.text).toContain("Nog nooit bekeken");
    expect(first.text).toContain("teammate keek naar een tekst in de maak van wijkteam Oost");
    expect(first.text).toContain("Vroeg in de ochtend of laat op de avond · in het weekend of op een feestdag");
    const { id } = (await entries("looked")).find(({ at: moment }) => moment.getTime() === at("2026-11-21T23:30").getTime())!;
    expect((await officer.post(`/privacy/week/${id}`, { week: "2026-11-16", verdict: "asked", text: "Had dienst" })).status).toBe(303);
    expect((await page("/privacy/week")).text).toMatch(/Nagevraagd, door privacy op 23 november: Had dienst/);
    expect((await officer.post(`/privacy/week/${id}`, { week: "2026-11-16", verdict: "in-order" })).status).toBe(303);
    expect((await page("/privacy/week")).text).toContain("Gezien, in orde, door privacy op 23 november");
    expect((await officer.post(`/privacy/week/${id}`, { week: "2026-11-09", verdict: "in-order" })).status).toBe(404);
    for (const _ of [1, 2]) expect((await officer.post("/privacy/week", { week: "2026-11-16" })).status).toBe(303);
    expect((await page("/privacy/week")).text).toContain("Deze week is bekeken op 23 november, door privacy.");
    expect((await page("/privacy")).text).toContain("Voor het laatst bekeken op 23 november, door privacy");
    expect((await entries("week-reviewed")).length).toBe(1);
    expect((await entries("look-reviewed")).length).toBe(2);
  });

  test("that is not over can not be closed", async () => {
    expect((await officer.post("/privacy/week", { week: "2026-11-23" })).status).toBe(303);
    expect((await page("/privacy/week?week=2026-11-25")).text).not.toContain("Deze week is bekeken");
    expect((await officer.post("/privacy/week", { week: "nonsense" })).status).toBe(422);
    expect((await page("/privacy/week?week=0000-00-00&from=-3")).status).toBe(200);
  });
});

describe("a shielded text", () => {
  const shielded = async (words: string) => {
    const id = await aSignal(database, here.bringer);
    await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, words, now));
    await asActor(database.gate, here.teammate, now, (room) => shieldText(room, { signalId: id, position: 2, part: "reply" }));
    return id;
  };
  const which = { position: "2", part: "reply" };

  test("is read by the officer a page further than the list, which leaves an entry", async () => {
    const id = await shielded("Dat is de man met de rode bakfiets");
    const list = await page("/privacy/shielded");
    expect(list.text).toContain("Een reactie bij een signaal van wijkteam Oost afgeschermd op 23 november");
    expect(list.text).not.toContain("bakfiets");
    expect((await entries("looked")).filter(({ object_id }) => object_id === id)).toEqual([]);
    expect((await page(`/privacy/texts/${id}?position=2&part=reply`)).text).toContain("rode bakfiets");
    expect((await entries("looked")).filter(({ object_id }) => object_id === id)).toHaveLength(1);
    for (const path of [`/privacy/texts/${id}`, `/privacy/texts/${id}?position=1&part=sentence`, `/privacy/texts/${id}?position=x&part=y`])
      expect((await officer.get(path)).status).toBe(404);
  });

  test("is made readable again with a reason; without one the page says so and keeps what was typed", async () => {
    const id = await shielded("De balie was dicht, dat weet iedereen in het dorp");
    expect((await officer.post(`/privacy/texts/${id}/lift`, { ...which, text: " " })).status).toBe(422);
    const refused = await officer.post(`/privacy/texts/${id}/lift`, { ...which, text: "Bel 06-12345678" });
    expect(await refused.text()).toContain("Bel 06-12345678");
    expect((await officer.post(`/privacy/texts/${id}/lift`, { ...which, text: "Niemand is hierin te herkennen" })).status).toBe(303);
    const bringer = await house.as(here.bringer, here.host);
    expect(await (await bringer.get(`/signals/${id}`)).text()).toContain("De balie was dicht, dat weet iedereen");
  });

  test("is erased on a ground, after which the bringer sees since when, and no page has the words", async () => {
    const id = await shielded("Zij heet kanariegeel en woont bij de molen");
    expect((await officer.post(`/privacy/texts/${id}/erase`, which)).status).toBe(422);
    expect((await officer.post(`/privacy/texts/${id}/erase`, { position: "1", part: "sentence", ground: "asked" })).status).toBe(404);
    expect((await officer.post(`/privacy/texts/${id}/erase`, { ...which, ground: "recognisable" })).status).toBe(303);
    expect(await tablesWith(database, "kanariegeel")).toEqual([]);
    expect((await page("/privacy/erased")).text).toContain("Deze tekst is gewist op 23 november. Er is iemand in te herkennen.");
    const bringer = await house.as(here.bringer, here.host);
    const signal = await (await bringer.get(`/signals/${id}`)).text();
    expect(signal).toContain("Deze tekst is gewist op 23 november.");
    expect(signal).toContain("Er was iemand in te herkennen.");
    for (const path of ["/signals.csv", "/signals.json", "/signals?q=kanariegeel"])
      expect(await (await bringer.get(path)).text()).not.toContain("heet kanariegeel");
  });
});

test("all words of a signal, and of a draft, are erased without being read; the list then says so", async () => {
  const [signal, draft] = [
    await aSignal(database, here.bringer, { sentence: "kanarieblauw stond hier" }),
    await aDraft(database, here.bringer, { sentence: "kanariegroen stond hier" }),
  ];
  for (const id of [signal, draft]) {
    const { text } = await page(`/privacy/erase/${id}`);
    expect(text).toContain("Het gaat om 1 tekst. U leest die hier niet.");
    expect(text).not.toContain("stond hier");
    expect((await officer.post(`/privacy/erase/${id}`)).status).toBe(422);
    expect((await officer.post(`/privacy/erase/${id}`, { ground: "asked" })).headers.get("location")).toBe("/privacy/erased");
    expect((await officer.get(`/privacy/erase/${id}`)).status).toBe(404);
    expect((await officer.post(`/privacy/erase/${id}`, { ground: "asked" })).status).toBe(404);
  }
  for (const word of ["kanarieblauw", "kanariegroen"]) expect(await tablesWith(database, word)).toEqual([]);
  const bringer = await house.as(here.bringer, here.host);
  expect(await (await bringer.get("/signals?mine=yes")).text()).toContain("(niet te lezen: afgeschermd of gewist)");
  expect(await (await bringer.get("/drafts")).text()).toContain("Een tekst van u in de maak is gewist op 23 november");
  expect((await bringer.post(`/drafts/${draft}`, { sentence: "kanariegroen stond hier", version: "1" })).status).toBe(404);
  expect(await tablesWith(database, "kanariegroen")).toEqual([]);
});

describe("keeping and destroying", () => {
  test("a term is shortened freely, and lengthened with a reason only; what was typed stays", async () => {
    const change = (fields: Record<string, string>) => officer.post("/privacy/keeping/terms/draft", fields);
    const refused = await change({ months: "36", text: "" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="36"');
    expect((await change({ months: "veel" })).status).toBe(422);
    expect((await officer.post("/privacy/keeping/terms/elephant", { months: "3" })).status).toBe(404);
    expect((await change({ months: "3", automatic: "yes" })).status).toBe(303);
    const { text } = await page("/privacy/keeping");
    expect(text).toContain("3 maanden nadat de tekst voor het laatst is bewaard · eigen termijn; gewoon is 12 maanden · gaat vanzelf");
  });

  test("is previewed, stopped by a request under the Woo, confirmed, and declared on a page to print", async () => {
    const other = await aMunicipality(database);
    const keeper = await house.as(other.privacy, other.host);
    await aDraft(database, other.bringer);
    await database.migrator
      .updateTable("draft.draft")
      .set({ saved_at: new Date("2025-01-01T12:00:00Z") })
      .where("municipality_id", "=", other.id)
      .execute();
    const shown = async () => (await (await keeper.get("/privacy/keeping")).text()).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
    expect(await shown()).toContain("1 over de termijn, het oudste van 1 januari 2025");
    const confirm = (fields: Record<string, string>) => keeper.post("/privacy/keeping/destroy", fields);
    expect((await confirm({ day: "2026-11-23" })).status).toBe(422);
    expect((await confirm({ day: "2026-11-22", kinds: "draft" })).status).toBe(422);
    for (const bad of [{}, { day: "24 november 2026", text: "Iets" }, { day: "20 november 2026" }, { day: "20 november 2026", text: "Bel 06-12345678" }])
      expect((await keeper.post("/privacy/woo", bad)).status).toBe(422);
    expect((await keeper.post("/privacy/woo", { day: "20 november 2026", text: "de aanpak van briefadressen" })).status).toBe(303);
    expect(await shown()).toContain("Er loopt een Woo-verzoek. Zolang dat loopt, gaat er niets weg, ook niet vanzelf.");
    const stopped = await confirm({ day: "2026-11-23", kinds: "draft" });
    expect([stopped.status, (await stopped.text()).includes("Er loopt een Woo-verzoek")]).toEqual([422, true]);
    const end = /\/privacy\/woo\/[0-9a-f-]+\/end/.exec(await (await keeper.get("/privacy/keeping")).text())![0];
    expect([(await keeper.post(end)).status, (await keeper.post(end)).status]).toEqual([303, 404]);
    const done = await confirm({ day: "2026-11-23", kinds: "draft" });
    const declaration = await (await keeper.get(done.headers.get("location")!)).text();
    for (const words of ["Verklaring van vernietiging", "Gemeente Testdorp", "1 januari 2025", "12 maanden nadat", "AVG, artikel 5 lid 1 onder e"])
      expect(declaration).toContain(words);
    expect(await shown()).toContain("Niets over de termijn");
    expect((await officer.get(done.headers.get("location")!)).status).toBe(404);
  });
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
