import { randomUUID } from "node:crypto";
import { holdSignal, recognisable, record } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import type { Which } from "./store.ts";

/** From now on only its author and the privacy officer read this text; the course says that it was shielded. */
export async function shieldText(room: Room, { signalId, position, part }: Which): Promise<void> {
  const signal = await holdSignal(room, signalId);
  if (!signal) return;
  const { numUpdatedRows } = await room.tx
    .updateTable("learning.text")
    .set({ shielded: true })
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("signal_id", "=", signalId)
    .where("position", "=", position)
    .where("part", "=", part)
    .where("shielded", "=", false)
    .executeTakeFirstOrThrow();
  // What is shielded already stays as it is: two clicks are one.
  if (numUpdatedRows === 0n) return;
  await record(room, signal, { kind: "shielded", to: signal.state, codes: { position, part } }, randomUUID());
}

/** Makes a shielded text readable again for those it was for, with the reason in the course of the signal; otherwise why not. */
export async function liftShield(
  room: Room,
  { signalId, position, part }: Which,
  reason: string,
): Promise<"not-found" | "words-missing" | "recognisable" | undefined> {
  const { tx, actor } = room;
  const signal = await holdSignal(room, signalId);
  if (!signal) return "not-found";
  if (reason.trim() === "") return "words-missing";
  if (recognisable({ reason })) return "recognisable";
  const { numUpdatedRows } = await tx
    .updateTable("learning.text")
    .set({ shielded: false })
    .where("municipality_id", "=", actor.municipalityId)
    .where("signal_id", "=", signalId)
    .where("position", "=", position)
    .where("part", "=", part)
    .where("shielded", "=", true)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return "not-found";
  await record(room, signal, { kind: "shield-lifted", to: signal.state, codes: { position, part }, said: { reason } }, randomUUID());
  return undefined;
}
