import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, now } from "#test/municipality.ts";
import { onEntries } from "#test/tampering/entries.ts";
import { onFile } from "#test/tampering/file.ts";
import { onHeads } from "#test/tampering/heads.ts";
import type { Target } from "#test/tampering/target.ts";
import { onWhole } from "#test/tampering/whole.ts";
import { looks } from "#test/trail.ts";
import { keptIn } from "./heads.ts";
import { trailKey } from "./key.ts";
import { sealer, type Sealing } from "./seal.ts";
import { verifyTrail } from "./verify.ts";

const database = await testDatabase();
const { gate, migrator } = database;
const folder = await mkdtemp(join(tmpdir(), "haarvat-heads-"));
const key = trailKey("a secret of at least thirty-two signs");
const sealing: Sealing = { key, earlierKeys: [], kept: keptIn(folder) };
const verified = (id: string, how = sealing) => verifyTrail(gate, id, how, now);

/** A trail in batches of these sizes, its heads kept. */
async function sealed(batches: readonly number[], how = sealing) {
  const at = await aMunicipality(database);
  for (const size of batches) {
    await looks(database, at.bringer, size);
    await sealer(how, 100)(gate, at.id, now);
  }
  return at;
}

test("ten untouched trails give no false alarm, kept elsewhere or not, sealed by one or by three at once", async () => {
  for (let index = 0; index < 10; index++) {
    const how = index % 3 === 0 ? { ...sealing, kept: undefined } : sealing;
    const at = await aMunicipality(database);
    const sealers = Array.from({ length: 1 + (index % 3) }, () => sealer(how, 4));
    for (let round = 0; round < 4; round++) {
      const moment = new Date(now.getTime() + round * 1000 + index);
      await Promise.all([looks(database, at.bringer, 3 + index, moment), ...sealers.map((seal) => seal(gate, at.id, moment))]);
    }
    await sealer(how, 100)(gate, at.id, now);
    const { findings, entries, tail, kept } = await verified(at.id, how);
    expect({ findings, entries, tail }).toEqual({ findings: [], entries: 4 * (3 + index), tail: { count: 0, oldest: null } });
    expect(kept === undefined).toBe(how.kept === undefined);
  }
});

test("while it is written, sealed and kept, a trail is verified without a false alarm", async () => {
  const at = await sealed([5]);
  const seal = sealer(sealing, 3);
  const enough = new AbortController();
  const writing = (async () => {
    while (!enough.signal.aborted) {
      await looks(database, at.bringer, 4);
      await seal(gate, at.id, now);
    }
  })();
  for (let turn = 0; turn < 20; turn++) expect((await verified(at.id)).findings).toEqual([]);
  enough.abort();
  await writing;
});

test("what is not sealed yet is named, with how long it waits; nothing else about it is known", async () => {
  const at = await sealed([3]);
  await looks(database, at.bringer, 2, new Date(now.getTime() - 60_000));
  await looks(database, at.bringer, 2);
  expect(await verified(at.id)).toMatchObject({ entries: 3, tail: { count: 4, oldest: new Date(now.getTime() - 60_000) }, findings: [] });
});

test("after the secret was changed a trail is verified with the key from before, and wrong without it", async () => {
  const at = await sealed([3, 2]);
  const next: Sealing = { key: trailKey("another secret of at least thirty-two signs"), earlierKeys: [key.id], kept: sealing.kept };
  expect((await verified(at.id, next)).findings).toEqual([]);
  expect((await verified(at.id, { ...next, earlierKeys: [] })).findings).toEqual([{ kind: "head-of-other-key", from: 2, until: 2, position: 1 }]);
  await looks(database, at.bringer, 2);
  await sealer(next)(gate, at.id, now);
  expect(await verified(at.id, next)).toMatchObject({ findings: [], entries: 7, kept: 3 });
});

const batches = [5, 1, 8, 3, 1, 6, 4];
/** Whoever owns the database takes away what is in the way. */
const unguarded = sql`alter table trail.entry drop constraint entry_pkey, drop constraint entry_origin, drop constraint entry_result, drop constraint entry_position_check;
  alter table trail.head drop constraint head_pkey; drop index trail.entry_sealed`;

test("every tampering is found: of any entry, any head, both together, and of what is kept elsewhere", { timeout: 300_000 }, async () => {
  const at = await sealed(batches);
  const elsewhere = await aMunicipality(database);
  await unguarded.execute(migrator);
  await sql`create table trail.safe_entry as table trail.entry; create table trail.safe_head as table trail.head`.execute(migrator);
  const target: Target = { database, id: at.id, elsewhere: elsewhere.id, entries: 28, heads: batches.length, file: join(folder, `${at.id}.ndjson`) };
  const kept = await readFile(target.file, "utf8");
  const putBack = async () => {
    await sql`delete from trail.entry; delete from trail.head; insert into trail.entry table trail.safe_entry; insert into trail.head table trail.safe_head`.execute(
      migrator,
    );
    await writeFile(target.file, kept);
  };
  const tamperings = { ...onEntries, ...onHeads, ...onFile, ...onWhole(key, () => looks(database, at.bringer, 3)) };
  const where = fc.nat(9999);
  const once = Object.keys(tamperings).map((what): [string, number, number] => [what, 5, 9]);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(tamperings)), where, where, async (what, i, j) => {
      await putBack();
      await tamperings[what]!(target, i, j);
      expect((await verified(at.id)).findings).not.toEqual([]);
    }),
    { examples: once, numRuns: process.env["TEST_ALL"] ? 1000 : 120, endOnFailure: true },
  );
  await putBack();
  expect((await verified(at.id)).findings).toEqual([]);
});
