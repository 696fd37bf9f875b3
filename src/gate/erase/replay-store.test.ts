import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readErasures } from "#src/platform/backup/erasures.ts";
import { FileRefused } from "#src/platform/backup/manifest.ts";
import { readMunicipality } from "#src/platform/backup/read.ts";
import { roomOn } from "#src/platform/backup/room.ts";
import { erasuresOf } from "#src/platform/backup/write.ts";
import { asActor } from "#src/platform/database.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { asMigratorOf, inPieces, wholeOf } from "#test/backup.ts";
import { testDatabase } from "#test/database.ts";
import { tablesWith } from "#test/everywhere.ts";
import { aDraft, aMunicipality, aSignal, does, type Municipality, now } from "#test/municipality.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { eraseDraft, eraseText, replayErasures, type Tombstone } from "./index.ts";

const [here, there] = [await testDatabase(), await testDatabase()];

const canary = () => `kanarie${randomUUID().replaceAll("-", "")}`;
const asOfficer = <T>(home: Municipality, work: Parameters<typeof asActor<T>>[3]) => asActor(here.keeper, home.privacy, now, work);
const listOf = (home: Municipality) =>
  asMigratorOf(here.server, async (connection) => {
    const pieces: Buffer[] = [];
    for await (const piece of erasuresOf(connection, home.id, async () => {})) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  });
const tombstonesOf = async (home: Municipality) =>
  (await here.migrator.selectFrom("learning.tombstone").selectAll().where("municipality_id", "=", home.id).orderBy("id").execute()).map((row): Tombstone => ({
    id: row.id,
    objectKind: row.object_kind as Tombstone["objectKind"],
    objectId: row.object_id,
    position: row.position,
    part: row.part as Tombstone["part"],
    wordsHash: row.words_hash,
    erasedAt: row.erased_at,
    erasedByRole: row.erased_by_role,
    ground: row.ground as Tombstone["ground"],
  }));
const restored = (file: Buffer, tombstones: readonly Tombstone[]) =>
  asMigratorOf(there.server, (connection) =>
    readMunicipality(connection, inPieces(file, 10_000), {
      done: async (id) => {
        await replayErasures(roomOn(connection, id, now), erasureKey(there.server.secret, id), tombstones);
      },
    }),
  );

test("what was erased after an export does not come back with it: words of a signal, of a reply, of a draft, and of a draft that was released since", async () => {
  const home = await aMunicipality(here);
  const [story, said, draft, later, stays] = [canary(), canary(), canary(), canary(), canary()];
  const signal = await aSignal(here, home.bringer, { sentence: `Een briefadres mag niet, ${stays}`, story: `Zij heet ${story} en woont bij de molen` });
  await does(here, home.colleague, signal, (found) => reply(found, home.colleague, `Bel ${said} even, die weet het`, now));
  const written = await aDraft(here, home.bringer, { sentence: `Hij heet ${draft} en komt vaak langs` });
  const released = await aDraft(here, home.bringer, { sentence: `Mevrouw ${later} kwam aan de balie` });
  const older = await wholeOf(here.server, home.id);

  await here.migrator.deleteFrom("draft.draft").where("id", "=", released).execute();
  await asOfficer(home, async (room) => {
    const key = erasureKey(here.server.secret, home.id);
    await eraseText(room, key, { signalId: signal, position: 1, part: "story" }, "recognisable");
    await eraseText(room, key, { signalId: signal, position: 2, part: "reply" }, "asked");
    await eraseDraft(room, key, written, "unlawful");
  });
  const [first] = await tombstonesOf(home);
  const ofReleased: Tombstone = { ...first!, id: randomUUID(), objectId: released, position: 1, part: "sentence" };

  const tombstones = [...(await tombstonesOf(home)), ofReleased];
  await restored(older, tombstones);
  for (const words of [story, said, draft, later]) expect(await tablesWith(there, words)).toEqual([]);
  expect(await tablesWith(there, stays)).toContain("learning.text");
  const kept = await there.migrator.selectFrom("learning.tombstone").select("id").where("municipality_id", "=", home.id).execute();
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(tombstones.map(({ id }) => id)));
  const entries = await there.migrator.selectFrom("trail.entry").select(["object_id", "origin"]).where("action", "=", "erased").execute();
  expect(new Set(entries.map(({ object_id }) => object_id))).toEqual(new Set([signal, written, released]));
  expect(new Set(entries.map(({ origin }) => origin))).toEqual(new Set(["command"]));
});

test("a list of erasures holds no words, and one that was changed or is something else is refused", async () => {
  const home = await aMunicipality(here);
  const word = canary();
  const signal = await aSignal(here, home.bringer, { story: `Zij heet ${word} en woont bij de molen` });
  await asOfficer(home, (room) => eraseText(room, erasureKey(here.server.secret, home.id), { signalId: signal, position: 1, part: "story" }, "recognisable"));
  const list = await listOf(home);
  expect(list.toString()).not.toContain(word);
  const { municipality, rows } = await readErasures(inPieces(list, 100));
  expect({ municipality, rows }).toMatchObject({ municipality: home.id, rows: (await tombstonesOf(home)).map(({ id }) => ({ id })) });
  for (const wrong of [
    list.subarray(0, -20),
    list.toString().replace("story", "reply"),
    list.toString().split("\n").toSpliced(2, 1).join("\n"),
    await wholeOf(here.server, home.id),
  ])
    await expect(readErasures(inPieces(Buffer.from(wrong), 100))).rejects.toThrow(FileRefused);
});
