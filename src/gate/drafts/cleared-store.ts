import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";

/** Keeps which doubtful words the writer said are nobody; they stay with the draft, whoever writes on and whatever changes in the text. */
export async function saveCleared(room: Room, draftId: string, cleared: readonly string[]): Promise<void> {
  const { tx, actor } = room;
  await tx
    .updateTable("draft.draft")
    .set({ cleared: [...cleared] })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", draftId)
    .where("member_id", "=", actor.memberId)
    .execute();
  await leaveTrail(room, { action: "draft-answered", objectKind: "draft", objectId: draftId, purpose: "writing" });
}
