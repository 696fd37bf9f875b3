import { describe, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { exported } from "#src/learning/overview/export.ts";
import { findList } from "#src/learning/overview/list.ts";
import { answer, passOn } from "#src/learning/signals/answer.ts";
import { hold, stay, tried } from "#src/learning/signals/checkpoint.ts";
import { helped, reply, widen, withdraw } from "#src/learning/signals/conversation.ts";
import { findCourse, holdSignal, record } from "#src/learning/signals/index.ts";
import { notHere, takeUp } from "#src/learning/signals/spreading.ts";
import { undo } from "#src/learning/signals/undo.ts";
import { routeUnrouted } from "#src/gate/deliver/deliver.ts";
import { asActor } from "#src/platform/database.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { v7 } from "uuid";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, type Municipality, now, seenBy } from "#test/municipality.ts";
import { readTaken } from "./file.ts";
import { importSignals } from "./store.ts";

const database = await testDatabase();
const { learning, gate } = database;
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const exportedBy = (by: Actor) =>
  asActor(learning, by, now, async (room) => {
    const { signals } = await findList(room, { q: "", harm: false, late: false, mine: false, sort: "oldest" }, "2026-11-23", 5000);
    return JSON.stringify({ haarvat: 1, signals: await Promise.all(signals.map(async (signal) => exported(signal, await findCourse(room, signal.id)))) });
  });
const importedBy = (by: Actor, json: string) => asActor(gate, by, now, (room) => importSignals(room, readTaken(json)!, erasureKey("test", by.municipalityId)));

/** Signals that went every way the loop knows. */
async function aHistory({ id: here, bringer, teammate, colleague, facilitator, owner, executive }: Municipality) {
  const helping = await aSignal(database, bringer, {
    story: "Hij sliep in de auto",
    matters: "Zijn dochter",
    mattersSource: "said",
    voice: "resident",
    laws: ["wmo", "brp"],
    lifeAreas: ["home"],
    stage: "inquiry",
    level: "habit",
    harm: true,
  });
  await does(database, teammate, helping, (signal) => reply(signal, teammate, "vergissing", now));
  await does(database, teammate, helping, (signal, course) => undo(signal, teammate, course, after(5)), after(5));
  await does(database, colleague, helping, (signal) => reply(signal, colleague, "Bel de bode even", after(60)), after(60));
  await does(
    database,
    bringer,
    helping,
    (signal, course) => helped(signal, bringer, { position: 4, withoutMoney: true, checkpoint: "2026-11-24" }, course, "2026-11-23"),
    after(90),
  );
  await does(database, bringer, helping, (signal) => tried(signal, bringer, ""), after(120));
  await does(database, bringer, helping, (signal) => hold(signal, bringer, "Ja", "2026-11-24"), after(90_000));
  const passed = await aSignal(database, bringer, {}, { to: "team" });
  await does(database, bringer, passed, (signal) => widen(signal, bringer, "everyone", []), after(10));
  await does(
    database,
    owner,
    passed,
    (signal) => passOn(signal, owner, { id: executive.memberId, roles: ["executive"], title: "wethouder" }, "Verordening"),
    after(50),
  );
  await does(
    database,
    executive,
    passed,
    (signal) => answer(signal, executive, { choice: "no-because", text: "Het is de wet", checkpoint: undefined }, "2026-11-23", after(70)),
    after(70),
  );
  const works = await aSignal(database, bringer, { kind: "works", snags: [] });
  await does(database, facilitator, works, (signal) => takeUp(signal, facilitator));
  await does(database, facilitator, works, (signal) => notHere(signal, facilitator, "Wij hebben geen bode"));
  const staying = await aSignal(database, bringer, { kind: "around" });
  await does(database, bringer, staying, (signal) => stay(signal, bringer, { text: "Ik bel elke vrijdag", next: "2026-12-24" }, "2026-11-23"));
  const gone = await aSignal(database, bringer);
  await does(database, bringer, gone, (signal) => withdraw(signal, bringer));
  const unrouted = await aSignal(database, bringer, { snags: [] });
  await routeUnrouted(gate, here, new Date("2026-11-25T09:00:00Z"));
  return { helping, unrouted };
}

describe("what is taken along from one municipality to another", () => {
  test("is taken along from there unchanged", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    await aHistory(here);
    const taken = await exportedBy(here.bringer);
    expect(await importedBy(there.facilitator, taken)).toEqual({ fresh: 6, known: 0 });
    expect(JSON.parse(await exportedBy(there.facilitator))).toEqual(JSON.parse(taken));
  });

  test("names no person, only roles and teams", async () => {
    const here = await aMunicipality(database);
    await aHistory(here);
    const taken = await exportedBy(here.bringer);
    for (const { memberId } of [here.bringer, here.colleague, here.facilitator, here.owner, here.executive]) expect(taken).not.toContain(memberId);
    expect(taken).not.toMatch(/"(teammate|colleague)"|de (bringer|teammate|colleague)/);
  });

  test("says which reply helped, also when something before it was undone", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    const { helping } = await aHistory(here);
    await importedBy(there.facilitator, await exportedBy(here.bringer));
    const course = await asActor(learning, there.facilitator, now, (room) => findCourse(room, helping));
    const position = course.find(({ kind }) => kind === "helped")!.codes["position"];
    expect(course.find((fact) => fact.position === position)).toMatchObject({ kind: "reply", said: { reply: "Bel de bode even" } });
  });

  test("is brought there by whoever reads it in, for as wide a circle as it was", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    const { helping } = await aHistory(here);
    await importedBy(there.facilitator, await exportedBy(here.bringer));
    expect(await seenBy(database, there.facilitator, helping)).toMatchObject({
      bringerId: there.facilitator.memberId,
      bringerRole: "professional",
      teamName: "wijkteam Oost",
      audience: "everyone",
      addressedTo: [],
      askedId: null,
    });
    expect(await seenBy(database, there.colleague, helping)).toBeDefined();
    for (const by of [there.owner, there.executive, there.administrator]) expect(await seenBy(database, by, helping)).toBeUndefined();
  });

  test("is not read by more people there than here: a team's stays with the team of that name", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    const id = await aSignal(database, here.bringer, {}, { to: "team" });
    await importedBy(there.facilitator, await exportedBy(here.bringer));
    for (const by of [there.bringer, there.teammate, there.facilitator]) expect(await seenBy(database, by, id)).toBeDefined();
    expect(await seenBy(database, there.colleague, id)).toBeUndefined();
  });

  test("that still waits for an answer comes to the facilitators there", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    const id = await aSignal(database, here.bringer);
    await importedBy(there.facilitator, await exportedBy(here.bringer));
    expect(await seenBy(database, there.facilitator, id)).toMatchObject({ state: "open", askedId: null, routeDue: "2026-11-23", answerDue: "2026-12-07" });
    expect(await routeUnrouted(gate, there.id, now)).toBe(1);
  });

  test("leaves out what somebody shielded, also when its own author takes it along", async () => {
    const here = await aMunicipality(database);
    const id = await aSignal(database, here.bringer, { story: "De vrouw met de rode jas van nummer zeven" });
    await asActor(gate, here.colleague, now, async (room) => {
      await room.tx.updateTable("learning.text").set({ shielded: true }).where("signal_id", "=", id).where("part", "=", "story").execute();
      await record(room, (await holdSignal(room, id))!, { kind: "shielded", to: "open", codes: { position: 1, part: "story" } }, v7());
    });
    for (const by of [here.bringer, here.colleague]) expect(await exportedBy(by)).not.toContain("rode jas");
  });
});

