import { expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { reply } from "#src/learning/signals/conversation.ts";
import { undo } from "#src/learning/signals/undo.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now, seenBy } from "#test/municipality.ts";
import { findDraft } from "./store.ts";
import { takeBack } from "./take-back.ts";

const database = await testDatabase();
const { gate } = database;
const { bringer, teammate, colleague } = await aMunicipality(database);
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const takesBack = (by: Actor, id: string, seconds = 10) => asActor(gate, by, after(seconds), (room) => takeBack(room, id));

test("a release taken back within half a minute is a draft again, with all its words and marks", async () => {
  const marks = {
    story: "Hij sliep in de auto",
    matters: "Bij zijn dochter blijven",
    mattersSource: "said",
    voice: "resident",
    laws: ["wmo"],
    lifeAreas: ["home"],
    stage: "inquiry",
    level: "habit",
    harm: true,
    named: true,
  } as const;
  const id = await aSignal(database, bringer, marks);
  const draftId = await takesBack(bringer, id);
  expect(await asActor(gate, bringer, now, (room) => findDraft(room, draftId!))).toMatchObject({ content: marks, memberId: bringer.memberId });
  for (const by of [teammate, colleague]) expect(await seenBy(database, by, id)).toBeUndefined();
  expect(await seenBy(database, bringer, id)).toMatchObject({ state: "withdrawn", answerDue: null });
});

test("after half a minute it is too late", async () => {
  const id = await aSignal(database, bringer);
  expect(await takesBack(bringer, id, 30)).toBeUndefined();
  expect(await seenBy(database, colleague, id)).toMatchObject({ state: "open" });
});

test("nobody else takes it back", async () => {
  const id = await aSignal(database, bringer);
  for (const by of [teammate, colleague]) expect(await takesBack(by, id)).toBeUndefined();
});

test("what somebody replied to is not taken back, not even at the same moment", async () => {
  for (let round = 0; round < 8; round += 1) {
    const id = await aSignal(database, bringer);
    const [taken, replied] = await Promise.all([
      takesBack(bringer, id),
      does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", now)),
    ]);
    expect([taken === undefined, replied.done]).toEqual(taken === undefined ? [true, true] : [false, false]);
  }
});

test("once taken back it is not taken back again, and the taking back is not undone: it is a draft now", async () => {
  const id = await aSignal(database, bringer);
  expect(await takesBack(bringer, id)).toBeDefined();
  expect(await takesBack(bringer, id)).toBeUndefined();
  expect(await does(database, bringer, id, (signal, course) => undo(signal, bringer, course, after(12)), after(12))).toMatchObject({
    done: false,
    why: "nothing-to-undo",
  });
});
