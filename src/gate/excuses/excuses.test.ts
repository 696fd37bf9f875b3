import { beforeAll, expect, test } from "vitest";
import { asActor } from "#src/platform/database.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aDraft, aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { findProposals, sweepCleared } from "./store.ts";

let database: TestDatabase;
let house: Doors;
let here: Municipality;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
});

const as = async (who: string) => house.as(here[who as "bringer"], here.host);
async function shareCleared(word: string, times: number) {
  const writer = await as("bringer");
  for (let nth = 0; nth < times; nth += 1) {
    const id = await aDraft(database, here.bringer, { sentence: `Wij gebruiken ${word}.` });
    await writer.post(`/drafts/${id}/answers`, { all: "no" });
    expect((await writer.post(`/drafts/${id}/release`, { version: "1", audience: "team", neighbour: "no" })).status).toBe(303);
  }
}
const asked = async (word: string) => {
  const id = await aDraft(database, here.bringer, { sentence: `Wij gebruiken ${word}.` });
  return (await (await (await as("bringer")).get(`/drafts/${id}/release`)).text()).includes(`no ${word.toLowerCase()}`);
};

test("a word is to be decided on once it was cleared in three texts that were shared; accepted, nobody is asked about it any more", async () => {
  const facilitator = await as("facilitator");
  await shareCleared("Wolkenveld", 2);
  expect(await (await facilitator.get("/excuses")).text()).not.toContain("wolkenveld");
  expect((await facilitator.post("/excuses", { word: "wolkenveld", verdict: "accepted" })).status).toBe(422);
  await shareCleared("Wolkenveld", 1);
  expect(await (await facilitator.get("/excuses")).text()).toContain("wolkenveld");
  expect(await asked("Wolkenveld")).toBe(true);
  expect((await facilitator.post("/excuses", { word: "wolkenveld", verdict: "accepted" })).status).toBe(303);
  expect(await asked("Wolkenveld")).toBe(false);
  await facilitator.post("/excuses/remove", { word: "wolkenveld" });
  expect(await asked("Wolkenveld")).toBe(true);
});

test("a refused word goes on being asked and is proposed no more", async () => {
  const officer = await as("privacy");
  await shareCleared("Tafelrond", 3);
  await officer.post("/excuses", { word: "tafelrond", verdict: "refused" });
  await shareCleared("Tafelrond", 3);
  expect(await asked("Tafelrond")).toBe(true);
  expect(await asActor(database.gate, here.privacy, now, findProposals)).toEqual([]);
});

test("nobody else decides, and of a cleared word neither the text nor the writer is kept", async () => {
  for (const who of ["bringer", "owner", "administrator"]) expect((await (await as(who)).get("/excuses")).status).toBe(404);
  const row = await database.migrator.selectFrom("organisation.cleared_word").selectAll().executeTakeFirstOrThrow();
  expect(Object.keys(row).sort()).toEqual(["id", "month", "municipality_id", "word"]);
  expect(row.month).toMatch(/-01$/);
});

test("a word that nobody decided on goes after a year", async () => {
  await shareCleared("Kruimelpad", 1);
  const count = async () => (await database.migrator.selectFrom("organisation.cleared_word").select("id").where("word", "=", "kruimelpad").execute()).length;
  expect(await sweepCleared(database.gate, here.id, now)).toBe(0);
  expect(await count()).toBe(1);
  await sweepCleared(database.gate, here.id, new Date("2027-12-02T10:00:00Z"));
  expect(await count()).toBe(0);
});
