import { describe, expect, test } from "vitest";
import { wellDone } from "#test/deeds.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now, seenBy } from "#test/municipality.ts";
import type { Actor } from "#src/kernel/actor.ts";
import type { DeedName } from "./offers.ts";
import type { Signal } from "./signal.ts";
import { undo } from "./undo.ts";

const database = await testDatabase();
const { bringer, colleague, owner, facilitator, executive } = await aMunicipality(database);
const receivers = [{ id: executive.memberId, roles: ["executive" as const], title: "wethouder" }];

const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const weeks = (count: number) => at(count * 7 * 86_400);
const doing = async (name: DeedName, by: Actor, id: string, moment: Date) =>
  expect(await does(database, by, id, (signal, course) => wellDone[name](signal, course, by, moment, receivers), moment), name).toEqual({ done: true });

/** Each deed, who does it, and what has to happen before. */
const deeds: readonly [DeedName, Actor, readonly [DeedName, Actor][], "stuck" | "works"][] = [
  ["reply", colleague, [], "stuck"],
  ["also", colleague, [], "stuck"],
  ["helped", bringer, [["reply", colleague]], "stuck"],
  ["answer", owner, [], "stuck"],
  ["pass-on", owner, [], "stuck"],
  ["tried", bringer, [["answer", owner]], "stuck"],
  ["ask-held", owner, [["answer", owner]], "stuck"],
  [
    "hold",
    bringer,
    [
      ["answer", owner],
      ["tried", bringer],
    ],
    "stuck",
  ],
  [
    "fall-back",
    bringer,
    [
      ["answer", owner],
      ["tried", bringer],
    ],
    "stuck",
  ],
  ["not-solved", bringer, [["answer", owner]], "stuck"],
  ["stay", bringer, [], "stuck"],
  ["told", bringer, [["reply", colleague]], "stuck"],
  ["widen", bringer, [], "stuck"],
  ["withdraw", bringer, [], "stuck"],
  ["take-up", facilitator, [], "works"],
  ["held-there", facilitator, [["take-up", facilitator]], "works"],
  ["not-here", facilitator, [["take-up", facilitator]], "works"],
];

/** What undoing puts back: everything but these three. */
const lasting = (signal: Signal) => Object.fromEntries(Object.entries(signal).filter(([name]) => !["version", "changedAt", "addressedTo"].includes(name)));

describe("within half a minute", () => {
  test.each(deeds)("%s is undone and the signal is as it was", async (name, by, earlier, kind) => {
    const audience = name === "widen" ? ({ to: "team" } as const) : {};
    const id = await aSignal(database, bringer, { kind, voice: "resident" }, audience);
    for (const [before, who] of earlier) await doing(before, who, id, now);
    const before = (await seenBy(database, by, id))!;
    const moment = weeks(3);
    await doing(name, by, id, moment);
    expect((await seenBy(database, by, id))!.version).toBe(before.version + 1);
    expect(
      await does(database, by, id, (signal, course) => undo(signal, by, course, new Date(moment.getTime() + 29_000)), new Date(moment.getTime() + 29_000)),
    ).toEqual({ done: true });
    expect(lasting((await seenBy(database, by, id))!)).toEqual(lasting(before));
  });

  test("what was shared wider and undone is no longer read by the wider circle", async () => {
    const id = await aSignal(database, bringer, {}, { to: "team" });
    await doing("widen", bringer, id, now);
    expect(await seenBy(database, colleague, id)).toBeDefined();
    await does(database, bringer, id, (signal, course) => undo(signal, bringer, course, at(10)), at(10));
    expect(await seenBy(database, colleague, id)).toBeUndefined();
  });
});

test("after half a minute nothing is undone", async () => {
  const id = await aSignal(database, bringer);
  await doing("reply", colleague, id, now);
  expect(await does(database, colleague, id, (signal, course) => undo(signal, colleague, course, at(30)), at(30))).toMatchObject({
    done: false,
    why: "nothing-to-undo",
  });
});
