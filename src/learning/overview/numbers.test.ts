import { describe, expect, test } from "vitest";
import { roles } from "#src/kernel/actor.ts";
import type { Actor } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { answer } from "#src/learning/signals/answer.ts";
import { helped, reply, withdraw } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, type Municipality, now } from "#test/municipality.ts";
import { findNumbers } from "./numbers.ts";

const database = await testDatabase();
const { learning } = database;

const numbers = (by: Actor, { first = "2026-11-01", last = "2026-11-30", team, at = now }: { first?: Day; last?: Day; team?: string; at?: Date } = {}) =>
  asActor(learning, by, at, (room) => findNumbers(room, first, last, team));
const many = (count: number, by: Actor, at = now) => Promise.all(Array.from({ length: count }, () => aSignal(database, by, {}, {}, at)));
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const replies = ({ colleague }: Municipality, id: string, after: number) =>
  does(database, colleague, id, (signal) => reply(signal, colleague, "Bel de bode even", days(after)), days(after));
const answers = ({ owner }: Municipality, id: string, after: number) =>
  does(
    database,
    owner,
    id,
    (signal) => answer(signal, owner, { choice: "change", text: "Wij passen het aan", checkpoint: "2027-01-04" }, "2026-11-23", days(after)),
    days(after),
  );

describe("numbers", () => {
  test("about fewer than ten signals are not shown, about ten they are", async () => {
    const here = await aMunicipality(database);
    await many(9, here.bringer);
    expect(await numbers(here.owner)).toBeUndefined();
    await many(1, here.colleague);
    expect(await numbers(here.owner)).toMatchObject({ signals: 10 });
  });

  test("of a team are not shown when that team has fewer than ten", async () => {
    const here = await aMunicipality(database);
    await many(10, here.bringer);
    await many(9, here.colleague);
    expect(await numbers(here.council, { team: here.teams.oost })).toMatchObject({ signals: 10 });
    expect(await numbers(here.council, { team: here.teams.west })).toBeUndefined();
    expect(await numbers(here.council)).toMatchObject({ signals: 19 });
  });

  test("leave out what works, what is withdrawn and what others brought elsewhere", async () => {
    const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
    await many(9, here.bringer);
    await many(5, elsewhere.bringer);
    await aSignal(database, here.bringer, { kind: "works", snags: [] });
    const [gone] = await many(1, here.bringer);
    await does(database, here.bringer, gone!, (signal) => withdraw(signal, here.bringer));
    expect(await numbers(here.owner)).toBeUndefined();
  });

  test("count what was released on the days themselves, as it was in the Netherlands", async () => {
    const here = await aMunicipality(database);
    await many(10, here.bringer, new Date("2026-11-23T23:30:00Z"));
    expect(await numbers(here.owner, { first: "2026-11-23", last: "2026-11-23" })).toBeUndefined();
    expect(await numbers(here.owner, { first: "2026-11-24", last: "2026-11-24" })).toMatchObject({ signals: 10 });
  });

  test("show a median only over ten that were replied to or answered, shares over all", async () => {
    const here = await aMunicipality(database);
    const ids = await many(12, here.bringer);
    for (const id of ids.slice(0, 9)) await replies(here, id, 2);
    for (const id of ids.slice(0, 6)) await answers(here, id, 4);
    expect(await numbers(here.owner)).toMatchObject({
      signals: 12,
      replied: 0.75,
      answered: 0.5,
      daysToReply: null,
      daysToAnswer: null,
      withoutMoney: null,
      held: 0,
    });
    await replies(here, ids[9]!, 6);
    expect(await numbers(here.owner)).toMatchObject({ daysToReply: 2 });
  });

  test("show how much was solved without money only over ten that say so", async () => {
    const here = await aMunicipality(database);
    const ids = await many(10, here.bringer);
    const solved = async (id: string, withoutMoney: boolean) => {
      await replies(here, id, 0);
      await does(database, here.bringer, id, (signal, course) =>
        helped(signal, here.bringer, { position: 2, withoutMoney, checkpoint: "2026-12-14" }, course, "2026-11-23"),
      );
    };
    for (const [index, id] of ids.slice(0, 9).entries()) await solved(id, index < 4);
    expect(await numbers(here.owner)).toMatchObject({ withoutMoney: null });
    await solved(ids[9]!, true);
    expect(await numbers(here.owner)).toMatchObject({ withoutMoney: 0.5, daysToReply: 0 });
  });

  test("count as overdue what was due before today and waits", async () => {
    const here = await aMunicipality(database);
    const ids = await many(10, here.bringer);
    await answers(here, ids[0]!, 0);
    expect(await numbers(here.owner, { at: days(14) })).toMatchObject({ overdue: 0 });
    expect(await numbers(here.owner, { at: days(15) })).toMatchObject({ overdue: 0.9 });
  });

  test("hold nothing that leads to a person, a name or a single signal", async () => {
    const here = await aMunicipality(database);
    await many(10, here.bringer);
    expect(Object.keys((await numbers(here.owner))!).toSorted()).toEqual([
      "answered",
      "daysToAnswer",
      "daysToReply",
      "held",
      "overdue",
      "replied",
      "signals",
      "withoutMoney",
    ]);
  });
});

describe("who reads numbers", () => {
  const never = ["administrator", "partner", "privacy-officer", "resident", "confidant"];
  test.each(roles)("a %s does when that role learns along", async (role) => {
    const here = await aMunicipality(database);
    await many(10, here.bringer);
    expect((await numbers({ ...here.teammate, role })) === undefined).toBe(never.includes(role));
  });
});
