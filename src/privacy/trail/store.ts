import { sql } from "kysely";
import { addDays, type Day } from "#src/kernel/day.ts";
import type { Room } from "#src/platform/database.ts";

/** One entry of the trail with the names that belong to it; of a text only whose team it is of. */
export type Told = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly result: string;
  readonly origin: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly actorName: string | null;
  readonly objectKind: string;
  readonly objectId: string;
  /** The member, or the team of who began the text. */
  readonly objectName: string | null;
  readonly objectTeam: string | null;
};

export const whats = ["all", "looks", "changes", "logins", "refusals"] as const;
export type What = (typeof whats)[number];

/** What one asks of the trail: of a person, a text or whatever has an id; everything stands in the address. */
export type Asked = {
  readonly of?: string | undefined;
  /** Only these entries. */
  readonly ids?: readonly string[] | undefined;
  readonly what: What;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly before?: { readonly at: string; readonly id: string } | undefined;
};

const looks = sql`action in ('looked', 'looked-at-invitations', 'trail-looked', 'exported', 'exported-municipality', 'trail-exported')`;
const logins = sql`(action in ('login', 'session-begun', 'session-ended', 'all-sessions-ended', 'invitation-tried', 'invitation-accepted') or action like 'acts-as-%')`;
const conditions: Record<What, ReturnType<typeof sql<boolean>>> = {
  all: sql<boolean>`true`,
  looks: sql<boolean>`${looks}`,
  changes: sql<boolean>`not ${looks} and not ${logins}`,
  logins: sql<boolean>`${logins}`,
  refusals: sql<boolean>`result = 'refused'`,
};

/** The trail of one id: what this person did, and what was done with or seen of this person or text; newest first. */
export async function findTrail({ tx, actor }: Room, { of, ids, what, from, until, before }: Asked, most: number): Promise<Told[]> {
  const here = actor.municipalityId;
  const { rows } = await sql<Told>`
    with told as (
      select * from trail.entry where municipality_id = ${here} and ${conditions[what]}
        ${of ? sql`and (object_id = ${of} or actor_id = ${of})` : sql``}
        ${ids ? sql`and id = any (${[...ids]}::uuid[])` : sql``}
        ${from ? sql`and at >= (${from}::timestamp at time zone 'Europe/Amsterdam')` : sql``}
        ${until ? sql`and at < (${addDays(until, 1)}::timestamp at time zone 'Europe/Amsterdam')` : sql``}
        ${before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
      order by at desc, id desc limit ${most}),
    begun as (
      select distinct on (e.object_id) e.object_id, t.name from trail.entry e
      join organisation.member m on m.municipality_id = e.municipality_id and m.id = e.actor_id
      join organisation.team t on t.municipality_id = m.municipality_id and t.id = m.team_id
      where e.municipality_id = ${here} and e.action in ('draft-begun', 'released', 'imported') and e.object_id in (select object_id from told)
      order by e.object_id, e.at)
    select e.id, e.at, e.action, e.result, e.origin, e.actor_id as "actorId", e.actor_role as "actorRole", who.name as "actorName",
      e.object_kind as "objectKind", e.object_id as "objectId", coalesce(whom.name, team.name) as "objectName", b.name as "objectTeam"
    from told e
    left join organisation.member who on who.municipality_id = ${here} and who.id = e.actor_id
    left join organisation.member whom on whom.municipality_id = ${here} and whom.id = e.object_id
    left join organisation.team team on team.municipality_id = ${here} and team.id = e.object_id
    left join begun b on b.object_id = e.object_id
    order by e.at desc, e.id desc`.execute(tx);
  return rows;
}

export type Person = { readonly id: string; readonly name: string; readonly title: string; readonly team: string };

/** Everybody of the municipality, to choose from; those who left as well, because what they did stays. */
export const findPeople = ({ tx, actor }: Room): Promise<Person[]> =>
  tx
    .selectFrom("organisation.member as member")
    .innerJoin("organisation.team as team", (join) => join.onRef("team.municipality_id", "=", "member.municipality_id").onRef("team.id", "=", "member.team_id"))
    .where("member.municipality_id", "=", actor.municipalityId)
    .select(["member.id", "member.name", "member.title", "team.name as team"])
    .orderBy("member.name")
    .execute();
