import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aMunicipality, type Municipality } from "#test/municipality.ts";

let house: Doors;
let here: Municipality;
beforeAll(async () => {
  const database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
});

const firstPage = async (actor: Actor) => (await (await house.as(actor, here.host)).get("/")).text();
const asks = "Liep u ergens op vast";

test("the first page asks whether something got stuck of who can bring it, and of nobody else", async () => {
  for (const actor of [here.bringer, here.facilitator, here.jurist]) expect(await firstPage(actor)).toContain(asks);
  for (const actor of [here.administrator, here.privacy, here.executive, here.partner]) expect(await firstPage(actor)).not.toContain(asks);
});

test("the first page of the privacy officer is what waits for them, that of an administrator what has to be put right", async () => {
  expect(await firstPage(here.privacy)).toContain('href="/privacy/week"');
  expect(await firstPage(here.administrator)).toContain("Mensen, teams en de gemeente zijn bij");
});
