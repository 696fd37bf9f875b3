import type { Room } from "#src/platform/database.ts";
import type { Fictitious } from "./who-page.tsx";

/** The pseudonym of the fictitious resident for whom the demonstration's advocate acts. */
export const represented = "0190a1b2-0000-7000-8000-000000000001";

/** Everybody of the demonstration municipality, by team. */
export async function findFictitious({ tx, actor }: Room): Promise<(Fictitious & { teamId: string })[]> {
  const rows = await tx
    .selectFrom("organisation.member as member")
    .innerJoin("organisation.team as team", (join) => join.onRef("team.municipality_id", "=", "member.municipality_id").onRef("team.id", "=", "member.team_id"))
    .where("member.municipality_id", "=", actor.municipalityId)
    .where("member.issuer", "=", "demo")
    .where("member.ended_at", "is", null)
    .select(["member.id", "member.name", "member.title", "team.name as team", "member.roles", "member.team_id as teamId"])
    .orderBy("team.kind")
    .orderBy("team.name")
    .orderBy("member.name")
    .execute();
  return rows as (Fictitious & { teamId: string })[];
}
