import type { Room } from "./database.ts";

/** Who reads the signal has seen the messages about it; without a signal, all of them. */
export async function markSeen({ tx, actor, now }: Room, signalId?: string): Promise<void> {
  await tx
    .updateTable("organisation.message")
    .set({ read_at: now })
    .where("municipality_id", "=", actor.municipalityId)
    .where("member_id", "=", actor.memberId)
    .where("read_at", "is", null)
    .$if(signalId !== undefined, (query) => query.where("signal_id", "=", signalId!))
    .execute();
}
