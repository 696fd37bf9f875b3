import { sql } from "kysely";
import type { Actor } from "#src/kernel/actor.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { address, write } from "#src/learning/signals/index.ts";
import { type Draft, type DraftContent, emptyDraft, type Release } from "./draft.ts";

const rows = ({ tx, actor }: Room) =>
  tx
    .selectFrom("draft.draft as draft")
    .innerJoin("organisation.member as writer", (join) =>
      join.onRef("writer.municipality_id", "=", "draft.municipality_id").onRef("writer.id", "=", "draft.member_id"),
    )
    .where("draft.municipality_id", "=", actor.municipalityId)
    .where("draft.erased_at", "is", null)
    .select([
      "draft.id",
      "member_id as memberId",
      "draft.team_id as teamId",
      "writer.title as writer",
      "writer.ended_at as writerEnded",
      "content",
      "cleared",
      "draft.version",
      "saved_at as savedAt",
      "removed_at as removedAt",
    ]);

type Row = Omit<Draft, "content" | "writerLeft"> & { writerEnded: Date | null; content: unknown; removedAt: Date | null };
const asDraft = ({ content, writerEnded, ...row }: Row): Draft & { removedAt: Date | null } => ({
  ...row,
  writerLeft: writerEnded !== null,
  content: { ...emptyDraft, ...(content as DraftContent) },
});

/** The draft, when this person writes it or is of the same team; looking at somebody else's leaves a trail. */
export const findDraft = (room: Room, id: string) => found(room, rows(room).where("draft.id", "=", id));

/** The same, held for a deed: of two at once, the second sees what the first left. */
export const holdDraft = (room: Room, id: string) => found(room, rows(room).where("draft.id", "=", id).forUpdate("draft"));

async function found(room: Room, query: ReturnType<typeof rows>): Promise<(Draft & { removedAt: Date | null }) | undefined> {
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  if (row.memberId !== room.actor.memberId) await leaveTrail(room, { action: "looked", objectKind: "draft", objectId: row.id, purpose: "team" });
  return asDraft(row);
}

/** What this person and the team are writing, newest first. */
export async function findDrafts(room: Room): Promise<Draft[]> {
  const found = await rows(room).where("removed_at", "is", null).orderBy("saved_at", "desc").limit(100).execute();
  for (const { id } of found.filter(({ memberId }) => memberId !== room.actor.memberId))
    await leaveTrail(room, { action: "looked", objectKind: "draft", objectId: id, purpose: "team" });
  return found.map(asDraft);
}

/** When the privacy officer erased what this person was writing; newest first. */
export const findErasedDrafts = async ({ tx, actor }: Room): Promise<Date[]> =>
  (
    await tx
      .selectFrom("draft.draft")
      .select("erased_at")
      .where("municipality_id", "=", actor.municipalityId)
      .where("member_id", "=", actor.memberId)
      .where("erased_at", "is not", null)
      .orderBy("erased_at", "desc")
      .execute()
  ).map(({ erased_at }) => erased_at!);

export const countOwnDrafts = async ({ tx, actor }: Room): Promise<number> =>
  (
    await tx
      .selectFrom("draft.draft")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("municipality_id", "=", actor.municipalityId)
      .where("member_id", "=", actor.memberId)
      .where("removed_at", "is", null)
      .where("erased_at", "is", null)
      .executeTakeFirstOrThrow()
  ).count;

