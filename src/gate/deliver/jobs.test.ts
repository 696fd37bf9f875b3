import { describe, expect, test } from "vitest";
import { beginDraft, findDraft, remove } from "#src/gate/drafts/store.ts";
import { emptyDraft } from "#src/gate/drafts/draft.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { findExpected } from "#src/learning/overview/index.ts";
import { route } from "#src/learning/signals/answer.ts";
import { notSolved, stay } from "#src/learning/signals/checkpoint.ts";
import { asActor } from "#src/platform/database.ts";
import { v7 } from "uuid";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, does, now, seenBy } from "#test/municipality.ts";
import { deliver, routeUnrouted, sweepDrafts } from "./deliver.ts";

const database = await testDatabase();
const { gate, learning, migrator } = database;
const later = (moment: string) => new Date(moment);
const routedBy = async (by: Actor, moment: Date) =>
  (await asActor(learning, by, moment, (room) => findExpected(room, "2026-11-25"))).filter(({ what }) => what === "route").map(({ signalId }) => signalId);

describe("what nobody could be asked for", () => {
  test("comes to the facilitators on the second working day, not before", async () => {
    const { id: here, bringer, facilitator } = await aMunicipality(database);
    const id = await aSignal(database, bringer, { snags: ["view"] }, { to: "team" });
    expect(await routeUnrouted(gate, here, later("2026-11-24T22:59:00Z"))).toBe(0);
    expect(await seenBy(database, facilitator, id)).toBeUndefined();
    expect(await routeUnrouted(gate, here, later("2026-11-24T23:01:00Z"))).toBe(1);
    expect(await seenBy(database, facilitator, id)).toMatchObject({
      state: "open",
      askedId: null,
      routeDue: null,
      answerDue: "2026-12-07",
      addressedTo: [facilitator.memberId],
    });
    expect(await routedBy(facilitator, later("2026-11-25T09:00:00Z"))).toEqual([id]);
    expect(await routeUnrouted(gate, here, later("2026-11-26T09:00:00Z"))).toBe(0);
  });

  test("is told to the facilitators and to the bringer, who then send it on", async () => {
    const { id: here, bringer, facilitator, executive } = await aMunicipality(database);
    const id = await aSignal(database, bringer, { snags: [] });
    await routeUnrouted(gate, here, later("2026-11-25T09:00:00Z"));
    await deliver(gate, here, later("2026-11-25T09:01:00Z"));
    const told = await migrator.selectFrom("organisation.message").select(["member_id", "kind"]).where("signal_id", "=", id).execute();
    expect(told.map(({ member_id }) => member_id).toSorted()).toEqual([bringer.memberId, facilitator.memberId].toSorted());
    await does(database, facilitator, id, (signal) => route(signal, facilitator, { id: executive.memberId, roles: ["executive"], title: "wethouder" }));
    expect(await seenBy(database, executive, id)).toMatchObject({ askedId: executive.memberId, answerDue: "2026-12-07" });
    expect(await routedBy(facilitator, now)).toEqual([]);
  });

  test("comes to a facilitator who brought it as well, and waits where there is none", async () => {
    const { id: here, facilitator } = await aMunicipality(database);
    const id = await aSignal(database, facilitator, { snags: [] });
    await routeUnrouted(gate, here, later("2026-11-25T09:00:00Z"));
    expect(await seenBy(database, facilitator, id)).toMatchObject({ addressedTo: [facilitator.memberId], routeDue: null });
    const alone = await aMunicipality(database);
    const waiting = await aSignal(database, alone.bringer, { snags: [] });
    await database.migrator
      .updateTable("organisation.member")
      .set({ roles: ["professional"] })
      .where("id", "=", alone.facilitator.memberId)
      .execute();
    expect(await routeUnrouted(gate, alone.id, later("2026-11-25T09:00:00Z"))).toBe(0);
    expect(await seenBy(database, alone.bringer, waiting)).toMatchObject({ routeDue: "2026-11-25" });
  });

  test("comes to the facilitators when it is opened again, too", async () => {
    const { id: here, bringer, facilitator } = await aMunicipality(database);
    const id = await aSignal(database, bringer, { snags: [] }, { to: "team" });
    await does(database, bringer, id, (signal) => stay(signal, bringer, { text: "", next: "2026-12-01" }, "2026-11-23"));
    await does(database, bringer, id, (signal) => notSolved(signal, bringer, "2026-11-30", { harm: 5, other: 10 }), later("2026-11-30T09:00:00Z"));
    expect(await routeUnrouted(gate, here, later("2026-12-01T09:00:00Z"))).toBe(0);
    expect(await routeUnrouted(gate, here, later("2026-12-02T09:00:00Z"))).toBe(1);
    expect(await routedBy(facilitator, later("2026-12-02T09:00:00Z"))).toEqual([id]);
  });

  test("is not what works, nor a way around that stays among colleagues", async () => {
    const { id: here, bringer } = await aMunicipality(database);
    await aSignal(database, bringer, { kind: "works", snags: [] });
    await aSignal(database, bringer, { kind: "around", snags: [] });
    expect(await routeUnrouted(gate, here, later("2027-01-01T09:00:00Z"))).toBe(0);
  });
});

describe("drafts", () => {
  const seconds = (count: number) => new Date(now.getTime() + count * 1000);

  test("that were thrown away are gone for good after a minute, not before", async () => {
    const { id: here, bringer } = await aMunicipality(database);
    const [thrown, kept] = [v7(), v7()];
    await asActor(gate, bringer, now, async (room) => {
      for (const id of [thrown, kept]) await beginDraft(room, id, { ...emptyDraft, sentence: "Het loket was dicht" });
      await remove(room, (await findDraft(room, thrown))!, now);
    });
    expect(await sweepDrafts(gate, here, seconds(59))).toBe(0);
    expect(await sweepDrafts(gate, here, seconds(61))).toBe(1);
    expect(await asActor(gate, bringer, now, (room) => findDraft(room, thrown))).toBeUndefined();
    expect(await asActor(gate, bringer, now, (room) => findDraft(room, kept))).toMatchObject({ id: kept });
  });

  test("that were released go the same way: what was not released of them stays nowhere", async () => {
    const { id: here, bringer } = await aMunicipality(database);
    await aSignal(database, bringer);
    expect(await sweepDrafts(gate, here, seconds(61))).toBe(1);
    expect(await migrator.selectFrom("draft.draft").select("id").where("municipality_id", "=", here).execute()).toEqual([]);
  });
});
