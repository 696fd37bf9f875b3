import { v7 } from "uuid";
import { nobody, type Room } from "./database.ts";

/** One thing done or looked at: ids and codes, never words. */
export type Entry = {
  readonly action: string;
  readonly objectKind: "draft" | "signal" | "mandate" | "member" | "municipality";
  readonly objectId: string;
  readonly purpose: string;
};

/** Writes the entry in the same transaction as the deed or look itself, so that neither exists without the other. */
export async function leaveTrail({ tx, actor, now }: Room, { action, objectKind, objectId, purpose }: Entry): Promise<void> {
  await tx
    .insertInto("trail.entry")
    .values({
      municipality_id: actor.municipalityId,
      id: v7({ msecs: now.getTime() }),
      at: now,
      action,
      object_kind: objectKind,
      object_id: objectId,
      result: "done",
      origin: actor.memberId === nobody ? "job" : "web",
      actor_id: actor.memberId,
      actor_role: actor.role,
      represents: actor.represents ?? null,
      purpose,
    })
    .execute();
}
