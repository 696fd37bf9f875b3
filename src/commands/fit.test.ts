import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "#src/platform/database.ts";
import { isUntried, versionProblem } from "#src/platform/fitness.ts";
import { migrations, versionOf } from "#src/platform/migrate.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { debianPostgres, onServer, startOwnServer } from "#test/postgres.ts";
import { refuseUnfit } from "./fit.ts";

// Each on a PostgreSQL of its own that is made unfit and fit again: the newest, and the oldest where it is at hand.

let at: Awaited<ReturnType<typeof startOwnServer>>;
let admin: pg.Client;
beforeAll(async () => {
  at = await startOwnServer(debianPostgres && process.env["TEST_ALL"] ? { bin: debianPostgres } : {});
  admin = new pg.Client(at.template);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await at.stop();
});

const sentences = async (server: Server = at.server, clock?: () => Date): Promise<string[]> => {
  try {
    await refuseUnfit(server, () => {}, clock);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
};

test("a database as migrate leaves it is fit", async () => {
  expect(await sentences()).toEqual([]);
});

const setting = (name: string) => ({
  make: [`alter system set ${name} = off`, "select pg_reload_conf()"],
  mend: [`alter system reset ${name}`, "select pg_reload_conf()"],
});
const role = (words: string, back: string) => ({ make: [`alter role haarvat_gate ${words}`], mend: [`alter role haarvat_gate ${back}`] });

test.each([
  ["fsync is off", setting("fsync"), [/^The setting fsync of PostgreSQL is off/]],
  ["full_page_writes is off", setting("full_page_writes"), [/^The setting full_page_writes of PostgreSQL is off/]],
  [
    "synchronous_commit is off on the whole server",
    setting("synchronous_commit"),
    [/synchronous_commit .* off for haarvat_learning/, /synchronous_commit .* off for haarvat_gate/, /synchronous_commit .* off for haarvat_keeper/],
  ],
  ["synchronous_commit is off for one role", role("set synchronous_commit = off", "reset synchronous_commit"), [/synchronous_commit .* off for haarvat_gate/]],
  ["a role is superuser", role("superuser", "nosuperuser"), [/^The role haarvat_gate is superuser/]],
  ["a role bypasses row-level security", role("bypassrls", "nobypassrls"), [/^The role haarvat_gate can bypass row-level security/]],
  [
    "a role owns a table",
    { make: ["alter table learning.text owner to haarvat_gate"], mend: ["alter table learning.text owner to haarvat_migrator"] },
    [/^The role haarvat_gate owns tables/],
  ],
  ["a role has another password", role("password 'another'", "password '{password}'"), [/does not accept the role haarvat_gate: run "haarvat migrate" first/]],
])("it is refused in one sentence each when %s", async (_, { make, mend }, said) => {
  for (const statement of make) await admin.query(statement);
  try {
    await expect.poll(() => sentences(), { timeout: 5000 }).toEqual(said.map((words) => expect.stringMatching(words)));
  } finally {
    for (const statement of mend) await admin.query(statement.replace("{password}", passwordOf(at.server, "haarvat_gate")));
  }
});

/** A copy of the database that a test may spoil. */
async function spoiled(...statements: string[]): Promise<Server> {
  const name = `haarvat_spoiled_${randomUUID().replaceAll("-", "")}`;
  const { database, ...server } = at.template;
  await admin.end();
  await onServer({ ...server, database: "postgres" }, `create database ${name} template ${database}`);
  admin = new pg.Client(at.template);
  await admin.connect();
  for (const statement of statements) await onServer({ ...server, database: name }, statement);
  return { ...at.server, database: name };
}

test.each([
  ["a migration is missing", "delete from migration.applied where name = (select max(name) from migration.applied)", /not at this version yet/],
  ["it was never migrated to a version that tells", "revoke usage on schema migration from haarvat_learning, haarvat_gate", /not at this version yet/],
  ["it belongs to a newer version", "insert into migration.applied (name) values ('9999_later.sql')", /belongs to a newer version/],
  ["the extension is missing", "drop extension btree_gin cascade", /extension btree_gin is missing/],
])("it is refused when %s", async (_, statement, said) => {
  const server = await spoiled(statement);
  expect(await sentences(server)).toEqual([expect.stringMatching(said)]);
});

test("it is refused when the clocks are more than a minute apart, whichever is ahead", async () => {
  const shifted = (seconds: number) => () => new Date(Date.now() + seconds * 1000);
  const apart = async (seconds: number) => (await sentences(at.server, shifted(seconds))).filter((sentence) => sentence.startsWith("The clocks"));
  expect(await apart(70)).toHaveLength(1);
  expect(await apart(-70)).toHaveLength(1);
  expect(await apart(50)).toEqual([]);
  expect(await apart(-50)).toEqual([]);
});

test("a database that is not there, and a server that does not answer, are said", async () => {
  expect(await sentences({ ...at.server, database: "nowhere" })).toEqual([expect.stringMatching(/^There is no database called nowhere at/)]);
  expect(await sentences({ ...at.server, port: 1 })).toEqual(["The database at 127.0.0.1:1 does not answer."]);
});

test.each([
  [140_020, "too-old"],
  [150_013, "hole-known"],
  [150_014, undefined],
  [160_009, "hole-known"],
  [170_006, undefined],
  [180_000, undefined],
  [190_000, undefined],
])("of version %i is said: %s", (number, problem) => {
  expect(versionProblem(number)).toBe(problem);
});

test("a version newer than 18 was never tried", () => {
  expect([150_014, 180_004, 190_000].map(isUntried)).toEqual([false, false, true]);
});

test("a database is older, newer or at this version by the names of its migrations", async () => {
  const known = await migrations();
  expect([versionOf(known, known), versionOf(known.slice(1), known), versionOf([...known, "9999_later.sql"], known), versionOf([], known)]).toEqual([
    "same",
    "older",
    "newer",
    "older",
  ]);
});
