import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eraseDraft, eraseSignal } from "#src/gate/erase/index.ts";
import { destroy } from "#src/gate/retention/destroy-store.ts";
import { keptKinds } from "#src/gate/retention/terms.ts";
import { asActor } from "#src/platform/database.ts";
import { keptIn } from "#src/platform/trail/heads.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";
import { verifyTrail } from "#src/platform/trail/verify.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { testDatabase } from "#test/database.ts";
import { aDraft, aMunicipality, aSignal, now } from "#test/municipality.ts";

const database = await testDatabase();

test("after words were erased and everything past its term was destroyed, the trail still verifies, each of both an entry in it", async () => {
  const { gate, keeper, migrator } = database;
  const here = await aMunicipality(database);
  const sealing = { key: trailKey("a secret of at least thirty-two signs"), earlierKeys: [], kept: keptIn(await mkdtemp(join(tmpdir(), "haarvat-heads-"))) };
  const seal = sealer(sealing, 100);
  const [signal, draft] = [await aSignal(database, here.bringer), await aDraft(database, here.bringer)];
  const old = await aSignal(database, here.bringer, { sentence: "Dit is lang geleden" });
  await seal(gate, here.id, now);
  const key = erasureKey("test", here.id);
  await asActor(keeper, here.privacy, now, async (room) => [await eraseSignal(room, key, signal, "asked"), await eraseDraft(room, key, draft, "asked")]);
  await migrator
    .updateTable("learning.signal")
    .set({ state: "held", changed_at: new Date("2020-01-01T12:00:00Z") })
    .where("id", "=", old)
    .execute();
  await asActor(keeper, here.privacy, now, (room) => destroy(room, keptKinds));
  await seal(gate, here.id, now);
  const { findings, entries, tail } = await verifyTrail(gate, here.id, sealing, now);
  const written = await migrator.selectFrom("trail.entry").select("action").where("municipality_id", "=", here.id).execute();
  expect({ findings, entries, tail }).toEqual({ findings: [], entries: written.length, tail: { count: 0, oldest: null } });
  expect(written.map(({ action }) => action)).toEqual(expect.arrayContaining(["erased", "destroyed"]));
  expect(await migrator.selectFrom("learning.signal").select("id").where("id", "=", old).execute()).toEqual([]);
});
