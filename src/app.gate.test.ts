import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { deeds } from "#test/strangers/doors.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { tablesWith } from "#test/everywhere.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal, type Municipality } from "#test/municipality.ts";

// Whatever the door and whatever kind of detail: what is certain does not come into the learning room.

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let visitors: Visitor[];
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  visitors = await Promise.all([here.bringer, here.colleague, here.owner, here.facilitator].map((who) => house.as(who, here.host)));
});

const details = [
  "111222333",
  "06-12345678",
  "jan.jansen@voorbeeld.nl",
  "NL91ABNA0417164300",
  "1234 AB 12",
  "Mevrouw Yildiz",
  "geboren op 3 maart 1984",
  "Kerkstraat 12",
];
const told = fc
  .tuple(fc.constantFrom(...details), fc.constantFrom("Bel eerst", "Dit gaat over", "Vraag het aan"), fc.integer({ min: 100_000, max: 999_999 }))
  .map(([detail, begin, nth]) => ({ detail, mark: `kenwoord${String(nth).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)]!)}`, begin }))
  .map(({ detail, mark, begin }) => ({ text: `${begin} ${detail}, dan ${mark}.`, mark }));

const inRoom = async (mark: string) => (await tablesWith(database, mark)).filter((table) => !table.startsWith("draft."));
/** The word that is looked for would be found if the door let it in. */
test("each of these texts holds something certain", () => {
  for (const detail of details)
    expect(
      findings(`Dit gaat over ${detail}, dan.`).some(({ certain }) => certain),
      detail,
    ).toBe(true);
});

describe("a text with a certain finding", () => {
  test("is released by no combination of answers, in whichever part it stands", async () => {
    await fc.assert(
      fc.asyncProperty(
        told,
        fc.constantFrom("sentence", "story", "matters"),
        fc.constantFrom("everyone", "team"),
        fc.constantFrom("no", "perhaps", "perhaps-still"),
        async ({ text, mark }, part, audience, neighbour) => {
          const id = await aDraft(database, here.bringer, { [part]: text, mattersSource: "said" });
          await visitors[0]!.post(`/drafts/${id}/answers`, { all: "no" });
          const word = findings(text).find(({ certain }) => certain)!;
          const fields = { version: "1", audience, neighbour, looked: "yes", "mark-1": `no ${text.slice(word.start, word.end)}` };
          expect((await visitors[0]!.post(`/drafts/${id}/release`, fields)).status).toBe(422);
          expect(await inRoom(mark)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is said with no deed on a signal, by nobody", async () => {
    const signal = await aSignal(database, here.bringer);
    await fc.assert(
      fc.asyncProperty(
        told,
        fc.constantFrom(...Object.keys(deeds)),
        fc.constantFrom(0, 1, 2, 3),
        fc.constantFrom("change", "experiment", "no-because"),
        async ({ text, mark }, deed, who, choice) => {
          const fields = { text, choice, checkpoint: "2026-12-24", position: "1", audience: "everyone", seen: "open", to: here.executive.memberId };
          // Deeds without words may go through; the words may not.
          await visitors[who]!.post(`/signals/${signal}/${deed}`, fields);
          expect(await inRoom(mark)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  test("is read in with no file", async () => {
    await aSignal(database, here.bringer, { sentence: "Hier staat PLAATS en verder niets" });
    const file = await (await visitors[3]!.get("/signals.json")).text();
    await fc.assert(
      fc.asyncProperty(told, async ({ text, mark }) => {
        const body = new FormData();
        body.set(
          "file",
          new File([file.replaceAll("PLAATS", text).replaceAll(/"id": ?"[0-9a-f]{8}/g, () => `"id":"${crypto.randomUUID().slice(0, 8)}`)], "signals.json"),
        );
        const answer = await visitors[3]!.post("/signals/import", body);
        expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("iemand te herkennen")]);
        expect(await inRoom(mark)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

test("words without a detail do come in by the same doors: the look for them can find something", async () => {
  const id = await aDraft(database, here.bringer, { sentence: "Het loket was dicht, kenwoordzonder" });
  expect((await visitors[0]!.post(`/drafts/${id}/release`, { version: "1", audience: "everyone", neighbour: "no" })).status).toBe(303);
  expect(await inRoom("kenwoordzonder")).toContain("learning.text");
  const signal = await aSignal(database, here.bringer);
  expect((await visitors[1]!.post(`/signals/${signal}/reply`, { text: "Bel eerst, dan kenwoordantwoord.", seen: "open" })).status).toBe(303);
  expect(await inRoom("kenwoordantwoord")).toContain("learning.text");
});
