import { describe, expect, test } from "vitest";
import { deliver } from "#src/gate/deliver/deliver.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now, seenBy } from "#test/municipality.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { answer } from "./answer.ts";
import { also, reply } from "./conversation.ts";
import type { Signal } from "./signal.ts";
import { takeUp } from "./spreading.ts";

const database = await testDatabase();
const { gate, migrator } = database;
const testdorp = await aMunicipality(database);
const { bringer, teammate, colleague, facilitator, owner, deputy } = testdorp;

const later = new Date(now.getTime() + 31_000);
const messages = (to: Actor, signalId: string, kind: string) =>
  migrator
    .selectFrom("organisation.message")
    .select("id")
    .where("member_id", "=", to.memberId)
    .where("signal_id", "=", signalId)
    .where("kind", "=", kind)
    .execute();

describe("two at once", () => {
  test("of two answers one counts, and the bringer hears once", async () => {
    const id = await aSignal(database, bringer);
    const answers = (by: Actor) => (signal: Signal) =>
      answer(signal, by, { choice: "change", text: "Wij passen het aan", checkpoint: "2026-12-14" }, "2026-11-23", now);
    const outcomes = await Promise.all([does(database, owner, id, answers(owner)), does(database, deputy, id, answers(deputy))]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.find(({ done }) => !done)).toMatchObject({ why: "not-in-this-state", signal: { state: "answered" } });
    await Promise.all([deliver(gate, testdorp.id, later), deliver(gate, testdorp.id, later)]);
    expect(await messages(bringer, id, "answered")).toHaveLength(1);
  });

  test("of two colleagues who take up what works, the second is told that it is taken", async () => {
    const id = await aSignal(database, bringer, { kind: "works", snags: [] });
    const outcomes = await Promise.all([colleague, facilitator].map((by) => does(database, by, id, (signal) => takeUp(signal, by))));
    expect(outcomes.map(({ done }) => done).toSorted()).toEqual([false, true]);
    expect(await seenBy(database, bringer, id)).toMatchObject({ state: "taken-up", version: 2 });
  });

  test("of many replies none is lost", async () => {
    const id = await aSignal(database, bringer);
    const people = [teammate, colleague, facilitator, owner, bringer];
    await Promise.all(people.flatMap((by) => [1, 2].map((count) => does(database, by, id, (signal) => reply(signal, by, `reactie ${count}`, now)))));
    expect(await seenBy(database, bringer, id)).toMatchObject({ version: 11, firstReplyAt: now });
  });

  test("who says twice at once to run into it too counts once", async () => {
    const id = await aSignal(database, bringer);
    const outcomes = await Promise.all([1, 2].map(() => does(database, colleague, id, (signal, course) => also(signal, colleague, course))));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
  });
});
