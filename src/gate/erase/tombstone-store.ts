import { sql } from "kysely";
import { v7 } from "uuid";
import type { Ground, Part } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { wordsHash } from "#src/platform/words-hash.ts";

/** Which words go, and where they stood. */
export type Grave = { objectKind: "signal" | "draft"; objectId: string; position: number | null; part: Part; words: string };

/** What stays of words that are erased: where they stood, a keyed hash, when, by which role and why. */
export const bury = ({ tx, actor, now }: Room, key: Buffer, { objectKind, objectId, position, part, words }: Grave, ground: Ground) =>
  tx
    .insertInto("learning.tombstone")
    .values({
      municipality_id: actor.municipalityId,
      id: v7({ msecs: now.getTime() }),
      object_kind: objectKind,
      object_id: objectId,
      position,
      part,
      words_hash: wordsHash(key, words),
      erased_at: now,
      erased_by_role: actor.role,
      ground,
    })
    .execute();

/** Of these words those that were erased here, with the moment: whatever is read in leaves them out. */
export async function erasedAmong({ tx, actor }: Pick<Room, "tx" | "actor">, key: Buffer, said: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const hashes = new Map([...new Set(said)].map((words) => [wordsHash(key, words).toString("hex"), words]));
  const found = new Map<string, Date>();
  if (hashes.size === 0) return found;
  const rows = await tx
    .selectFrom("learning.tombstone")
    .select(["words_hash", "erased_at"])
    .where("municipality_id", "=", actor.municipalityId)
    .where(sql<boolean>`words_hash = any (${[...hashes.keys()].map((hash) => Buffer.from(hash, "hex"))}::bytea[])`)
    .execute();
  const known = new Map(rows.map(({ words_hash, erased_at }) => [words_hash.toString("hex"), erased_at]));
  for (const words of said) {
    const at = known.get(wordsHash(key, words).toString("hex"));
    if (at) found.set(words, at);
  }
  return found;
}
