import { describe, expect, test } from "vitest";
import { v7 } from "uuid";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor, type Room } from "#src/platform/database.ts";
import { testDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, now } from "#test/municipality.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { beginDraft, countOwnDrafts, findDraft, findDrafts, isReleased, remove, saveDraft, takeOver } from "./store.ts";

const database = await testDatabase();
const { gate, learning, migrator } = database;
const testdorp = await aMunicipality(database);
const { bringer, teammate, colleague, facilitator, owner, administrator, council } = testdorp;

const content = { ...emptyDraft, sentence: "Het loket was dicht" };
const as = <T>(by: Actor, work: (room: Room) => Promise<T>) => asActor(gate, by, now, work);
const seen = (by: Actor, id: string) => as(by, (room) => findDraft(room, id));
async function aDraft(by: Actor = bringer): Promise<Draft> {
  const id = v7();
  await as(by, (room) => beginDraft(room, id, content));
  return (await seen(by, id))!;
}

describe("a draft", () => {
  test("is read by its writer and the writer's team, by nobody else", async () => {
    const { id } = await aDraft();
    for (const by of [bringer, teammate]) expect(await seen(by, id)).toMatchObject({ content, version: 1, memberId: bringer.memberId });
    const { bringer: elsewhere } = await aMunicipality(database);
    for (const by of [colleague, facilitator, owner, administrator, council, elsewhere]) expect(await seen(by, id), by.role).toBeUndefined();
  });

  test("is read by a colleague who reads along with the team", async () => {
    const { id } = await aDraft();
    expect(await seen({ ...colleague, otherTeamIds: [testdorp.teams.oost] }, id)).toMatchObject({ id });
  });

  test("is not read by a manager or an administrator of the same team", async () => {
    const { id } = await aDraft();
    for (const role of ["owner", "executive", "administrator", "partner", "privacy-officer"] as const)
      expect(await seen({ ...teammate, role }, id), role).toBeUndefined();
    expect(await seen({ ...bringer, role: "administrator" }, id)).toBeUndefined();
  });

  test("cannot be reached from the learning room", async () => {
    await aDraft();
    await expect(asActor(learning, bringer, now, ({ tx }) => tx.selectFrom("draft.draft").selectAll().execute())).rejects.toThrow(/permission denied/);
  });

  test("stands in the list of writer and team until it is thrown away, and one's own are counted", async () => {
    const { bringer: here, teammate: mate, colleague: other } = await aMunicipality(database);
    const [kept, thrown] = [await aDraft(here), await aDraft(here)];
    await as(here, (room) => remove(room, thrown, now));
    for (const by of [here, mate]) expect((await as(by, findDrafts)).map(({ id }) => id)).toEqual([kept.id]);
    expect(await as(other, findDrafts)).toEqual([]);
    expect(await as(here, countOwnDrafts)).toBe(1);
    expect(await as(mate, countOwnDrafts)).toBe(0);
    await as(here, (room) => remove(room, thrown, null));
    expect(await as(here, countOwnDrafts)).toBe(2);
  });

  test("leaves a trail when somebody else looks at it", async () => {
    const { id } = await aDraft();
    await seen(teammate, id);
    await seen(bringer, id);
    const looks = await migrator.selectFrom("trail.entry").select("actor_id").where("object_id", "=", id).where("action", "=", "looked").execute();
    expect(looks.map(({ actor_id }) => actor_id)).toEqual([teammate.memberId]);
  });
});

describe("saving", () => {
  test("a version that is not the last is refused, and what was saved stays", async () => {
    const draft = await aDraft();
    expect(await as(bringer, (room) => saveDraft(room, draft, { ...content, story: "eerste" }, 1))).toBe(true);
    expect(await as(bringer, (room) => saveDraft(room, draft, { ...content, story: "tweede" }, 1))).toBe(false);
    expect(await seen(bringer, draft.id)).toMatchObject({ version: 2, content: { story: "eerste" } });
  });

  test("of two saves at once one is kept and the other is told", async () => {
    const draft = await aDraft();
    const saves = ["een", "twee"].map((story) => as(bringer, (room) => saveDraft(room, draft, { ...content, story }, 1)));
    expect((await Promise.all(saves)).toSorted()).toEqual([false, true]);
  });

  test("in somebody else's draft does not go", async () => {
    const draft = await aDraft();
    for (const by of [teammate, colleague]) expect(await as(by, (room) => saveDraft(room, draft, { ...content, story: "van mij" }, 1))).toBe(false);
  });

  test("under an id that somebody else has does not go, and does not tell what it holds", async () => {
    const { id } = await aDraft();
    expect(await as(colleague, (room) => beginDraft(room, id, content))).toBe(false);
    expect(await seen(bringer, id)).toMatchObject({ memberId: bringer.memberId });
  });
});

describe("taking over", () => {
  test("a colleague of the team writes on, the first writer still reads it and saves no more", async () => {
    const draft = await aDraft();
    await as(teammate, (room) => takeOver(room, draft));
    expect(await seen(bringer, draft.id)).toMatchObject({ memberId: teammate.memberId, version: 2 });
    expect(await as(bringer, (room) => saveDraft(room, draft, content, 2))).toBe(false);
    expect(await as(teammate, (room) => saveDraft(room, draft, { ...content, story: "verder" }, 2))).toBe(true);
  });

  test("somebody of another team cannot", async () => {
    const draft = await aDraft();
    expect(await as(colleague, (room) => takeOver(room, draft))).toBe(false);
    expect(await seen(bringer, draft.id)).toMatchObject({ memberId: bringer.memberId });
  });

  test("what was saved since one looked is not taken over, and no trail says that it was", async () => {
    const draft = await aDraft();
    await as(bringer, (room) => saveDraft(room, draft, { ...content, story: "net bewaard" }, 1));
    expect(await as(teammate, (room) => takeOver(room, draft))).toBe(false);
    expect(await migrator.selectFrom("trail.entry").select("id").where("object_id", "=", draft.id).where("action", "=", "draft-taken-over").execute()).toEqual(
      [],
    );
  });
});

test("after its release the draft is gone from the list and the signal bears its id", async () => {
  const { bringer: here, teammate: mate } = await aMunicipality(database);
  const id = await aSignal(database, here);
  expect(await as(here, findDrafts)).toEqual([]);
  expect(await as(here, (room) => isReleased(room, id))).toBe(true);
  expect(await as(mate, (room) => isReleased(room, id))).toBe(true);
});
