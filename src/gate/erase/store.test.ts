import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { beginDraft, findDraft, saveDraft } from "#src/gate/drafts/store.ts";
import { takeBack } from "#src/gate/drafts/take-back.ts";
import { emptyDraft } from "#src/gate/drafts/draft.ts";
import { deliver } from "#src/gate/deliver/deliver.ts";
import { readTaken } from "#src/gate/import/file.ts";
import { importSignals } from "#src/gate/import/store.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { exported } from "#src/learning/overview/export.ts";
import { findList } from "#src/learning/overview/list.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { findCourse, type Signal } from "#src/learning/signals/index.ts";
import { asActor } from "#src/platform/database.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { testDatabase } from "#test/database.ts";
import { tablesWith } from "#test/everywhere.ts";
import { aDraft, aMunicipality, aSignal, does, type Municipality, now } from "#test/municipality.ts";
import { eraseDraft, erasedAmong, eraseSignal, eraseText } from "./index.ts";
import { liftShield } from "./shield-store.ts";

const database = await testDatabase();
const { gate, keeper, learning, migrator } = database;

/** Words that stand nowhere else. */
const canary = () => `kanarie${randomUUID().replaceAll("-", "")}`;
const keyOf = ({ id }: Municipality) => erasureKey("test", id);
const asOfficer = <T>(here: Municipality, work: Parameters<typeof asActor<T>>[3], at = now) => asActor(keeper, here.privacy, at, work);
const courseFor = (by: Actor, id: string) => asActor(learning, by, now, (room) => findCourse(room, id));
const listedFor = (by: Actor, q = "") =>
  asActor(learning, by, now, (room) => findList(room, { q, harm: false, late: false, mine: false, sort: "oldest" }, "2026-11-23", 100));
const takenAlong = async (by: Actor) => {
  const { signals } = await listedFor(by);
  return JSON.stringify({
    haarvat: 1,
    signals: await Promise.all(signals.map(async (signal) => exported(signal as Signal & { sentence: string | null }, await courseFor(by, signal.id)))),
  });
};

