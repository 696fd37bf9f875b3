import { findListed } from "#src/learning/mandates/index.ts";
import type { Room } from "#src/platform/database.ts";

/** What an administrator is needed for: numbers, no names. */
export type LooseEnds = { readonly mandates: number; readonly invitations: number };

/** Lines of the mandate list that name somebody who left, and invitations that were not accepted in time. */
export async function findLooseEnds(room: Room): Promise<LooseEnds> {
  const { count } = await room.tx
    .selectFrom("organisation.invitation")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("used_at", "is", null)
    .where("ends_at", "<=", room.now)
    .executeTakeFirstOrThrow();
  const left = (await findListed(room)).filter(({ ownerLeft, deputyLeft }) => ownerLeft || deputyLeft);
  return { mandates: left.length, invitations: count };
}