/** The first save of a draft whose id the page chose; false when that id is somebody else's. */
export async function beginDraft(room: Room, id: string, content: DraftContent): Promise<boolean> {
  const { actor, now } = room;
  const begun = await room.tx
    .insertInto("draft.draft")
    .values({ municipality_id: actor.municipalityId, id, team_id: actor.teamId, member_id: actor.memberId, content: JSON.stringify(content), saved_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows === 0n) return false;
  await leaveTrail(room, { action: "draft-begun", objectKind: "draft", objectId: id, purpose: "writing" });
  return true;
}

/** Saves over the version the writer saw; false when it was saved elsewhere meanwhile. */
export async function saveDraft(room: Room, draft: Draft, content: DraftContent, version: number): Promise<boolean> {
  const { tx, actor, now } = room;
  const saved = await tx
    .updateTable("draft.draft")
    .set({ content: JSON.stringify(content), version: version + 1, saved_at: now, removed_at: null })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", draft.id)
    .where("member_id", "=", actor.memberId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  await leaveTrail(room, { action: "draft-saved", objectKind: "draft", objectId: draft.id, purpose: "writing" });
  return true;
}

/** Another member of the team writes on from here; false when it was saved meanwhile or is not theirs to take. */
export async function takeOver(room: Room, draft: Draft): Promise<boolean> {
  const { tx, actor, now } = room;
  const taken = await tx
    .updateTable("draft.draft")
    // The name somebody agreed to show was their own.
    .set({ member_id: actor.memberId, version: draft.version + 1, saved_at: now, content: JSON.stringify({ ...draft.content, named: false }) })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", draft.id)
    .where("version", "=", draft.version)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return false;
  await leaveTrail(room, { action: "draft-taken-over", objectKind: "draft", objectId: draft.id, purpose: "writing" });
  return true;
}

/** Thrown away, or brought back before the sweep (`removedAt` null). It counts as a change: a save that was on its way meets a newer version. */
export async function remove(room: Room, draft: Draft, removedAt: Date | null): Promise<void> {
  const { tx, actor } = room;
  await tx
    .updateTable("draft.draft")
    .set({ removed_at: removedAt, version: sql`version + 1` })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", draft.id)
    .execute();
  await leaveTrail(room, { action: removedAt ? "draft-removed" : "draft-brought-back", objectKind: "draft", objectId: draft.id, purpose: "writing" });
}

/** The signal with its first fact and words, under the draft's id so that releasing twice is once; the draft goes. */
export async function releaseSignal(room: Room, draft: Draft, { content, audience, asking, deed }: Release, deedId: string): Promise<void> {
  const { tx, actor, now } = room;
  const { kind, voice = null, mattersSource = null, laws, lifeAreas, snags, stage = null, level = null, harm, named } = content;
  const addressedTo = [...new Set([asking.askedId, asking.deputyId].filter((id) => id !== null))];
  const signal = { id: draft.id, bringerId: actor.memberId, teamId: draft.teamId, audience: audience.to, readers: audience.readers, addressedTo };
  await tx
    .insertInto("learning.signal")
    .values({
      municipality_id: actor.municipalityId,
      id: draft.id,
      kind,
      state: "open",
      bringer_id: actor.memberId,
      bringer_role: actor.role,
      team_id: draft.teamId,
      audience: audience.to,
      readers: [...audience.readers],
      addressed_to: addressedTo,
      named,
      asked_id: asking.askedId,
      deputy_id: asking.deputyId,
      voice,
      matters_source: mattersSource,
      laws: [...laws],
      life_areas: [...lifeAreas],
      snags: [...snags],
      stage,
      level,
      harm,
      released_at: now,
      changed_at: now,
      answer_due: asking.answerDue,
      route_due: asking.routeDue,
    })
    .execute();
  await write(room, signal, 1, deed, deedId);
  await address(tx, actor.municipalityId, draft.id, addressedTo, now);
  await remove(room, draft, now);
  await leaveTrail(room, { action: "released", objectKind: "signal", objectId: draft.id, purpose: "learning" });
}

/** Whether a draft was released before, by whomever: its signal exists. */
export const isReleased = async ({ tx, actor }: { tx: Room["tx"]; actor: Actor }, id: string): Promise<boolean> =>
  (await tx.selectFrom("learning.signal").select("id").where("municipality_id", "=", actor.municipalityId).where("id", "=", id).executeTakeFirst()) !==
  undefined;
