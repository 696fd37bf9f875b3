import { v7 } from "uuid";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Mandate } from "./mandate.ts";

export type Listed = Mandate & { readonly id: string; readonly owner: string; readonly deputy: string | null };

/** The mandate list of this municipality, the most specific first. */
export async function findMandates({ tx, actor }: Room): Promise<Listed[]> {
  const rows = await tx
    .selectFrom("organisation.mandate as mandate")
    .innerJoin("organisation.member as owner", (join) =>
      join.onRef("owner.municipality_id", "=", "mandate.municipality_id").onRef("owner.id", "=", "mandate.owner_id"),
    )
    .leftJoin("organisation.member as deputy", (join) =>
      join.onRef("deputy.municipality_id", "=", "mandate.municipality_id").onRef("deputy.id", "=", "mandate.deputy_id"),
    )
    .where("mandate.municipality_id", "=", actor.municipalityId)
    .select(["mandate.id", "level", "snag", "owner_id as ownerId", "deputy_id as deputyId", "owner.title as owner", "deputy.title as deputy"])
    .orderBy("snag", (order) => order.nullsLast())
    .orderBy("level", (order) => order.nullsLast())
    .execute();
  return rows as Listed[];
}

/** Adds a line; false when this level and place already have somebody. */
export async function addMandate(room: Room, { level, snag, ownerId, deputyId }: Mandate): Promise<boolean> {
  const id = v7();
  const added = await room.tx
    .insertInto("organisation.mandate")
    .values({ municipality_id: room.actor.municipalityId, id, level, snag, owner_id: ownerId, deputy_id: deputyId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return false;
  await leaveTrail(room, { action: "mandate-added", objectKind: "mandate", objectId: id, purpose: "routing" });
  return true;
}

export async function removeMandate(room: Room, id: string): Promise<boolean> {
  const gone = await room.tx
    .deleteFrom("organisation.mandate")
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return false;
  await leaveTrail(room, { action: "mandate-removed", objectKind: "mandate", objectId: id, purpose: "routing" });
  return true;
}
