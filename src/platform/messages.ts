import type { Room } from "./database.ts";

/** Something that happened to a signal, for one member, with why that member is told. */
export type Message = { readonly id: string; readonly kind: string; readonly why: string; readonly signalId: string; readonly position: number; readonly at: Date; readonly isNew: boolean };

/** The latest messages of this member, newest first. */
export async function findMessages({ tx, actor }: Room, most: number): Promise<Message[]> {
  const rows = await tx
    .selectFrom("organisation.message")
    .select(["id", "kind", "why", "signal_id as signalId", "position", "at", "read_at"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("member_id", "=", actor.memberId)
    .orderBy("at", "desc")
    .limit(most)
    .execute();
  return rows.map(({ read_at, ...message }) => ({ ...message, isNew: read_at === null }));
}

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
