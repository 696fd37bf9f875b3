import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { asActor } from "./database.ts";
import { actInRole, beginSession, endAllSessions, endSession, findSession, findWriter } from "./session.ts";

let database: TestDatabase;
let here: Municipality;
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
});

const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const found = (token: string, at = now) => findSession(database.learning, here.id, token, database.server.secret, at);
const change = (actor: Actor, set: { roles?: string[]; ended_at?: Date | null }) =>
  database.migrator.updateTable("organisation.member").set(set).where("id", "=", actor.memberId).execute();

test("in another role one goes on under a new secret; the old one is dead, and the ten hours run on", async () => {
  await change(here.facilitator, { roles: ["facilitator", "professional"] });
  const old = await beginSession(database.learning, here.facilitator, now, { acr: "substantial" });
  const fresh = await actInRole(database.learning, here.facilitator, old, "professional", after(60));
  expect(await found(old, after(60))).toBeUndefined();
  expect((await found(fresh!, after(60)))?.actor.role).toBe("professional");
  expect(await actInRole(database.learning, here.facilitator, old, "facilitator", after(61))).toBeUndefined();
  const rows = await database.migrator
    .selectFrom("organisation.session")
    .select(["acr", "began_at"])
    .where("member_id", "=", here.facilitator.memberId)
    .where("ended_at", "is", null)
    .execute();
  expect(rows).toEqual([{ acr: "substantial", began_at: now }]);
});

test("whoever leaves has no session from the next request on, and is known no more by the forms that stand open", async () => {
  const token = await beginSession(database.learning, here.official, now);
  const { formToken } = (await found(token))!;
  expect(await findWriter(database.learning, here.id, formToken)).toMatchObject({ memberId: here.official.memberId });
  await change(here.official, { ended_at: now });
  expect(await found(token)).toBeUndefined();
  expect(await findWriter(database.learning, here.id, formToken)).toBeUndefined();
});

test("logging out everywhere ends the sessions there are and none that begins later", async () => {
  const [one, two] = [await beginSession(database.learning, here.bringer, now), await beginSession(database.learning, here.bringer, after(1))];
  const other = await beginSession(database.learning, here.teammate, now);
  await asActor(database.learning, here.bringer, after(2), (room) => endAllSessions(room, here.bringer.memberId));
  const later = await beginSession(database.learning, here.bringer, after(3));
  expect([await found(one, after(3)), await found(two, after(3))]).toEqual([undefined, undefined]);
  expect(await found(later, after(3))).toBeDefined();
  expect(await found(other, after(3))).toBeDefined();
});

test("nobody but an administrator ends the sessions of somebody else", async () => {
  const token = await beginSession(database.learning, here.jurist, now);
  await asActor(database.learning, here.owner, after(1), (room) => endAllSessions(room, here.jurist.memberId));
  expect(await found(token, after(1))).toBeDefined();
  await asActor(database.learning, here.administrator, after(1), (room) => endAllSessions(room, here.jurist.memberId));
  expect(await found(token, after(1))).toBeUndefined();
});

test("what a form carries opens no session, and still says whose it was after the end", async () => {
  const token = await beginSession(database.learning, here.colleague, now);
  const { formToken } = (await found(token))!;
  await endSession(database.learning, here.colleague, token, now);
  expect(await found(token)).toBeUndefined();
  expect(await found(formToken)).toBeUndefined();
  expect(await findWriter(database.learning, here.id, formToken)).toMatchObject({ memberId: here.colleague.memberId, role: "professional" });
  expect(await findWriter(database.learning, here.id, token)).toBeUndefined();
});

test("a host name belongs to one municipality", async () => {
  const given = database.migrator.insertInto("organisation.host").values({ name: here.host, municipality_id: (await aMunicipality(database)).id });
  await expect(given.execute()).rejects.toThrow(/host_pkey/);
});