describe("words that are erased", () => {
  test("are in no table, no search and no export any more; where they stood says since when, and what happened stays", async () => {
    const here = await aMunicipality(database);
    const word = canary();
    const id = await aSignal(database, here.bringer, { story: `Zij heet ${word} en woont bij de molen` });
    await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, "Bel de bode even", now));
    expect(await tablesWith(database, word)).toEqual(["draft.draft", "learning.text"]);
    expect(await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 1, part: "story" }, "recognisable"))).toEqual({
      texts: 1,
      drafts: 1,
    });
    expect(await tablesWith(database, word)).toEqual([]);
    expect((await listedFor(here.colleague, word)).signals).toEqual([]);
    expect(await takenAlong(here.colleague)).not.toContain(word);
    const course = await courseFor(here.bringer, id);
    expect(course.map(({ kind }) => kind)).toEqual(["released", "reply", "erased"]);
    expect(course[0]).toMatchObject({ parts: ["sentence", "story"], erased: { story: now }, shielded: [], said: { sentence: expect.any(String) } });
    expect(course[2]).toMatchObject({ codes: { position: 1, part: "story", ground: "recognisable" }, byRole: "privacy-officer" });
  });

  test("leave behind which text, when, by which role and why, and nothing of what was said", async () => {
    const here = await aMunicipality(database);
    const id = await aSignal(database, here.bringer);
    await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 1, part: "sentence" }, "asked"));
    const { words_hash, ...kept } = await migrator.selectFrom("learning.tombstone").selectAll().where("object_id", "=", id).executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ object_kind: "signal", position: 1, part: "sentence", erased_at: now, erased_by_role: "privacy-officer", ground: "asked" });
    expect(words_hash).toHaveLength(32);
    const trail = await migrator
      .selectFrom("trail.entry")
      .select(["object_kind", "actor_role"])
      .where("object_id", "=", id)
      .where("action", "=", "erased")
      .execute();
    // The draft it came from was not swept yet.
    expect(trail.toSorted((one, other) => one.object_kind.localeCompare(other.object_kind))).toEqual([
      { object_kind: "draft", actor_role: "privacy-officer" },
      { object_kind: "signal", actor_role: "privacy-officer" },
    ]);
  });

  test("go from wherever else they stand: another signal, a release that was taken back, what a colleague is writing", async () => {
    const here = await aMunicipality(database);
    const word = canary();
    const words = `De vrouw van ${word} bij de molen`;
    const id = await aSignal(database, here.bringer, { sentence: words });
    const again = await aSignal(database, here.colleague, { sentence: "Een ander geval", story: words });
    const taken = await aSignal(database, here.teammate, { sentence: words });
    const draftId = await asActor(gate, here.teammate, now, (room) => takeBack(room, taken));
    const writing = await aDraft(database, here.bringer, { sentence: "Mijn eigen zin", story: `Zie ook: ${words}. Dat is alles.` });
    expect(await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 1, part: "sentence" }, "unlawful"))).toMatchObject({
      texts: 3,
    });
    expect(await tablesWith(database, word)).toEqual([]);
    const read = await asActor(gate, here.bringer, now, (room) => findDraft(room, writing));
    expect(read?.content).toMatchObject({ sentence: "Mijn eigen zin", story: "Zie ook: . Dat is alles." });
    expect((await asActor(gate, here.teammate, now, (room) => findDraft(room, draftId!)))?.content.sentence).toBe("");
    expect((await courseFor(here.colleague, again)).at(-1)).toMatchObject({ kind: "erased", codes: { part: "story" } });
  });

  test("that many people say stay where others said them", async () => {
    const here = await aMunicipality(database);
    const [one, other] = [await aSignal(database, here.bringer), await aSignal(database, here.teammate, { sentence: "Weer zo'n brief" })];
    for (const id of [one, other]) await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, "Bel eerst even", now));
    await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: one, position: 2, part: "reply" }, "asked"));
    expect((await courseFor(here.bringer, other)).at(-1)).toMatchObject({ kind: "reply", said: { reply: "Bel eerst even" } });
  });

  test("of a whole signal all go at once, those that were shielded included, and nobody is called to them any more", async () => {
    const here = await aMunicipality(database);
    const word = canary();
    const id = await aSignal(database, here.bringer, { sentence: `Het loket van ${word}`, story: `Bij ${word} thuis` });
    await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, `Ik ken ${word} wel`, now));
    await migrator.updateTable("learning.text").set({ shielded: true }).where("signal_id", "=", id).where("part", "=", "story").execute();
    expect(await asOfficer(here, (room) => eraseSignal(room, keyOf(here), id, "duty"))).toMatchObject({ texts: 3 });
    expect(await tablesWith(database, word)).toEqual([]);
    expect(await asOfficer(here, (room) => eraseSignal(room, keyOf(here), id, "duty"))).toBeUndefined();
    await deliver(gate, here.id, new Date(now.getTime() + 60_000));
    const told = await migrator.selectFrom("organisation.message").select(["kind", "member_id"]).where("signal_id", "=", id).execute();
    expect(told).toEqual([{ kind: "erased", member_id: here.bringer.memberId }]);
  });

  test("are said to be gone to whoever said them and to the bringer", async () => {
    const here = await aMunicipality(database);
    const id = await aSignal(database, here.bringer);
    await does(database, here.colleague, id, (signal) => reply(signal, here.colleague, "Ik ken haar, zij woont bij de molen", now));
    await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 2, part: "reply" }, "recognisable"));
    await deliver(gate, here.id, new Date(now.getTime() + 60_000));
    const told = await migrator.selectFrom("organisation.message").select("member_id").where("signal_id", "=", id).where("kind", "=", "erased").execute();
    expect(told.map(({ member_id }) => member_id).toSorted()).toEqual([here.bringer.memberId, here.colleague.memberId].toSorted());
  });

  test("by two officers at once are erased once", async () => {
    const here = await aMunicipality(database);
    const id = await aSignal(database, here.bringer, { story: "Zij woont bij de molen" });
    await Promise.all([1, 2].map(() => asOfficer(here, (room) => eraseSignal(room, keyOf(here), id, "asked"))));
    const tombstones = await migrator.selectFrom("learning.tombstone").select("part").where("object_id", "=", id).execute();
    expect(tombstones.map(({ part }) => part).toSorted()).toEqual(["sentence", "story"]);
    expect((await courseFor(here.bringer, id)).map(({ kind }) => kind)).toEqual(["released", "erased"]);
  });

  test("of a draft are gone, and a page that is still open does not bring them back", async () => {
    const here = await aMunicipality(database);
    const word = canary();
    const content = { ...emptyDraft, sentence: `Zin met ${word}` };
    const id = await aDraft(database, here.bringer, content);
    const open = await asActor(gate, here.bringer, now, (room) => findDraft(room, id));
    expect(await asOfficer(here, (room) => eraseDraft(room, keyOf(here), id, "unlawful"))).toEqual({ texts: 0, drafts: 1 });
    expect(await tablesWith(database, word)).toEqual([]);
    await asActor(gate, here.bringer, now, async (room) => {
      expect(await findDraft(room, id)).toBeUndefined();
      expect(await saveDraft(room, open!, content, open!.version)).toBe(false);
      expect(await beginDraft(room, id, content)).toBe(false);
    });
    expect(await asOfficer(here, (room) => eraseDraft(room, keyOf(here), id, "unlawful"))).toBeUndefined();
  });
});

