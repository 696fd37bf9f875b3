import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now, seenBy } from "#test/municipality.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor } from "#src/platform/database.ts";
import { passOn } from "./answer.ts";
import { reply, widen, withdraw } from "./conversation.ts";
import { findCourse } from "./course.ts";
import { perform } from "./perform.ts";

const database = await testDatabase();
const { learning, gate } = database;
const testdorp = await aMunicipality(database);
const { bringer, teammate, colleague, owner, deputy, executive, jurist, council } = testdorp;
const wethouder = { id: executive.memberId, roles: ["executive" as const], title: "wethouder" };

const courseFor = (by: Actor, id: string) => asActor(learning, by, now, (room) => findCourse(room, id));
const wordsFor = async (by: Actor, id: string) => (await courseFor(by, id)).flatMap(({ said }) => Object.values(said));
const textsFor = (by: Actor, id: string) =>
  asActor(learning, by, now, ({ tx }) => tx.selectFrom("learning.text").select("content").where("signal_id", "=", id).execute());

describe("what happened is only ever added", () => {
  const changes = [
    "update learning.signal_fact set kind = 'held'",
    "update learning.signal_fact set state = 'held'",
    "update learning.text set content = 'anders'",
    "update learning.signal set kind = 'works'",
    "update learning.signal set bringer_id = team_id",
    "delete from learning.signal_fact",
    "delete from learning.text",
    "delete from learning.signal",
    "delete from trail.entry",
    "update trail.entry set action = 'x'",
  ];

  test.each(changes)("neither the room nor the gate may %s", async (statement) => {
    for (const one of [learning, gate])
      await expect(asActor(one, bringer, now, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/);
  });

  test("a fact in somebody else's name is refused", async () => {
    const id = await aSignal(database, bringer);
    const fact = {
      municipality_id: testdorp.id,
      signal_id: id,
      position: 2,
      bringer_id: bringer.memberId,
      team_id: bringer.teamId,
      audience: "everyone",
      readers: [],
      addressed_to: [],
      kind: "held",
      content: "{}",
      state: "held",
      by_role: "professional",
      by_team: bringer.teamId,
      at: now,
    };
    const add = (by_member: string) =>
      asActor(learning, colleague, now, ({ tx }) =>
        tx
          .insertInto("learning.signal_fact")
          .values({ ...fact, by_member, deed: randomUUID() })
          .execute(),
      );
    await expect(add(bringer.memberId)).rejects.toThrow(/row-level security/);
  });

  test("each deed is one fact after the last, with the state it led to and a trail", async () => {
    const id = await aSignal(database, bringer);
    await does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", now));
    await does(database, owner, id, (signal) => passOn(signal, owner, wethouder, "Het staat in de verordening"));
    expect((await courseFor(bringer, id)).map(({ position, kind, state, byRole }) => [position, kind, state, byRole])).toEqual([
      [1, "released", "open", "professional"],
      [2, "reply", "open", "professional"],
      [3, "passed-on", "open", "owner"],
    ]);
    const trail = await database.migrator
      .selectFrom("trail.entry")
      .select(["action", "actor_role"])
      .where("object_id", "=", id)
      .where("object_kind", "=", "signal")
      .orderBy("at")
      .orderBy("id")
      .execute();
    expect(trail.map(({ action }) => action).toSorted()).toEqual(["passed-on", "released", "reply"]);
  });
});

describe("a signal that is withdrawn", () => {
  test("is gone for everybody else, with all its words; its bringer keeps them", async () => {
    const id = await aSignal(database, bringer, { story: "Hij sliep in de auto" });
    await does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", now));
    await does(database, bringer, id, (signal) => withdraw(signal, bringer));
    for (const by of [colleague, teammate, owner, deputy]) {
      expect(await seenBy(database, by, id)).toBeUndefined();
      expect(await courseFor(by, id)).toEqual([]);
      expect(await textsFor(by, id)).toEqual([]);
    }
    expect(await wordsFor(bringer, id)).toEqual(expect.arrayContaining(["Hij sliep in de auto", "Bel de bode even"]));
    expect(await does(database, colleague, id, (signal) => reply(signal, colleague, "nog iets", now))).toEqual({ done: false, why: "not-found" });
  });
});

describe("whoever it is passed on to", () => {
  test("reads what was said before, and whoever passed it on still does", async () => {
    const id = await aSignal(database, bringer, { story: "Hij sliep in de auto" });
    await does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", now));
    expect(await seenBy(database, executive, id)).toBeUndefined();
    await does(database, owner, id, (signal) => passOn(signal, owner, wethouder, "Het staat in de verordening"));
    expect(await wordsFor(executive, id)).toEqual(expect.arrayContaining(["Hij sliep in de auto", "Bel de bode even", "Het staat in de verordening"]));
    expect((await seenBy(database, executive, id))!.addressedTo).toEqual([owner.memberId, deputy.memberId, executive.memberId]);
    expect(await wordsFor(owner, id)).toContain("Het staat in de verordening");
  });

  test("nobody else does", async () => {
    const id = await aSignal(database, bringer, {}, { to: "team" });
    await does(database, owner, id, (signal) => passOn(signal, owner, wethouder, "Het staat in de verordening"));
    for (const by of [jurist, colleague, council]) expect(await textsFor(by, id)).toEqual([]);
  });
});

test("when the bringer shares it wider, earlier words are read by the wider circle", async () => {
  const id = await aSignal(database, bringer, { story: "Hij sliep in de auto" }, { to: "team" });
  expect(await wordsFor(colleague, id)).toEqual([]);
  await does(database, bringer, id, (signal) => widen(signal, bringer, "everyone", []));
  expect(await wordsFor(colleague, id)).toContain("Hij sliep in de auto");
});

describe("doing a deed", () => {
  test("the same form sent twice counts once", async () => {
    const id = await aSignal(database, bringer);
    const deed = randomUUID();
    const send = () =>
      asActor(learning, colleague, now, (room) => perform(room, id, deed, undefined, (signal) => reply(signal, colleague, "Bel de bode even", now)));
    expect(await Promise.all([send(), send(), send()])).toEqual([{ done: true }, { done: true }, { done: true }]);
    expect((await courseFor(bringer, id)).filter(({ kind }) => kind === "reply")).toHaveLength(1);
    const outbox = await database.migrator.selectFrom("trail.outbox").select("kind").where("signal_id", "=", id).execute();
    expect(outbox.map(({ kind }) => kind).toSorted()).toEqual(["released", "reply"]);
  });

  test("what changed since one looked is shown first", async () => {
    const id = await aSignal(database, bringer);
    await does(database, bringer, id, (signal) => withdraw(signal, bringer));
    const outcome = await asActor(learning, bringer, now, (room) =>
      perform(room, id, randomUUID(), "open", (signal) => reply(signal, bringer, "nog iets", now)),
    );
    expect(outcome).toMatchObject({ done: false, why: "changed-meanwhile", signal: { state: "withdrawn" } });
  });

  test.each(["Bel haar op 06-12345678", "Haar BSN is 111222333", "Mail naar jan@example.nl"])(
    "words in which somebody is recognisable do not enter the room: %s",
    async (text) => {
      const id = await aSignal(database, bringer);
      expect(await does(database, colleague, id, (signal) => reply(signal, colleague, text, now))).toMatchObject({ done: false, why: "recognisable" });
      expect(await courseFor(bringer, id)).toHaveLength(1);
    },
  );
});
