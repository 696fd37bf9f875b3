import type { Why } from "#src/gate/deliver/recipients.ts";
import type { Rhythm } from "#src/kernel/rhythm.ts";
import type { FactKind } from "#src/learning/signals/index.ts";

export type MailKind = "at-once" | "digest";

/** Addressed to this very person: something is asked of them, or they get the answer they waited for. Everything else waits for the morning. */
const direct: Partial<Record<FactKind, readonly Why[]>> = {
  released: ["asked", "reader"],
  widened: ["reader"],
  "passed-on": ["asked"],
  routed: ["asked"],
  "to-facilitator": ["facilitator"],
  answered: ["bringer"],
  refused: ["bringer"],
  "held-asked": ["bringer"],
  "fallen-back": ["asked"],
  "not-solved": ["asked"],
};

/** Nothing is left to look at: the first page says it, no e-mail does. */
const unmailed: readonly FactKind[] = ["withdrawn"];

/** With which e-mail somebody hears of a fact, besides the first page; undefined: with none. */
export function mailFor(kind: FactKind, why: Why, rhythm: Rhythm): MailKind | undefined {
  if (rhythm === "none" || unmailed.includes(kind)) return undefined;
  return rhythm === "at-once" || direct[kind]?.includes(why) ? "at-once" : "digest";
}
