import type { Room } from "#src/platform/database.ts";
import type { Known } from "./login.ts";

/** The member with this login, if there is one here; both issuer and subject have to be the same. */
export const findKnown = async ({ tx, actor }: Room, issuer: string, subject: string): Promise<Known | undefined> =>
  (await tx
    .selectFrom("organisation.member")
    .select(["id", "roles", "team_id as teamId", "other_team_ids as otherTeamIds", "ended_at as endedAt"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst()) as Known | undefined;

/** The role in which one acted last, of the sessions that are still known. */
export const findLastRole = async ({ tx, actor }: Room): Promise<string | undefined> =>
  (
    await tx
      .selectFrom("organisation.session")
      .select("role")
      .where("municipality_id", "=", actor.municipalityId)
      .where("member_id", "=", actor.memberId)
      .orderBy("seen_at", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.role;
