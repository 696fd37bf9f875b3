import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal, type Municipality } from "#test/municipality.ts";

// A slow line, a second press, or no answer because something was killed: the same form arrives twice, one after the other or at once.

let database: TestDatabase;
let house: Doors;
let here: Municipality;
const people: Record<string, Visitor> = {};
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  for (const who of ["bringer", "teammate", "colleague", "facilitator", "owner"] as const) people[who] = await house.as(here[who], here.host);
});

/** Everything that is kept, but for when sessions were last seen. */
const everything = async () => {
  const tables = [
    "draft.draft",
    "learning.signal",
    "learning.signal_fact",
    "learning.text",
    "learning.addressed",
    "trail.entry",
    "trail.outbox",
    "organisation.mandate",
  ];
  const counts = await Promise.all(
    tables.map(
      async (name) =>
        (
          await sql<{
            count: number;
            hash: string;
          }>`select count(*) as count, coalesce(sum(hashtext(t::text)), 0)::text as hash from ${sql.table(name)} t`.execute(database.migrator)
        ).rows[0]!,
    ),
  );
  const member = await sql<{ language: string }>`select language from organisation.member where id = ${here.bringer.memberId}`.execute(database.migrator);
  return JSON.stringify([counts, member.rows]);
};

type Case = readonly [what: string, who: string, prepare: () => Promise<{ path: string; fields?: Record<string, string> }>];
const draft = (content = {}) => aDraft(database, here.bringer, content);
const cases: readonly Case[] = [
  ["a first save", "bringer", async () => ({ path: `/drafts/${randomUUID()}`, fields: { version: "0", sentence: "Het loket was dicht" } })],
  ["a later save", "bringer", async () => ({ path: `/drafts/${await draft()}`, fields: { version: "1", sentence: "Het loket was ook gisteren dicht" } })],
  ["taking over", "teammate", async () => ({ path: `/drafts/${await draft()}/take-over` })],
  ["throwing away", "bringer", async () => ({ path: `/drafts/${await draft()}/remove` })],
  [
    "bringing back",
    "bringer",
    async () => {
      const id = await draft();
      await people["bringer"]!.post(`/drafts/${id}/remove`);
      return { path: `/drafts/${id}/bring-back` };
    },
  ],
  ["replacing what is recognisable", "bringer", async () => ({ path: `/drafts/${await draft({ story: "Bel 06 12345678" })}/replace` })],
  [
    "releasing",
    "bringer",
    async () => ({
      path: `/drafts/${await draft({ snags: ["belief"] })}/release`,
      fields: { version: "1", audience: "everyone", neighbour: "no", deed: randomUUID() },
    }),
  ],
  [
    "replying",
    "colleague",
    async () => ({ path: `/signals/${await aSignal(database, here.bringer)}/reply`, fields: { text: "Bel de bode", deed: randomUUID() } }),
  ],
  [
    "answering",
    "owner",
    async () => ({
      path: `/signals/${await aSignal(database, here.bringer)}/answer`,
      fields: { choice: "change", text: "Wij passen het aan", checkpoint: "2026-12-14", seen: "open", deed: randomUUID() },
    }),
  ],
  [
    "undoing",
    "bringer",
    async () => {
      const id = await aSignal(database, here.bringer);
      await people["bringer"]!.post(`/signals/${id}/stay`, { text: "Ik bel elke vrijdag", checkpoint: "2026-12-14", seen: "open" });
      return { path: `/signals/${id}/undo`, fields: { deed: randomUUID() } };
    },
  ],
  ["taking a release back", "bringer", async () => ({ path: `/drafts/${await aSignal(database, here.bringer)}/take-back` })],
  [
    "withdrawing",
    "bringer",
    async () => ({ path: `/signals/${await aSignal(database, here.bringer)}/withdraw`, fields: { seen: "open", deed: randomUUID() } }),
  ],
  ["shielding", "colleague", async () => ({ path: `/signals/${await aSignal(database, here.bringer)}/shield`, fields: { position: "1", part: "sentence" } })],
  [
    "shielding one's own words",
    "bringer",
    async () => ({ path: `/signals/${await aSignal(database, here.bringer)}/shield`, fields: { position: "1", part: "sentence" } }),
  ],
  ["adding who answers", "facilitator", async () => ({ path: "/mandates", fields: { snag: "budget", owner: here.owner.memberId } })],
  ["choosing a language", "bringer", async () => ({ path: "/language", fields: { to: "en", back: "/" } })],
  ["having seen all", "owner", async () => ({ path: "/seen" })],
];

test.each(cases)("%s counts once when the same form comes twice", async (_, who, prepare) => {
  const { path, fields = {} } = await prepare();
  expect((await people[who]!.post(path, fields)).status).toBe(303);
  const once = await everything();
  expect((await people[who]!.post(path, fields)).status).toBeLessThan(500);
  expect(await everything()).toBe(once);
});

test.each(cases)("%s counts once when the same form comes twice at the same moment", async (_, who, prepare) => {
  const { path, fields = {} } = await prepare();
  const before = await facts();
  const answers = await Promise.all([people[who]!.post(path, fields), people[who]!.post(path, fields)]);
  expect(answers.filter(({ status }) => status === 303).length).toBeGreaterThan(0);
  for (const { status } of answers) expect(status).toBeLessThan(500);
  const grown = (await facts()).map((count, index) => count - before[index]!);
  expect(Math.max(...grown)).toBeLessThanOrEqual(path.endsWith("take-back") ? 3 : path.endsWith("release") ? 2 : 1);
});

/** How many facts, entries in the trail (but looks: two looks are two), drafts and lines there are. */
const facts = async (): Promise<number[]> => {
  const tables = ["learning.signal_fact", "(select from trail.entry where action <> 'looked') as", "draft.draft", "organisation.mandate"];
  const counted = tables.map((name) => sql<{ count: number }>`select count(*) as count from ${sql.raw(name)} t`.execute(database.migrator));
  return (await Promise.all(counted)).map(({ rows }) => rows[0]!.count);
};

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
