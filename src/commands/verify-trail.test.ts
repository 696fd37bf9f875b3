import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptIn } from "#src/platform/trail/heads.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { endAll, run } from "#test/program.ts";
import { looks } from "#test/trail.ts";

const database = await testDatabase();
const { server, gate, migrator } = database;
let folder: string;
let village: Municipality;
let town: Municipality;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "haarvat-heads-"));
  [village, town] = [await aMunicipality(database, "dorp.test"), await aMunicipality(database, "stad.test")];
  const seal = sealer({ key: trailKey(server.secret), earlierKeys: [], kept: keptIn(folder) }, 4);
  for (const at of [village, town]) {
    await looks(database, at.bringer, 10);
    await seal(gate, at.id, now);
    await seal(gate, at.id, now);
  }
});
afterAll(async () => {
  endAll();
  await rm(folder, { recursive: true, force: true });
});

const settings = () => ({
  DATABASE_URL: `postgres://nobody-yet@${server.host}:${server.port}/${server.database}`,
  HAARVAT_SECRET: server.secret,
  TRAIL_HEADS: folder,
  INIT_CWD: folder,
});
const verify = (words: readonly string[] = [], more: Readonly<Record<string, string | undefined>> = {}) =>
  run(["verify-trail", ...words], { ...settings(), ...more });

test("a trail that is as it was sealed ends with 0, and what waits is named", async () => {
  await looks(database, village.bringer, 2, new Date(Date.now() - 90_000));
  const { status, said } = await verify(["--host", "dorp.test"]);
  expect(said).toMatch(
    /^Testdorp: 10 sealed entries, signed up to position 10 by head 3\.\n {2}The key of the last head is [0-9a-f]{64}\.\n {2}2 entries wait to be sealed, the oldest for (9\d|1[01]\d) seconds: what happens to these is not noticed yet\.\n {2}The heads kept elsewhere go up to head 3\.\n {2}All of it is as it was sealed\.\n$/,
  );
  expect(status).toBe(0);
});

test("without the heads kept elsewhere it says what would not be noticed", async () => {
  expect(await verify(["--host", "dorp.test"], { TRAIL_HEADS: undefined })).toMatchObject({
    status: 0,
    said: expect.stringContaining("a trail that was cut off or put back from an older copy is not noticed without it.\n"),
  });
});

test("what is wrong in one municipality is said for all, and ends with 1; as JSON as well", async () => {
  await migrator.updateTable("trail.entry").set({ purpose: "other" }).where("municipality_id", "=", town.id).where("position", "=", 6).execute();
  await migrator.deleteFrom("trail.entry").where("municipality_id", "=", town.id).where("position", ">", 8).execute();
  await migrator.deleteFrom("trail.head").where("municipality_id", "=", town.id).where("number", "=", 3).execute();
  const { status, said } = await verify();
  expect(status).toBe(1);
  expect(said).toContain("  All of it is as it was sealed.\n");
  expect(said).toContain("  WRONG: Entry 6 was changed after it was sealed.\n");
  expect(said).toContain(
    "  WRONG: From position 9 on the trail was cut off, or put back from an older copy: head 3 was kept elsewhere and is not in the database.\n",
  );
  const json = await verify(["--json"]);
  expect(json.status).toBe(1);
  const written = JSON.parse(json.said) as { good: boolean; municipalities: { id: string; good: boolean; findings: { kind: string; from: number }[] }[] };
  expect(written).toMatchObject({ good: false, heads: folder });
  expect(written.municipalities.find(({ id }) => id === village.id)).toMatchObject({ good: true, findings: [], unsealed: { count: 2 } });
  expect(written.municipalities.find(({ id }) => id === town.id)).toMatchObject({
    good: false,
    entries: 8,
    findings: [
      { kind: "entry-changed", from: 6 },
      { kind: "heads-cut-off", from: 3, position: 9 },
    ],
  });
});

test("a trail of which only the heads elsewhere are left is missed", async () => {
  const gone = "0199c0de-0000-7000-8000-000000000001";
  const [head] = await Array.fromAsync(keptIn(folder).lines(village.id));
  await writeFile(join(folder, `${gone}.ndjson`), `${head}\n`);
  expect(await verify()).toMatchObject({ status: 1, said: expect.stringContaining("its municipality is not in the database.\n") });
});

test("a host that is not there, and a key that is none, are said in a sentence", async () => {
  expect(await verify(["--host", "nergens.test"])).toEqual({ status: 1, said: "There is no municipality at nergens.test.\n" });
  expect(await verify([], { TRAIL_EARLIER_KEYS: "x" })).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^TRAIL_EARLIER_KEYS holds something that is no key/),
  });
});
