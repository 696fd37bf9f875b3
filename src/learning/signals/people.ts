import type { Role } from "#src/kernel/actor.ts";
import type { Room } from "#src/platform/database.ts";
import { mayReceive, type Receiver } from "./answer.ts";

/** Somebody one can choose: by what they do and where, the name only to choose by. */
export type Colleague = { readonly id: string; readonly name: string; readonly title: string; readonly team: string; readonly roles: readonly Role[] };

/** Everybody of this municipality in one of these roles, but oneself. */
export async function findColleagues({ tx, actor }: Room, roles: readonly Role[]): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom("organisation.member as member")
    .innerJoin("organisation.team as team", (join) => join.onRef("team.municipality_id", "=", "member.municipality_id").onRef("team.id", "=", "member.team_id"))
    .where("member.municipality_id", "=", actor.municipalityId)
    .where("member.id", "<>", actor.memberId)
    .where("member.ended_at", "is", null)
    .select(["member.id", "member.name", "member.title", "team.name as team", "member.roles"])
    .orderBy("team.name")
    .orderBy("member.title")
    .execute();
  return (rows as Colleague[]).filter((colleague) => colleague.roles.some((role) => roles.includes(role)));
}

export const inTheRoom: readonly Role[] = ["professional", "facilitator"];
export const canAnswer: readonly Role[] = ["owner", "executive", "jurist", "official"];

export async function findReceiver(room: Room, id: string | undefined): Promise<Receiver | undefined> {
  if (!id) return undefined;
  const row = await room.tx
    .selectFrom("organisation.member")
    .select(["id", "roles", "title"])
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  const receiver = row as Receiver | undefined;
  return receiver && mayReceive(receiver) ? receiver : undefined;
}
