import { sql } from "kysely";
import { v7 } from "uuid";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { InTeam, Team, TeamKind } from "./team.ts";

const rows = ({ tx, actor }: Room) =>
  tx
    .selectFrom("organisation.team as team")
    .where("team.municipality_id", "=", actor.municipalityId)
    .select(["team.id", "team.name", "team.kind", "team.ended_at as endedAt", "team.version"]);

/** Every team, those that ended included, by kind and name. */
export const findTeams = (room: Room): Promise<Team[]> => rows(room).orderBy("team.kind").orderBy("team.name").execute() as Promise<Team[]>;

export const findTeam = (room: Room, id: string): Promise<Team | undefined> =>
  rows(room).where("team.id", "=", id).executeTakeFirst() as Promise<Team | undefined>;

/** How many people work in each team; numbers, no names. */
export async function countInTeams({ tx, actor }: Room): Promise<ReadonlyMap<string, number>> {
  const counts = await tx
    .selectFrom("organisation.member")
    .select(({ fn }) => ["team_id", fn.countAll<number>().as("count")])
    .where("municipality_id", "=", actor.municipalityId)
    .where("ended_at", "is", null)
    .groupBy("team_id")
    .execute();
  return new Map(counts.map(({ team_id, count }) => [team_id, count]));
}

/** Who is in a team, reads along or was invited to it. A look at people, so it leaves a trail. */
export async function findInTeam(room: Room, teamId: string): Promise<InTeam[]> {
  const { tx, actor, now } = room;
  const members = await tx
    .selectFrom("organisation.member")
    .select(["id", "name", "title", "team_id"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("ended_at", "is", null)
    .where(({ or, eb }) => or([eb("team_id", "=", teamId), sql<boolean>`${teamId} = any (other_team_ids)`]))
    .orderBy("name")
    .execute();
  const invited = await tx
    .selectFrom("organisation.invitation")
    .select(["name", "title"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("team_id", "=", teamId)
    .where("used_at", "is", null)
    .where("ends_at", ">", now)
    .orderBy("name")
    .execute();
  const found = [
    ...members.map(({ id, name, title, team_id }) => ({ id, name, title, as: team_id === teamId ? ("member" as const) : ("reader" as const) })),
    ...invited.map((person) => ({ id: undefined, ...person, as: "invited" as const })),
  ];
  if (found.length > 0) await leaveTrail(room, { action: "looked", objectKind: "team", objectId: teamId, purpose: "members" });
  return found;
}

export async function addTeam(room: Room, name: string, kind: TeamKind): Promise<string> {
  const id = v7({ msecs: room.now.getTime() });
  await room.tx.insertInto("organisation.team").values({ municipality_id: room.actor.municipalityId, id, name, kind }).execute();
  await leaveTrail(room, { action: "team-added", objectKind: "team", objectId: id, purpose: "members" });
  return id;
}

type Change = { readonly name?: string; readonly kind?: TeamKind; readonly ended_at?: Date | null };

/** Changes a team over the version somebody saw; false when it was changed meanwhile. */
export async function changeTeam(room: Room, { id, version }: Pick<Team, "id" | "version">, set: Change, action: string): Promise<boolean> {
  const changed = await room.tx
    .updateTable("organisation.team")
    .set({ ...set, version: version + 1 })
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await leaveTrail(room, { action, objectKind: "team", objectId: id, purpose: "members" });
  return true;
}
