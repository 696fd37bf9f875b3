import { type Actor, inRoom } from "#src/kernel/actor.ts";
import type { Deed, Refusal, Signal } from "./signal.ts";

// The course of what works: a colleague elsewhere takes it up and says whether it held there.

export function mayTakeUp(signal: Signal, by: Actor): Refusal | undefined {
  if (signal.kind !== "works") return "not-this-kind";
  if (!["open", "held-there", "not-here"].includes(signal.state)) return "not-in-this-state";
  if (!inRoom(by.role)) return "role-may-not";
  return by.teamId === signal.teamId ? "own-team" : undefined;
}

export const takeUp = (signal: Signal, by: Actor): Deed | Refusal =>
  mayTakeUp(signal, by) ?? { kind: "taken-up", to: "taken-up", set: { takenById: by.memberId } };

export function mayJudge(signal: Signal, by: Actor): Refusal | undefined {
  if (signal.state !== "taken-up") return "not-in-this-state";
  return signal.takenById === by.memberId ? undefined : "not-taken-up-by-you";
}

export const heldThere = (signal: Signal, by: Actor, text: string): Deed | Refusal =>
  mayJudge(signal, by) ?? { kind: "held-there", to: "held-there", ...(text.trim() && { said: { reason: text } }) };

/** Why it did not work here is what others learn from. */
export function notHere(signal: Signal, by: Actor, text: string): Deed | Refusal {
  const no = mayJudge(signal, by);
  if (no) return no;
  return text.trim() ? { kind: "not-here", to: "not-here", said: { reason: text } } : "words-missing";
}
