import { sql } from "kysely";
import { v7 } from "uuid";
import { addDays, type Day } from "#src/kernel/day.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Look, Moment } from "./unusual.ts";

const takingAlong = ["exported", "exported-municipality", "trail-exported"];
/** What somebody else may change of a member without changing what that member may do. */
const harmless = ["looked", "trail-looked", "trail-exported", "all-sessions-ended"];

/** The first moment of a day in the Netherlands. */
const start = (day: Day) => sql<Date>`(${day}::timestamp at time zone 'Europe/Amsterdam')`;

/** Everything that was looked at or taken along in the week that begins on this Monday. */
export async function findLooks({ tx, actor }: Room, monday: Day): Promise<Look[]> {
  const { rows } = await sql<Omit<Look, "takenAlong"> & { action: string }>`
    with looked as (
      select id, at, action, actor_id, object_kind, object_id from trail.entry
      where municipality_id = ${actor.municipalityId} and action = any (${["looked", "looked-at-invitations", "trail-looked", ...takingAlong]}) and result = 'done'
        and at >= ${start(monday)} and at < ${start(addDays(monday, 7))}),
    written as (
      select distinct object_id, actor_id from trail.entry
      where municipality_id = ${actor.municipalityId} and object_kind = 'draft' and action in ('draft-begun', 'draft-saved', 'draft-taken-over')
        and object_id in (select object_id from looked)),
    begun as (
      select distinct on (e.object_id) e.object_id, m.team_id from trail.entry e
      join organisation.member m on m.municipality_id = e.municipality_id and m.id = e.actor_id
      where e.municipality_id = ${actor.municipalityId} and e.object_kind = 'draft' and e.action = 'draft-begun' and e.object_id in (select object_id from looked)
      order by e.object_id, e.at)
    select l.id, l.at, l.action, l.actor_id as by, m.team_id as "byTeam", l.object_kind as "objectKind", l.object_id as "objectId", b.team_id as "objectTeam",
      w.actor_id is not null as wrote
    from looked l
    left join organisation.member m on m.municipality_id = ${actor.municipalityId} and m.id = l.actor_id
    left join begun b on b.object_id = l.object_id
    left join written w on w.object_id = l.object_id and w.actor_id = l.actor_id
    order by l.at, l.id`.execute(tx);
  return rows.map(({ action, byTeam, objectTeam, ...look }) => ({
    ...look,
    byTeam: byTeam ?? undefined,
    objectTeam: objectTeam ?? undefined,
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
