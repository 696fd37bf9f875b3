import { sql } from "kysely";
import { addDays, type Day } from "#src/kernel/day.ts";
import { looking } from "../actions.ts";
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

const looks = sql`action in (${sql.join(looking)})`;
const logins = sql`(action in ('login', 'session-begun', 'session-ended', 'all-sessions-ended', 'invitation-tried', 'invitation-accepted') or action like 'acts-as-%')`;
const conditions: Record<What, ReturnType<typeof sql<boolean>>> = {
  all: sql<boolean>`true`,
  looks: sql<boolean>`${looks}`,
  changes: sql<boolean>`not ${looks} and not ${logins}`,
  logins: sql<boolean>`${logins}`,
  refusals: sql<boolean>`result = 'refused'`,
};

type Line = Omit<Told, "actorName" | "objectName" | "objectTeam">;

/** The trail of one id: what this person did, and what was done with or seen of this person or text; newest first. */
export async function findTrail(room: Room, asked: Asked, most: number): Promise<Told[]> {
  const { of } = asked;
  // As object and as actor apart: each has an index in this order.
  const lines = of
    ? sql<Line>`(${linesOf(room, asked, sql`object_id = ${of}`, most)}) union (${linesOf(room, asked, sql`actor_id = ${of}`, most)}) order by at desc, id desc limit ${most}`
    : linesOf(room, asked, sql`true`, most);
  const { rows } = await lines.execute(room.tx);
  const [names, begun] = [await namesIn(room), await begunBy(room, rows)];
  return rows.map((line) => ({
    ...line,
    actorName: names.get(line.actorId)?.name ?? null,
    objectName: names.get(line.objectId)?.name ?? null,
    objectTeam: names.get(names.get(begun.get(line.objectId) ?? "")?.teamId ?? "")?.name ?? null,
  }));
}

const linesOf = ({ actor }: Room, { ids, what, from, until, before }: Asked, which: ReturnType<typeof sql>, most: number) => sql<Line>`
  select id, at, action, result, origin, actor_id as "actorId", actor_role as "actorRole", object_kind as "objectKind", object_id as "objectId"
  from trail.entry where municipality_id = ${actor.municipalityId} and ${which} and ${conditions[what]}
    ${ids ? sql`and id = any (${[...ids]}::uuid[])` : sql``}
    ${from ? sql`and at >= (${from}::timestamp at time zone 'Europe/Amsterdam')` : sql``}
    ${until ? sql`and at < (${addDays(until, 1)}::timestamp at time zone 'Europe/Amsterdam')` : sql``}
    ${before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
  order by at desc, id desc limit ${most}`;

/** Names of members and teams by id, with the team of each member. */
async function namesIn({ tx, actor }: Room): Promise<ReadonlyMap<string, { name: string; teamId?: string }>> {
  const members = await tx
    .selectFrom("organisation.member")
    .select(["id", "name", "team_id as teamId"])
    .where("municipality_id", "=", actor.municipalityId)
    .execute();
  const teams = await tx.selectFrom("organisation.team").select(["id", "name"]).where("municipality_id", "=", actor.municipalityId).execute();
  return new Map<string, { name: string; teamId?: string }>([...members, ...teams].map(({ id, ...named }) => [id, named]));
}

/** Who began, released or read in each of these texts first. */
async function begunBy({ tx, actor }: Room, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const texts = [...new Set(lines.filter(({ objectKind }) => objectKind === "draft" || objectKind === "signal").map(({ objectId }) => objectId))];
  const rows = await tx
    .selectFrom("trail.entry")
    .distinctOn("object_id")
    .select(["object_id", "actor_id"])
    .where("municipality_id", "=", actor.municipalityId)
    .where(sql<boolean>`object_id = any (${texts}::uuid[])`)
    .where("action", "in", ["draft-begun", "released", "imported"])
    .orderBy("object_id")
    .orderBy("at")
    .execute();
  return new Map(rows.map(({ object_id, actor_id }) => [object_id, actor_id]));
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
