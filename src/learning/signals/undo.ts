import type { Actor } from "#src/kernel/actor.ts";
import type { Deed, Fact, FactKind, Refusal, Signal } from "./signal.ts";

/** What was done less than this long ago can be undone; messages about it leave only afterwards. */
export const undoSeconds = 30;

const lasting: readonly FactKind[] = ["undone", "shielded", "shield-lifted", "erased", "to-facilitator"];

/** The last fact, when this person did it just now and it can be undone. */
export function undoable(by: Actor, course: readonly Fact[], now: Date): Fact | undefined {
  const last = course.at(-1);
  if (!last || last.byMember !== by.memberId || lasting.includes(last.kind) || last.codes["takenBack"]) return undefined;
  return now.getTime() - last.at.getTime() < undoSeconds * 1000 ? last : undefined;
}

/** Puts back what the last deed changed, as a fact of its own: nothing is overwritten. Who was asked has read it and stays addressed. */
export function undo(signal: Signal, by: Actor, course: readonly Fact[], now: Date): Deed | Refusal {
  const last = undoable(by, course, now);
  // A release is taken back by the gate, which alone can make a draft of it again.
  if (!last || last.kind === "released") return "nothing-to-undo";
  const state = course.at(-2)?.state ?? signal.state;
  return { kind: "undone", to: state, codes: { position: last.position }, set: last.before };
}
