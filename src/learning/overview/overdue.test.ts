import { describe, expect, test } from "vitest";
import { type Actor, roles } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { answer } from "#src/learning/signals/answer.ts";
import { withdraw } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now, seenBy } from "#test/municipality.ts";
import { findOverdue } from "./numbers.ts";

const database = await testDatabase();
const { learning, migrator } = database;
const overdue = (by: Actor, today: Day = "2026-12-08") => asActor(learning, by, now, (room) => findOverdue(room, today));

describe("of what is answered too late a council member", () => {
  test("sees the sentence, the team and the day, and nothing else", async () => {
    const { bringer, council } = await aMunicipality(database);
    const id = await aSignal(
      database,
      bringer,
      { sentence: "Het loket was dicht", story: "Hij sliep in de auto", voice: "resident", named: true },
      { to: "team" },
    );
    expect(await overdue(council)).toEqual([{ sentence: "Het loket was dicht", team: "wijkteam Oost", answerDue: "2026-12-07" }]);
    expect(await seenBy(database, council, id)).toBeUndefined();
  });

  test("sees it from the day after the term, the soonest first", async () => {
    const { bringer, colleague, council } = await aMunicipality(database);
    await aSignal(database, bringer, { sentence: "gewoon" });
    await aSignal(database, colleague, { sentence: "schrijnend", harm: true });
    expect((await overdue(council, "2026-11-30")).map(({ sentence }) => sentence)).toEqual([]);
    expect((await overdue(council, "2026-12-01")).map(({ sentence }) => sentence)).toEqual(["schrijnend"]);
    expect((await overdue(council, "2026-12-08")).map(({ sentence }) => sentence)).toEqual(["schrijnend", "gewoon"]);
  });

  test("no longer sees what was answered or withdrawn, and never what works", async () => {
    const { bringer, owner, council } = await aMunicipality(database);
    const answered = await aSignal(database, bringer);
    const gone = await aSignal(database, bringer);
    await aSignal(database, bringer, { kind: "works", snags: [] });
    await does(database, owner, answered, (signal) =>
      answer(signal, owner, { choice: "no-because", text: "Het is de wet", checkpoint: undefined }, "2026-11-23", now),
    );
    await does(database, bringer, gone, (signal) => withdraw(signal, bringer));
    expect(await overdue(council)).toEqual([]);
  });

  test("sees of a shielded sentence only that there is one", async () => {
    const { bringer, council } = await aMunicipality(database);
    const id = await aSignal(database, bringer, { sentence: "De vrouw met de rode jas" });
    await migrator.updateTable("learning.text").set({ shielded: true }).where("signal_id", "=", id).execute();
    expect(await overdue(council)).toMatchObject([{ sentence: null, team: "wijkteam Oost" }]);
  });

  test("sees nothing of another municipality", async () => {
    const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
    await aSignal(database, elsewhere.bringer);
    expect(await overdue(here.council)).toEqual([]);
  });
});

test.each(roles.filter((role) => role !== "council-member"))("a %s gets no such list", async (role) => {
  const { bringer, council } = await aMunicipality(database);
  await aSignal(database, bringer);
  expect(await overdue({ ...council, role })).toEqual([]);
});
