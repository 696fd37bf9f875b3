import { sql } from "kysely";
import type { Role } from "#src/kernel/actor.ts";
import type { Room } from "#src/platform/database.ts";
import { endAllSessions } from "#src/platform/session.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Member, MemberWish } from "./member.ts";

/** Which members are listed; everything stands in the address. */
export type Filter = {
  readonly q: string;
  readonly team: string | undefined;
  readonly role: Role | undefined;
  /** Without: who works here now. */
  readonly left: "yes" | "all" | undefined;
  readonly page: number;
};
export type ListedMember = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly team: string;
  readonly roles: readonly Role[];
  readonly endedAt: Date | null;
};

export const perPage = 50;

/** Members by name, one page and whether there is another. A look at people, so it leaves a trail. */
export async function findMembers(room: Room, { q, team, role, left, page }: Filter): Promise<{ members: ListedMember[]; more: boolean }> {
  const { tx, actor } = room;
  const rows = await tx
    .selectFrom("organisation.member as member")
    .innerJoin("organisation.team as team", (join) => join.onRef("team.municipality_id", "=", "member.municipality_id").onRef("team.id", "=", "member.team_id"))
    .where("member.municipality_id", "=", actor.municipalityId)
    .$if(q !== "", (query) => query.where(sql<boolean>`position(lower(${q}) in lower(member.name)) > 0`))
    .$if(team !== undefined, (query) => query.where(sql<boolean>`(member.team_id = ${team} or ${team} = any (member.other_team_ids))`))
    .$if(role !== undefined, (query) => query.where(sql<boolean>`${role} = any (member.roles)`))
    .$if(left !== "all", (query) => query.where("member.ended_at", left === "yes" ? "is not" : "is", null))
    .select(["member.id", "member.name", "member.title", "team.name as team", "member.roles", "member.ended_at as endedAt"])
    .orderBy("member.name")
    .orderBy("member.id")
    .offset((page - 1) * perPage)
    .limit(perPage + 1)
    .execute();
  if (rows.length > 0) await leaveTrail(room, { action: "looked", objectKind: "municipality", objectId: actor.municipalityId, purpose: "members" });
  return { members: rows.slice(0, perPage) as ListedMember[], more: rows.length > perPage };
}

/** One member with everything an administrator keeps. A look at a person, so it leaves a trail. */
export async function findMember(room: Room, id: string): Promise<Member | undefined> {
  const member = await room.tx
    .selectFrom("organisation.member")
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .select([
      "id",
      "name",
      "title",
      "email",
      "roles",
      "team_id as teamId",
      "other_team_ids as otherTeamIds",
      "laws",
      "language",
      "ended_at as endedAt",
      "version",
    ])
    .executeTakeFirst();
  if (member) await leaveTrail(room, { action: "looked", objectKind: "member", objectId: id, purpose: "members" });
  return member as Member | undefined;
}

/** How many administrators still work here, besides this member. */
export async function countOtherAdministrators({ tx, actor }: Room, memberId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("organisation.member")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "<>", memberId)
    .where("ended_at", "is", null)
    .where(sql<boolean>`'administrator' = any (roles)`)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether somebody else who works here has this address. */
export async function isTaken({ tx, actor }: Room, email: string, besides?: string): Promise<boolean> {
  const found = await tx
    .selectFrom("organisation.member")
    .select("id")
    .where("municipality_id", "=", actor.municipalityId)
    .where("ended_at", "is", null)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .$if(besides !== undefined, (query) => query.where("id", "<>", besides!))
    .executeTakeFirst();
  return found !== undefined;
}

/** Writes a member over the version somebody saw; false when it was changed meanwhile. */
export async function changeMember(room: Room, { id, roles }: Member, wish: MemberWish & { teamId: string }, version: number): Promise<boolean> {
  const { name, title, email, teamId, otherTeamIds, laws, language } = wish;
  const set = {
    name,
    title,
    email: email || null,
    // In the first role a session begins: who keeps roles keeps their order.
    roles: [...roles.filter((role) => wish.roles.includes(role)), ...wish.roles.filter((role) => !roles.includes(role))],
    team_id: teamId,
    other_team_ids: otherTeamIds.filter((other) => other !== teamId),
    laws: [...laws],
    language,
  };
  if (!(await change(room, id, set, version))) return false;
  await leaveTrail(room, { action: "member-changed", objectKind: "member", objectId: id, purpose: "members" });
  const [given, taken] = [wish.roles.filter((role) => !roles.includes(role)), roles.filter((role) => !wish.roles.includes(role))];
  for (const action of [...given.map((role) => `role-given-${role}`), ...taken.map((role) => `role-taken-${role}`)])
    await leaveTrail(room, { action, objectKind: "member", objectId: id, purpose: "members" });
  return true;
}

/** Somebody leaves: from the next request on no session is theirs. */
export async function letGo(room: Room, { id, version }: Member): Promise<void> {
  await change(room, id, { ended_at: room.now }, version);
  await endAllSessions(room, id);
  await leaveTrail(room, { action: "member-let-go", objectKind: "member", objectId: id, purpose: "members" });
}

/** Somebody comes back, as they were; sessions from before stay ended. */
export async function bringBack(room: Room, { id, version }: Member): Promise<void> {
  await change(room, id, { ended_at: null }, version);
  await leaveTrail(room, { action: "member-brought-back", objectKind: "member", objectId: id, purpose: "members" });
}

type Columns = {
  name?: string;
  title?: string;
  email?: string | null;
  roles?: string[];
  team_id?: string;
  other_team_ids?: string[];
  laws?: string[];
  language?: string;
  ended_at?: Date | null;
};

async function change(room: Room, id: string, set: Columns, version: number): Promise<boolean> {
  const changed = await room.tx
    .updateTable("organisation.member")
    .set({ ...set, version: version + 1 })
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
