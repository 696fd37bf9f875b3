import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal } from "#test/municipality.ts";
import { endAll, run } from "#test/program.ts";

const here = await testDatabase();
const there = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), "haarvat-along-"));
afterAll(async () => {
  endAll();
  await rm(folder, { recursive: true, force: true });
});

const at = ({ server }: typeof here) => ({
  DATABASE_URL: `postgres://nobody-yet@${server.host}:${server.port}/${server.database}`,
  HAARVAT_SECRET: server.secret,
});

test("what the command line takes along or brings in stands in the trail as that", async () => {
  const { bringer } = await aMunicipality(here, "dorp.test");
  const { facilitator } = await aMunicipality(there, "stad.test");
  const signal = await aSignal(here, bringer);
  const file = join(folder, "signals.json");
  expect(await run(["export", "--host", "dorp.test", "--out", file], at(here))).toMatchObject({ status: 0 });
  expect(await run(["import", file, "--as", "facilitator", "--host", "stad.test"], at(there))).toMatchObject({ status: 0 });
  const entries = ({ migrator }: typeof here) =>
    migrator.selectFrom("trail.entry").select(["action", "object_id", "actor_id", "result"]).where("origin", "=", "command").execute();
  expect(await entries(here)).toEqual([
    { action: "exported", object_id: bringer.municipalityId, actor_id: "00000000-0000-0000-0000-000000000000", result: "done" },
  ]);
  expect(await entries(there)).toEqual([{ action: "imported", object_id: signal, actor_id: facilitator.memberId, result: "done" }]);
});

test("a database whose address stands in a file is the one that is taken along", async () => {
  const { bringer, id } = await aMunicipality(here, "plaats.test");
  await aSignal(here, bringer);
  const { DATABASE_URL, HAARVAT_SECRET } = at(here);
  const address = join(folder, "address");
  await writeFile(address, DATABASE_URL);
  const taken = await run(["export", "--host", "plaats.test", "--out", join(folder, "plaats.json")], { DATABASE_URL_FILE: address, HAARVAT_SECRET });
  expect(taken).toMatchObject({ status: 0 });
  const entries = await here.migrator.selectFrom("trail.entry").select("action").where("object_id", "=", id).where("origin", "=", "command").execute();
  expect(entries).toEqual([{ action: "exported" }]);
});
