import { sql } from "kysely";
import type { Role } from "#src/kernel/actor.ts";
import type { Room } from "#src/platform/database.ts";
import { mostWrong } from "#src/platform/invitation/store.ts";
import { leaveTrail } from "#src/platform/trail.ts";

/** Somebody who was invited and did not come in yet; `passed`: it can no longer be accepted. */
export type Invited = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly teamId: string;
  readonly team: string;
  readonly endsAt: Date;
  readonly passed: boolean;
};

const rows = ({ tx, actor }: Room) =>
  tx
    .selectFrom("organisation.invitation as invitation")
    .innerJoin("organisation.team as team", (join) =>
      join.onRef("team.municipality_id", "=", "invitation.municipality_id").onRef("team.id", "=", "invitation.team_id"),
    )
    .where("invitation.municipality_id", "=", actor.municipalityId)
    .where("used_at", "is", null)
    .select([
      "invitation.id",
      "invitation.name",
      "invitation.title",
      "invitation.email",
      "invitation.roles",
      "invitation.team_id as teamId",
      "team.name as team",
      "ends_at as endsAt",
      "wrong_tries as wrongTries",
    ]);
type Row = Omit<Invited, "passed" | "roles"> & { roles: string[]; wrongTries: number };

const asInvited = ({ wrongTries, ...row }: Row, now: Date): Invited => ({
  ...row,
  roles: row.roles as Role[],
  passed: row.endsAt <= now || wrongTries >= mostWrong,
});

/** Who was invited and is not here yet, the newest first. A look at people, so it leaves a trail. */
export async function findInvited(room: Room): Promise<Invited[]> {
  const found = await rows(room).orderBy("ends_at", "desc").limit(100).execute();
  if (found.length > 0)
    await leaveTrail(room, { action: "looked-at-invitations", objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "members" });
  return found.map((row) => asInvited(row, room.now));
}

/** Whether somebody with this address was invited and can still accept that. */
export async function isInvited({ tx, actor, now }: Room, email: string): Promise<boolean> {
  const found = await tx
    .selectFrom("organisation.invitation")
    .select("id")
    .where("municipality_id", "=", actor.municipalityId)
    .where("used_at", "is", null)
    .where("ends_at", ">", now)
    .where("wrong_tries", "<", mostWrong)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return found !== undefined;
}

/** One invitation that was not accepted, taken away: to invite anew, or not at all. */
export async function takeInvitation(room: Room, id: string): Promise<Invited | undefined> {
  const row = await rows(room).where("invitation.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  await room.tx.deleteFrom("organisation.invitation").where("municipality_id", "=", room.actor.municipalityId).where("id", "=", id).execute();
  await leaveTrail(room, { action: "invitation-withdrawn", objectKind: "invitation", objectId: id, purpose: "members" });
  return asInvited(row, room.now);
}
