import type { Room } from "#src/platform/database.ts";

/** Members, teams and settings of a municipality change one after the other: of two administrators at once, the second decides on what the first left. */
export async function holdOrganisation({ tx, actor }: Room): Promise<void> {
  await tx.selectFrom("organisation.municipality").select("id").where("id", "=", actor.municipalityId).forUpdate().executeTakeFirstOrThrow();
}
