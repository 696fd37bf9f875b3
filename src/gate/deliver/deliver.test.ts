import { describe, expect, test } from "vitest";
import { takeBack } from "#src/gate/drafts/take-back.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { answer } from "#src/learning/signals/answer.ts";
import { reply, withdraw } from "#src/learning/signals/conversation.ts";
import { undo } from "#src/learning/signals/undo.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now } from "#test/municipality.ts";
import { deliver } from "./deliver.ts";

const database = await testDatabase();
const { gate, learning, migrator } = database;
const testdorp = await aMunicipality(database);
const { bringer, colleague, owner, deputy } = testdorp;

const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const at = (seconds: number) => deliver(gate, testdorp.id, after(seconds));
const messagesOf = async (by: Actor, signalId: string) =>
  (await asActor(learning, by, now, ({ tx }) => tx.selectFrom("organisation.message").select(["kind", "why"]).where("signal_id", "=", signalId).execute()))
    .map(({ kind, why }) => `${kind} as ${why}`)
    .toSorted();
const answers = (id: string, moment = now) =>
  does(
    database,
    owner,
    id,
    (signal) => answer(signal, owner, { choice: "change", text: "Wij passen het aan", checkpoint: "2026-12-14" }, "2026-11-23", moment),
    moment,
  );

describe("telling", () => {
  test("waits half a minute, so that what was done can be undone", async () => {
    const id = await aSignal(database, bringer);
    await at(29.9);
    expect(await messagesOf(owner, id)).toEqual([]);
    await at(30);
    expect(await messagesOf(owner, id)).toEqual(["released as asked"]);
    expect(await messagesOf(deputy, id)).toEqual(["released as asked"]);
    expect(await messagesOf(bringer, id)).toEqual([]);
  });

  test("is done once, whatever else runs at the same moment", async () => {
    const id = await aSignal(database, bringer);
    await answers(id);
    await Promise.all([at(60), at(60), at(60)]);
    await at(90);
    expect(await messagesOf(bringer, id)).toEqual(["answered as bringer"]);
    expect(await messagesOf(owner, id)).toEqual(["released as asked"]);
  });

  test("counts what was told", async () => {
    const other = await aMunicipality(database);
    await aSignal(database, other.bringer);
    await aSignal(database, other.bringer);
    expect(await deliver(gate, other.id, after(29))).toBe(0);
    expect(await deliver(gate, other.id, after(31), 1)).toBe(1);
    expect(await deliver(gate, other.id, after(31))).toBe(1);
    expect(await deliver(gate, other.id, after(31))).toBe(0);
  });

  test("stays within the municipality", async () => {
    const other = await aMunicipality(database);
    const id = await aSignal(database, other.bringer);
    await at(3600);
    expect(await messagesOf(other.owner, id)).toEqual([]);
  });

  test("leaves one's messages to oneself", async () => {
    const id = await aSignal(database, bringer);
    await at(60);
    const seen = await asActor(learning, colleague, now, ({ tx }) => tx.selectFrom("organisation.message").select("id").where("signal_id", "=", id).execute());
    expect(seen).toEqual([]);
    expect(await migrator.selectFrom("organisation.message").select("id").where("signal_id", "=", id).execute()).toHaveLength(2);
  });
});

describe("what was taken back within half a minute", () => {
  test("an answer that was undone is never told, the next one is", async () => {
    const id = await aSignal(database, bringer);
    await answers(id, after(100));
    await does(database, owner, id, (signal, course) => undo(signal, owner, course, after(110)), after(110));
    await at(200);
    expect(await messagesOf(bringer, id)).toEqual([]);
    await answers(id, after(300));
    await at(400);
    expect(await messagesOf(bringer, id)).toEqual(["answered as bringer"]);
  });

  test("a release that was taken back is told to nobody, nor that it was", async () => {
    const id = await aSignal(database, bringer, {}, { to: "chosen", readers: [colleague.memberId] });
    expect(await asActor(gate, bringer, after(10), (room) => takeBack(room, id))).toBeTypeOf("string");
    await at(3600);
    for (const by of [owner, deputy, colleague]) expect(await messagesOf(by, id)).toEqual([]);
  });

  test("a reply to what is withdrawn meanwhile is told to the bringer only", async () => {
    const id = await aSignal(database, bringer);
    await at(40);
    await does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", after(50)), after(50));
    await does(database, bringer, id, (signal) => withdraw(signal, bringer), after(60));
    await at(120);
    expect(await messagesOf(bringer, id)).toEqual(["reply as bringer"]);
    expect(await messagesOf(owner, id)).toEqual(["released as asked", "withdrawn as asked"]);
  });
});
