import { sql } from "kysely";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { LookVerdict, SecondLook, Teammate } from "./second-look.ts";

const looks = ({ tx, actor }: Room) =>
  tx
    .selectFrom("draft.second_look as look")
    .innerJoin("organisation.member as reader", (join) =>
      join.onRef("reader.municipality_id", "=", "look.municipality_id").onRef("reader.id", "=", "look.reader_id"),
    )
    .where("look.municipality_id", "=", actor.municipalityId)
    .select([
      "draft_id as draftId",
      "reader_id as readerId",
      "reader.title as reader",
      "asked_at as askedAt",
      "verdict",
      "words",
      "answered_at as answeredAt",
      "seen_version as seenVersion",
    ]);

export const findLook = async (room: Room, draftId: string): Promise<SecondLook | undefined> =>
  (await looks(room).where("draft_id", "=", draftId).executeTakeFirst()) as SecondLook | undefined;

/** Of these drafts, who was asked to read along. */
export const findLooks = async (room: Room, draftIds: readonly string[]): Promise<SecondLook[]> =>
  draftIds.length === 0
    ? []
    : ((await looks(room)
        .where("draft_id", "in", [...draftIds])
        .execute()) as SecondLook[]);

/** How many colleagues wait for this person to read along. */
export const countAskedLooks = async ({ tx, actor }: Room): Promise<number> =>
  (
    await tx
      .selectFrom("draft.second_look as look")
      .innerJoin("draft.draft as draft", (join) => join.onRef("draft.municipality_id", "=", "look.municipality_id").onRef("draft.id", "=", "look.draft_id"))
      .where("look.municipality_id", "=", actor.municipalityId)
      .where("reader_id", "=", actor.memberId)
      .where("verdict", "is", null)
      .where("draft.removed_at", "is", null)
      .where("draft.erased_at", "is", null)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

/** Who of the draft's team may open it, but oneself. */
export const findTeammates = async ({ tx, actor }: Room, teamId: string): Promise<Teammate[]> =>
  tx
    .selectFrom("organisation.member")
    .select(["id", "name", "title"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "<>", actor.memberId)
    .where("ended_at", "is", null)
    .where(sql<boolean>`(team_id = ${teamId} or ${teamId} = any (other_team_ids))`)
    .where(sql<boolean>`roles && array['professional', 'official', 'advocate', 'facilitator']`)
    .orderBy("name")
    .execute();

/** Asks somebody to read along; whoever was asked before is not asked any more. */
export async function askLook(room: Room, draft: { readonly id: string; readonly teamId: string }, readerId: string): Promise<void> {
  const { tx, actor, now } = room;
  const municipality_id = actor.municipalityId;
  await tx.deleteFrom("draft.second_look").where("municipality_id", "=", municipality_id).where("draft_id", "=", draft.id).execute();
  await tx
    .insertInto("draft.second_look")
    .values({ municipality_id, draft_id: draft.id, team_id: draft.teamId, asked_by: actor.memberId, reader_id: readerId, asked_at: now })
    .execute();
  await leaveTrail(room, { action: "look-asked", objectKind: "draft", objectId: draft.id, purpose: "writing" });
}

export async function answerLook(room: Room, draft: { readonly id: string; readonly version: number }, verdict: LookVerdict, words: string): Promise<void> {
  const { tx, actor, now } = room;
  await tx
    .updateTable("draft.second_look")
    .set({ verdict, words: verdict === "somebody" ? words : null, answered_at: now, seen_version: draft.version })
    .where("municipality_id", "=", actor.municipalityId)
    .where("draft_id", "=", draft.id)
    .where("reader_id", "=", actor.memberId)
    .execute();
  await leaveTrail(room, { action: "look-answered", objectKind: "draft", objectId: draft.id, purpose: "team" });
}
