import { sql } from "kysely";
import { v7 } from "uuid";
import { addDays, type Day } from "#src/kernel/day.ts";
import type { Room } from "#src/platform/database.ts";
import { looking, takingAlong } from "../actions.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Look, Moment } from "./unusual.ts";

/** What somebody else may change of a member without changing what that member may do. */
const harmless = ["looked", "trail-looked", "trail-exported", "all-sessions-ended"];

/** The first moment of a day in the Netherlands. */
const start = (day: Day) => sql<Date>`(${day}::timestamp at time zone 'Europe/Amsterdam')`;

/** Everything that was looked at or taken along in the week that begins on this Monday. */
export async function findLooks({ tx, actor }: Room, monday: Day): Promise<Look[]> {
  const here = actor.municipalityId;
  const looked = await tx
    .selectFrom("trail.entry")
    .select(["id", "at", "action", "actor_id as by", "object_kind as objectKind", "object_id as objectId"])
    .where("municipality_id", "=", here)
    .where("action", "in", looking)
    .where("result", "=", "done")
    .where("at", ">=", start(monday))
    .where("at", "<", start(addDays(monday, 7)))
    .orderBy("at")
    .orderBy("id")
    .execute();
  // Who wrote on these texts at any time, and who began them; asked apart, with the ids at hand, so that an index is used.
  const drafts = [...new Set(looked.filter(({ objectKind }) => objectKind === "draft").map(({ objectId }) => objectId))];
  const written = await tx
    .selectFrom("trail.entry")
    .select(({ fn }) => ["object_id as objectId", "actor_id as by", fn.min("at").as("first")])
    .where("municipality_id", "=", here)
    .where(sql<boolean>`object_id = any (${drafts}::uuid[])`)
    .where("action", "in", ["draft-begun", "draft-saved", "draft-taken-over"])
    .groupBy(["object_id", "actor_id"])
    .orderBy("first")
    .execute();
  const members = await tx.selectFrom("organisation.member").select(["id", "team_id"]).where("municipality_id", "=", here).execute();
  const teams = new Map(members.map(({ id, team_id }) => [id, team_id]));
  const writers = new Set(written.map(({ objectId, by }) => `${objectId} ${by}`));
  const begun = new Map(written.toReversed().map(({ objectId, by }) => [objectId, teams.get(by)]));
  return looked.map(({ action, ...look }) => ({
    ...look,
    byTeam: teams.get(look.by),
    objectTeam: begun.get(look.objectId),
    wrote: writers.has(`${look.objectId} ${look.by}`),
    takenAlong: takingAlong.includes(action),
  }));
}

/** When somebody else changed what a member may do, and when somebody was refused; from the day before the week on. */
export async function findMoments({ tx, actor }: Room, monday: Day): Promise<{ changes: Moment[]; refused: Moment[] }> {
  const entries = tx
    .selectFrom("trail.entry")
    .where("municipality_id", "=", actor.municipalityId)
    .where("at", ">=", start(addDays(monday, -1)))
    .where("at", "<", start(addDays(monday, 7)));
  const changes = await entries
    .select(["object_id as of", "at"])
    .where("object_kind", "=", "member")
    .whereRef("actor_id", "<>", "object_id")
    .where("action", "not in", harmless)
    .where("result", "=", "done")
    .execute();
  const refused = await entries.select(["actor_id as of", "at"]).where("result", "=", "refused").execute();
  return { changes, refused };
}

export type Verdict = "in-order" | "asked";
export type Review = { readonly entryId: string; readonly verdict: Verdict; readonly note: string; readonly at: Date; readonly by: string };

/** What was found of the looks of a week; of each look the last word. */
export async function findReviews({ tx, actor }: Room, monday: Day): Promise<ReadonlyMap<string, Review>> {
  const rows = await tx
    .selectFrom("trail.review as review")
    .innerJoin("organisation.member as member", (join) =>
      join.onRef("member.municipality_id", "=", "review.municipality_id").onRef("member.id", "=", "review.by_member"),
    )
    .where("review.municipality_id", "=", actor.municipalityId)
    .where("week", "=", monday)
    .where("entry_id", "is not", null)
    .select(["entry_id as entryId", "verdict", "note", "at", "member.name as by"])
    .orderBy("at")
    .execute();
  return new Map((rows as Review[]).map((review) => [review.entryId, review]));
}

/** The last weeks whose looks were reviewed as a whole, newest first. */
export const findReviewedWeeks = async ({ tx, actor }: Room): Promise<{ week: Day; at: Date; by: string }[]> =>
  tx
    .selectFrom("trail.review as review")
    .innerJoin("organisation.member as member", (join) =>
      join.onRef("member.municipality_id", "=", "review.municipality_id").onRef("member.id", "=", "review.by_member"),
    )
    .where("review.municipality_id", "=", actor.municipalityId)
    .where("verdict", "=", "week-done")
    .select(["week", "at", "member.name as by"])
    .orderBy("at", "desc")
    .limit(20)
    .execute();

/** Notes what was found of one look; false when there is no such entry in that week. */
export async function review(room: Room, monday: Day, entryId: string, verdict: Verdict, note: string): Promise<boolean> {
  const { tx, actor } = room;
  const entry = await tx
    .selectFrom("trail.entry")
    .select("id")
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", entryId)
    .where("at", ">=", start(monday))
    .where("at", "<", start(addDays(monday, 7)))
    .executeTakeFirst();
  if (!entry) return false;
  await add(room, { week: monday, entry_id: entryId, verdict, note });
  await leaveTrail(room, { action: "look-reviewed", objectKind: "trail", objectId: entryId, purpose: "review" });
  return true;
}

/** Notes that the looks of a week were reviewed. */
export async function closeWeek(room: Room, monday: Day): Promise<void> {
  await add(room, { week: monday, entry_id: null, verdict: "week-done", note: "" });
  await leaveTrail(room, { action: "week-reviewed", objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "review" });
}

const add = ({ tx, actor, now }: Room, row: { week: Day; entry_id: string | null; verdict: string; note: string }) =>
  tx
    .insertInto("trail.review")
    .values({ municipality_id: actor.municipalityId, id: v7({ msecs: now.getTime() }), at: now, by_member: actor.memberId, ...row })
    .execute();
