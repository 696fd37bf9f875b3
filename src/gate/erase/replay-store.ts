import type { Ground, Part } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { type Erased, eraseDraft, eraseText } from "./store.ts";

/** A tombstone as a list of erasures has it. */
export type Tombstone = {
  readonly id: string;
  readonly objectKind: "signal" | "draft";
  readonly objectId: string;
  readonly position: number | null;
  readonly part: Part;
  readonly wordsHash: Buffer;
  readonly erasedAt: Date;
  readonly erasedByRole: string;
  readonly ground: Ground;
};

/**
 * Erases again, in what was just restored from an older copy, what was erased after that copy was made; and keeps the tombstones
 * themselves. A draft that was released afterwards, and erased in part, is emptied whole.
 */
export async function replayErasures(room: Room, key: Buffer, tombstones: readonly Tombstone[]): Promise<Erased> {
  const done = { texts: 0, drafts: 0 };
  for (const { objectKind, objectId, position, part, ground } of await unknown(room, tombstones)) {
    const ofText = objectKind === "signal" && position !== null ? await eraseText(room, key, { signalId: objectId, position, part }, ground) : undefined;
    const written = objectKind === "draft" || position === 1;
    const ofDraft = !ofText && written ? await eraseDraft(room, key, objectId, ground) : undefined;
    done.texts += (ofText?.texts ?? 0) + (ofDraft?.texts ?? 0);
    done.drafts += (ofText?.drafts ?? 0) + (ofDraft?.drafts ?? 0);
  }
  return done;
}

/** Keeps the tombstones that were not here yet, and returns those. */
async function unknown({ tx, actor }: Room, tombstones: readonly Tombstone[]): Promise<Tombstone[]> {
  const fresh: Tombstone[] = [];
  for (const tombstone of tombstones) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("learning.tombstone")
      .values({
        municipality_id: actor.municipalityId,
        id: tombstone.id,
        object_kind: tombstone.objectKind,
        object_id: tombstone.objectId,
        position: tombstone.position,
        part: tombstone.part,
        words_hash: tombstone.wordsHash,
        erased_at: tombstone.erasedAt,
        erased_by_role: tombstone.erasedByRole,
        ground: tombstone.ground,
      })
      .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) fresh.push(tombstone);
  }
  return fresh;
}
