import { describe, expect, test } from "vitest";
import { deliver } from "#src/gate/deliver/deliver.ts";
import type { Actor } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { answer } from "#src/learning/signals/answer.ts";
import { hold, tried } from "#src/learning/signals/checkpoint.ts";
import { reply, withdraw } from "#src/learning/signals/conversation.ts";
import { takeUp } from "#src/learning/signals/spreading.ts";
import { tell } from "#src/learning/signals/telling.ts";
import { undo } from "#src/learning/signals/undo.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now } from "#test/municipality.ts";
import { findExpected, findNews, findTeamLate } from "./expected.ts";

const database = await testDatabase();
const { learning, gate } = database;

const expected = async (by: Actor, today: Day = "2026-11-23") =>
  (await asActor(learning, by, now, (room) => findExpected(room, today))).map(({ what, signalId, day }) => [what, signalId, day]);
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const promises = (owner: Actor, id: string) =>
  does(database, owner, id, (signal) => answer(signal, owner, { choice: "change", text: "Wij passen het aan", checkpoint: "2026-12-14" }, "2026-11-23", now));

describe("what is expected", () => {
  test("of whoever was asked is an answer, what is due first at the top, until it was given", async () => {
    const { bringer, owner, colleague } = await aMunicipality(database);
    const [later, soon] = [await aSignal(database, bringer), await aSignal(database, bringer, { harm: true })];
    expect(await expected(owner)).toEqual([
      ["answer", soon, "2026-11-30"],
      ["answer", later, "2026-12-07"],
    ]);
    for (const by of [bringer, colleague]) expect(await expected(by)).toEqual([]);
    await promises(owner, soon);
    expect(await expected(owner)).toEqual([["answer", later, "2026-12-07"]]);
  });

  test("of a deputy is an answer once it is late", async () => {
    const { bringer, deputy } = await aMunicipality(database);
    const id = await aSignal(database, bringer);
    expect(await expected(deputy, "2026-12-07")).toEqual([]);
    expect(await expected(deputy, "2026-12-08")).toEqual([["answer", id, "2026-12-07"]]);
  });

  test("of the bringer is to try it and then to say whether it holds, from the day on which we look", async () => {
    const { bringer, owner } = await aMunicipality(database);
    const id = await aSignal(database, bringer);
    await promises(owner, id);
    expect(await expected(bringer, "2026-12-13")).toEqual([]);
    expect(await expected(bringer, "2026-12-14")).toEqual([["try-it", id, "2026-12-14"]]);
    await does(database, bringer, id, (signal) => tried(signal, bringer, ""));
    expect(await expected(bringer, "2026-12-14")).toEqual([["checkpoint", id, "2026-12-14"]]);
    expect(await expected(owner, "2026-12-14")).toEqual([]);
    await does(database, bringer, id, (signal) => hold(signal, bringer, "", "2026-12-14"));
    expect(await expected(bringer, "2026-12-14")).toEqual([]);
  });

  test("of whoever took up what works is to say whether it held there", async () => {
    const { bringer, colleague } = await aMunicipality(database);
    const id = await aSignal(database, bringer, { kind: "works", snags: [] });
    await does(database, colleague, id, (signal) => takeUp(signal, colleague));
    expect(await expected(colleague)).toEqual([["taken", id, null]]);
  });
});

describe("to tell the resident", () => {
  const replying = async () => {
    const { bringer, colleague } = await aMunicipality(database);
    const id = await aSignal(database, bringer, { voice: "resident" });
    const says = () => does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", now));
    return { bringer, colleague, id, says };
  };

  test("is expected after others replied, until it was done, and again after a next reply", async () => {
    const { bringer, id, says } = await replying();
    expect(await expected(bringer)).toEqual([]);
    await says();
    expect(await expected(bringer)).toEqual([["tell", id, null]]);
    await does(database, bringer, id, (signal, course) => tell(signal, bringer, course));
    expect(await expected(bringer)).toEqual([]);
    await says();
    expect(await expected(bringer)).toEqual([["tell", id, null]]);
  });

  test("is not expected of a reply that was undone: nothing is left to tell", async () => {
    const { bringer, colleague, id, says } = await replying();
    await says();
    await does(database, colleague, id, (signal, course) => undo(signal, colleague, course, after(5)), after(5));
    expect(await expected(bringer)).toEqual([]);
  });

  test("is not expected of what is withdrawn, nor of a professional's own voice", async () => {
    const { bringer, id, says } = await replying();
    await says();
    await does(database, bringer, id, (signal) => withdraw(signal, bringer));
    expect(await expected(bringer)).toEqual([]);
  });
});

test("a team sees what of its own is answered too late, another team does not", async () => {
  const { bringer, teammate, colleague } = await aMunicipality(database);
  const id = await aSignal(database, bringer, { sentence: "Het loket was dicht" });
  const late = (by: Actor, today: Day) => asActor(learning, by, now, (room) => findTeamLate(room, today));
  expect(await late(teammate, "2026-12-07")).toEqual([]);
  expect(await late(teammate, "2026-12-08")).toMatchObject([{ id, sentence: "Het loket was dicht", answerDue: "2026-12-07" }]);
  expect(await late(colleague, "2026-12-08")).toEqual([]);
});

describe("news", () => {
  test("is of each signal the latest one was told, the newest first", async () => {
    const { id: here, bringer, colleague, owner } = await aMunicipality(database);
    const [first, second] = [await aSignal(database, bringer), await aSignal(database, bringer, {}, {}, after(1))];
    await does(database, colleague, first, (signal) => reply(signal, colleague, "Bel de bode even", after(10)), after(10));
    await does(database, colleague, second, (signal) => reply(signal, colleague, "Wij ook", after(20)), after(20));
    await does(
      database,
      owner,
      first,
      (signal) => answer(signal, owner, { choice: "no-because", text: "Het is de wet", checkpoint: undefined }, "2026-11-23", after(30)),
      after(30),
    );
    await deliver(gate, here, after(90));
    const news = await asActor(learning, bringer, after(90), (room) => findNews(room, 5));
    expect(news.map(({ kind, signalId, isNew }) => [kind, signalId, isNew])).toEqual([
      ["refused", first, true],
      ["reply", second, true],
    ]);
    expect(await asActor(learning, bringer, after(90), (room) => findNews(room, 1))).toHaveLength(1);
    expect(await asActor(learning, bringer, new Date("2027-03-01T10:00:00Z"), (room) => findNews(room, 5))).toEqual([]);
  });
});
