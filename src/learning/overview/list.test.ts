import { describe, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { passOn } from "#src/learning/signals/answer.ts";
import { stay } from "#src/learning/signals/checkpoint.ts";
import { withdraw } from "#src/learning/signals/conversation.ts";
import { asActor } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now } from "#test/municipality.ts";
import { type Filter, findList, findTeams } from "./list.ts";

const database = await testDatabase();
const { learning, migrator } = database;
const testdorp = await aMunicipality(database);
const { bringer, colleague, teammate, facilitator, owner, executive, council, administrator, advocate } = testdorp;

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const stuck = await aSignal(database, bringer, { sentence: "briefadres", laws: ["wmo", "brp"], stage: "inquiry" }, {}, at("2026-10-01"));
const harming = await aSignal(
  database,
  colleague,
  { sentence: "uithuiszetting", snags: ["rule", "belief"], laws: ["participatiewet"], harm: true },
  {},
  at("2026-11-02"),
);
const works = await aSignal(database, colleague, { sentence: "samen bellen", kind: "works", snags: [], laws: ["jeugdwet"] }, {}, at("2026-11-03"));
const around = await aSignal(
  database,
  bringer,
  { sentence: "formulier overgeslagen", kind: "around", snags: ["system"], stage: "support" },
  { to: "team" },
  at("2026-11-04"),
);
const staying = await aSignal(database, bringer, { sentence: "erbij blijven", snags: ["view"] }, {}, at("2026-11-05"));
await does(database, bringer, staying, (signal) => stay(signal, bringer, { text: "", next: "2026-12-24" }, "2026-11-23"));
const gone = await aSignal(database, bringer, { sentence: "ingetrokken" }, {}, at("2026-11-06"));
await does(database, bringer, gone, (signal) => withdraw(signal, bringer));
const chosen = await aSignal(database, bringer, { sentence: "voor een" }, { to: "chosen", readers: [facilitator.memberId] }, at("2026-11-09"));
const elsewhere = await aMunicipality(database);
await aSignal(database, elsewhere.bringer);

const all: Filter = { q: "", harm: false, late: false, mine: false, sort: "newest" };
const list = async (by: Actor, wished: Partial<Filter> = {}, today: Day = "2026-11-23") =>
  (await asActor(learning, by, now, (room) => findList(room, { ...all, ...wished }, today, 25))).signals.map(({ id }) => id);

describe("the list", () => {
  test("shows what one may see, newest first, and nothing of another municipality", async () => {
    expect(await list(bringer)).toEqual([chosen, gone, staying, around, works, harming, stuck]);
    expect(await list(teammate)).toEqual([staying, around, works, harming, stuck]);
    expect(await list(colleague)).toEqual([staying, works, harming, stuck]);
    expect(await list(facilitator)).toEqual([chosen, staying, works, harming, stuck]);
  });

  test("shows an owner what was addressed, an executive what was passed on", async () => {
    expect(await list(owner)).toEqual([chosen, harming, stuck]);
    expect(await list(executive)).toEqual([]);
    await does(database, owner, harming, (signal) =>
      passOn(signal, owner, { id: executive.memberId, roles: ["executive"], title: "wethouder" }, "Verordening"),
    );
    expect(await list(executive)).toEqual([harming]);
  });

  test("shows a council member, an advocate and an administrator nothing that others brought", async () => {
    for (const by of [council, advocate, administrator]) expect(await list(by)).toEqual([]);
  });

  test("shows with each the sentence and the team, and no name unless the bringer wants it", async () => {
    const { signals } = await asActor(learning, teammate, now, (room) => findList(room, all, "2026-11-23", 25));
    expect(signals.at(-1)).toMatchObject({ sentence: "briefadres", teamName: "wijkteam Oost", bringerName: null });
  });
});

describe("a filter", () => {
  test.each<[string, Partial<Filter>, string[]]>([
    ["a kind", { kind: "works" }, [works]],
    ["a state", { state: "stays" }, [staying]],
    ["where it sticks, also as the second mark", { snag: "belief" }, [chosen, gone, harming, stuck]],
    ["a law", { law: "brp" }, [stuck]],
    ["a stage", { stage: "support" }, [around]],
    ["what harms", { harm: true }, [harming]],
    ["what is one's own", { mine: true }, [chosen, gone, staying, around, stuck]],
    ["what is answered too late", { late: true }, [harming, stuck]],
    ["a team", { team: testdorp.teams.west }, [works, harming]],
    ["several at once", { kind: "stuck", law: "wmo", team: testdorp.teams.oost }, [stuck]],
    ["what does not go together", { kind: "works", harm: true }, []],
  ])("shows %s", async (_, wished, ids) => {
    expect(await list(bringer, wished)).toEqual(ids);
  });

  test("what is due today is not too late, the day after it is", async () => {
    expect(await list(bringer, { late: true, snag: "rule" }, "2026-11-09")).toEqual([]);
    expect(await list(bringer, { late: true, snag: "rule" }, "2026-11-10")).toEqual([harming]);
  });

  test("sorted by what is due, only what waits for an answer stands there, soonest first", async () => {
    expect(await list(bringer, { sort: "due" })).toEqual([stuck, harming, chosen]);
  });

  test("sorted from the oldest it is the same list the other way round", async () => {
    expect(await list(bringer, { sort: "oldest" })).toEqual((await list(bringer)).toReversed());
  });
});

test("the teams of a municipality are its own", async () => {
  const teams = await asActor(learning, bringer, now, findTeams);
  expect(teams.map(({ name }) => name)).toEqual(["Beleid", "wijkteam Oost", "wijkteam West"]);
  expect(await migrator.selectFrom("organisation.team").select("id").execute()).toHaveLength(6);
});
