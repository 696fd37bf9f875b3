import type { Actor } from "#src/kernel/actor.ts";
import type { Deed, Fact, FactKind, Refusal, Signal } from "./signal.ts";
import { standing } from "./signal.ts";

/** What a resident whose voice it is should hear of. */
export const tellable: readonly FactKind[] = ["reply", "answered", "refused", "passed-on"];

/** Whether something happened that the resident, whose voice this is, was not told yet. */
export function mayTell(signal: Signal, by: Actor, course: readonly Fact[]): Refusal | undefined {
  if (signal.bringerId !== by.memberId) return "not-the-bringer";
  if (signal.voice !== "resident" && signal.voice !== "confidant") return "no-resident";
  return standing(course).some(({ kind, position, byMember }) => tellable.includes(kind) && position > signal.toldPosition && byMember !== by.memberId)
    ? undefined
    : "already-said";
}

/** The bringer carried the reply back to the resident. */
export const tell = (signal: Signal, by: Actor, course: readonly Fact[]): Deed | Refusal =>
  mayTell(signal, by, course) ?? { kind: "told", to: signal.state, set: { toldPosition: signal.version } };