describe("reading in", () => {
  test("twice leaves what is here as it is", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    const { helping } = await aHistory(here);
    const taken = await exportedBy(here.bringer);
    await importedBy(there.facilitator, taken);
    await does(database, there.colleague, helping, (signal) => reply(signal, there.colleague, "Bij ons ook", now));
    expect(await importedBy(there.facilitator, taken)).toEqual({ fresh: 0, known: 6 });
    expect(await seenBy(database, there.colleague, helping)).toMatchObject({ version: 6 });
  });

  test("a signal that stands twice in a file is read in once", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    await aSignal(database, here.bringer);
    const { signals } = JSON.parse(await exportedBy(here.bringer)) as { signals: unknown[] };
    expect(await importedBy(there.facilitator, JSON.stringify({ haarvat: 1, signals: [...signals, ...signals] }))).toEqual({ fresh: 1, known: 1 });
  });

  test("a team that is not here is made, as one from outside", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    await aSignal(database, here.bringer);
    await importedBy(there.facilitator, (await exportedBy(here.bringer)).replaceAll("wijkteam Oost", "wijkteam Elders"));
    const teams = await asActor(learning, there.facilitator, now, ({ tx }) =>
      tx.selectFrom("organisation.team").select(["name", "kind"]).where("name", "=", "wijkteam Elders").execute(),
    );
    expect(teams).toEqual([{ name: "wijkteam Elders", kind: "outside" }]);
  });

  test("a file in which somebody is recognisable is refused as a whole", async () => {
    const [here, there] = [await aMunicipality(database), await aMunicipality(database)];
    await aSignal(database, here.bringer, { story: "PLAATS" });
    await aSignal(database, here.bringer);
    expect(await importedBy(there.facilitator, (await exportedBy(here.bringer)).replace("PLAATS", "bel 06-12345678"))).toEqual({ recognisable: 1 });
    expect(JSON.parse(await exportedBy(there.facilitator))).toEqual({ haarvat: 1, signals: [] });
  });
});