describe("an older file", () => {
  test("never brings erased words back, in this signal or under another id", async () => {
    const here = await aMunicipality(database);
    const word = canary();
    const id = await aSignal(database, here.bringer, { story: `Zij heet ${word}` });
    const older = await takenAlong(here.bringer);
    await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 1, part: "story" }, "asked"));
    const otherId = randomUUID();
    const taken = readTaken(older.replaceAll(id, otherId))!;
    expect(await asActor(gate, here.facilitator, now, (room) => importSignals(room, taken, keyOf(here)))).toEqual({ fresh: 1, known: 0 });
    expect(await asActor(gate, here.facilitator, now, (room) => importSignals(room, readTaken(older)!, keyOf(here)))).toEqual({ fresh: 0, known: 1 });
    expect(await tablesWith(database, word)).toEqual([]);
    expect((await courseFor(here.facilitator, otherId))[0]).toMatchObject({ erased: { story: now }, said: { sentence: expect.any(String) } });
  });

  test("that knows of an erasure tells it there too", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    const id = await aSignal(database, here.bringer, { story: "Zij woont bij de molen" });
    await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 1, part: "story" }, "asked"));
    const taken = readTaken(await takenAlong(here.bringer))!;
    await asActor(gate, there.facilitator, now, (room) => importSignals(room, taken, keyOf(there)));
    expect((await courseFor(there.facilitator, id))[0]).toMatchObject({ erased: { story: now }, parts: ["sentence", "story"] });
  });

  test("is compared in one question, with what is not erased left alone", async () => {
    const here = await aMunicipality(database);
    const id = await aSignal(database, here.bringer, { story: "Zij woont bij de molen" });
    await asOfficer(here, (room) => eraseText(room, keyOf(here), { signalId: id, position: 1, part: "story" }, "asked"));
    const found = await asActor(gate, here.facilitator, now, (room) => erasedAmong(room, keyOf(here), ["zij woont  bij de molen", "Iets anders"]));
    expect([...found]).toEqual([["zij woont  bij de molen", now]]);
    expect((await asActor(gate, here.facilitator, now, (room) => erasedAmong(room, keyOf(here), []))).size).toBe(0);
  });
});

describe("nobody but the privacy officer", () => {
  test("takes words away, also not as the keeper", async () => {
    const here = await aMunicipality(database);
    const id = await aSignal(database, here.bringer);
    for (const by of [here.bringer, here.facilitator, here.administrator])
      expect(await asActor(keeper, by, now, (room) => eraseSignal(room, keyOf(here), id, "asked"))).toBeUndefined();
    for (const one of [learning, gate])
      await expect(asActor(one, here.privacy, now, ({ tx }) => sql`update learning.text set content = null, erased_at = now()`.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
    expect((await courseFor(here.bringer, id)).map(({ kind }) => kind)).toEqual(["released"]);
  });

  test("of another municipality either", async () => {
    const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
    const id = await aSignal(database, here.bringer);
    expect(await asOfficer(elsewhere, (room) => eraseSignal(room, keyOf(elsewhere), id, "asked"))).toBeUndefined();
  });
});

describe("a shield", () => {
  const shielded = async (here: Municipality) => {
    const id = await aSignal(database, here.bringer, { story: "Zij woont bij de molen" });
    await migrator.updateTable("learning.text").set({ shielded: true }).where("signal_id", "=", id).where("part", "=", "story").execute();
    return id;
  };

  test("is lifted with a reason that everybody reads", async () => {
    const here = await aMunicipality(database);
    const id = await shielded(here);
    expect((await courseFor(here.colleague, id))[0]!.said.story).toBeUndefined();
    const which = { signalId: id, position: 1, part: "story" } as const;
    expect(await asOfficer(here, (room) => liftShield(room, which, " "))).toBe("words-missing");
    expect(await asOfficer(here, (room) => liftShield(room, which, "Bel 06-12345678"))).toBe("recognisable");
    expect(await asOfficer(here, (room) => liftShield(room, which, "De molen staat er niet meer"))).toBeUndefined();
    expect(await asOfficer(here, (room) => liftShield(room, which, "Nog eens"))).toBe("not-found");
    const course = await courseFor(here.colleague, id);
    expect(course[0]!.said.story).toBe("Zij woont bij de molen");
    expect(course.at(-1)).toMatchObject({ kind: "shield-lifted", said: { reason: "De molen staat er niet meer" } });
  });
});
