import { v7 } from "uuid";
import type { Room } from "./database.ts";

/** One thing done or looked at, or refused: ids and codes, never words. A look has the action `looked`. */
export type Entry = {
  readonly action: string;
  readonly objectKind: "draft" | "signal" | "text" | "mandate" | "member" | "team" | "municipality" | "session" | "invitation" | "retention" | "trail";
  readonly objectId: string;
  readonly purpose: string;
  readonly result?: "done" | "refused";
};

/**
 * Writes the entry in the same transaction as the deed or look itself, so that neither exists without the other. What is refused
 * is written with result "refused" in a transaction that stays; of somebody who is not logged in, `asVisitor`.
 */
export async function leaveTrail({ tx, actor, now, origin }: Room, entry: Entry): Promise<void> {
  await tx
    .insertInto("trail.entry")
    .values({
      municipality_id: actor.municipalityId,
      id: v7({ msecs: now.getTime() }),
      at: now,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: entry.objectId,
      result: entry.result ?? "done",
      origin: origin,
      actor_id: actor.memberId,
      actor_role: actor.role,
      represents: actor.represents ?? null,
      purpose: entry.purpose,
    })
    .execute();
}
