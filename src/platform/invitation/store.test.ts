import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { asActor, asVisitor } from "#src/platform/database.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { accept, findOpen, invite, tryCode, type Wished } from "./store.ts";

let database: TestDatabase;
let here: Municipality;
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
});

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const invited = (wished: Partial<Wished> = {}, by = here.administrator) =>
  asActor(database.learning, by, now, (room) =>
    invite(room, { email: "nieuw@voorbeeld.nl", name: "Nieuw", title: "consulent", roles: ["professional"], teamId: here.teams.oost, ...wished }),
  );
const tries = (id: string, code: string, at = now) => asVisitor(database.gate, here.id, at, (room) => tryCode(room, id, code));
const comes = (id: string, subject: string, at = now) =>
  accept(database.gate, here.id, id, { issuer: "https://login.example", subject, name: "Nieuw Naam", language: "nl" }, at);
const memberWith = (subject: string) => database.migrator.selectFrom("organisation.member").selectAll().where("subject", "=", subject).execute();

test("somebody who was invited becomes a member with the role, team and address of the invitation, once", async () => {
  const { id, code } = await invited();
  expect(await tries(id, code)).toBe(true);
  const subject = randomUUID();
  expect(await comes(id, subject)).toMatchObject({ role: "professional", teamId: here.teams.oost });
  expect(await memberWith(subject)).toMatchObject([{ name: "Nieuw Naam", email: "nieuw@voorbeeld.nl", roles: ["professional"], title: "consulent" }]);
  expect(await comes(id, randomUUID())).toBeUndefined();
  expect(await tries(id, code)).toBe(false);
});

test("an address the provider says is taken when it is one; otherwise that of the invitation stays", async () => {
  for (const [said, kept] of [
    ["anders@voorbeeld.nl", "anders@voorbeeld.nl"],
    ["anders@voorbeeld.nl, nog@voorbeeld.nl", "nieuw@voorbeeld.nl"],
  ]) {
    const subject = randomUUID();
    await accept(database.gate, here.id, (await invited()).id, { issuer: "https://login.example", subject, email: said, language: "nl" }, now);
    expect(await memberWith(subject)).toMatchObject([{ email: kept, name: "Nieuw" }]);
  }
});

test("two who accept the same invitation at once: one comes in", async () => {
  const { id } = await invited();
  const [one, two] = [randomUUID(), randomUUID()];
  const came = await Promise.all([comes(id, one), comes(id, two)]);
  expect(came.filter(Boolean)).toHaveLength(1);
  expect([...(await memberWith(one)), ...(await memberWith(two))]).toHaveLength(1);
});

test("the fifth wrong try ends an invitation, also for whoever has the code; each is in the trail", async () => {
  const { id, code } = await invited();
  for (let wrong = 1; wrong <= 5; wrong++) {
    expect(await asVisitor(database.gate, here.id, now, (room) => findOpen(room, id))).toBeDefined();
    expect(await tries(id, "0000-0000-0000-0000")).toBe(false);
  }
  expect(await tries(id, code)).toBe(false);
  expect(await comes(id, randomUUID())).toBeUndefined();
  const entries = await database.migrator
    .selectFrom("trail.entry")
    .select(["action", "result", "actor_role"])
    .where("object_id", "=", id)
    .orderBy("at")
    .execute();
  expect(entries.filter(({ result }) => result === "refused")).toEqual(
    [1, 2, 3, 4, 5].map(() => ({ action: "invitation-tried", result: "refused", actor_role: "visitor" })),
  );
});

test("after 24 hours an invitation has passed, and in another municipality it never was", async () => {
  const { id, code } = await invited();
  const elsewhere = await aMunicipality(database);
  expect(await asVisitor(database.gate, elsewhere.id, now, (room) => tryCode(room, id, code))).toBe(false);
  expect(await tries(id, code, hours(23.9))).toBe(true);
  expect(await tries(id, code, hours(24))).toBe(false);
});

test("who left and is invited again is the same member as before", async () => {
  const subject = randomUUID();
  const before = await comes((await invited()).id, subject);
  await database.migrator.updateTable("organisation.member").set({ ended_at: now }).where("id", "=", before!.memberId).execute();
  const again = await comes((await invited({ roles: ["facilitator"], teamId: here.teams.west })).id, subject);
  expect(again).toMatchObject({ memberId: before!.memberId, role: "facilitator", teamId: here.teams.west });
  expect(await memberWith(subject)).toMatchObject([{ ended_at: null, roles: ["facilitator"] }]);
});

test("whoever works here gets no other roles by an invitation: not even an administrator, who made it", async () => {
  const { id } = await invited({ email: "van-mijzelf@voorbeeld.nl", roles: ["professional", "privacy-officer"] });
  const self = () => database.migrator.selectFrom("organisation.member").selectAll().where("id", "=", here.administrator.memberId).executeTakeFirstOrThrow();
  const { issuer, subject } = await self();
  expect(await accept(database.gate, here.id, id, { issuer, subject, language: "nl" }, now)).toBeUndefined();
  expect((await self()).roles).toEqual(["administrator"]);
  expect(await asVisitor(database.gate, here.id, now, (room) => findOpen(room, id))).toBeDefined();
});

test("a login is bound anew to the same person, but never when it is somebody else's already", async () => {
  const [old, fresh] = [randomUUID(), randomUUID()];
  const before = await comes((await invited()).id, old);
  const bound = await comes((await invited({ memberId: before!.memberId })).id, fresh);
  expect(bound?.memberId).toBe(before!.memberId);
  expect(await memberWith(old)).toEqual([]);
  expect(await comes((await invited({ memberId: here.owner.memberId })).id, fresh)).toBeUndefined();
});

test("nobody but an administrator invites", async () => {
  await expect(invited({}, here.facilitator)).rejects.toThrow(/row-level security/);
});

test("of the code only a hash is kept", async () => {
  const { id, code } = await invited();
  const row = await database.migrator.selectFrom("organisation.invitation").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(code);
});
