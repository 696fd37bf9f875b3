import { type Finding, findings } from "#src/language/deidentify/deidentify.ts";
import type { Room } from "#src/platform/database.ts";
import { findCourse } from "./course.ts";
import type { Deed, Fact, Part, Refusal, Signal } from "./signal.ts";
import { holdSignal, record } from "./store.ts";
import type { State } from "./words.ts";

/** Words in which somebody is recognisable for certain: they do not enter the learning room. */
export type Recognisable = { readonly refusal: "recognisable"; readonly found: Readonly<Partial<Record<Part, readonly Finding[]>>> };

/** The one check that every text passes before it enters the learning room, whoever says it. */
export function recognisable(said: Readonly<Partial<Record<Part, string>>>): Recognisable | undefined {
  const found = Object.entries(said).map(([part, text]) => [part, findings(text).filter(({ certain }) => certain)] as const);
  return found.some(([, list]) => list.length > 0) ? { refusal: "recognisable", found: Object.fromEntries(found) } : undefined;
}

export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly why: "not-found" }
  | { readonly done: false; readonly why: Refusal | "changed-meanwhile" | "recognisable"; readonly signal: Signal; readonly course: Fact[] };

/**
 * Holds the signal, lets the rule decide, checks the words and writes the fact, in the room's one transaction.
 * `seen` is the state the person saw, for deeds that follow from it: what changed meanwhile is shown first. The same `deedId` again is done already.
 */
export async function perform(
  room: Room,
  id: string,
  deedId: string,
  seen: State | undefined,
  rule: (signal: Signal, course: Fact[]) => Deed | Refusal,
): Promise<Outcome> {
  const signal = await holdSignal(room, id);
  if (!signal) return { done: false, why: "not-found" };
  const course = await findCourse(room, id);
  const refused = (why: Refusal | "changed-meanwhile" | "recognisable"): Outcome => ({ done: false, why, signal, course });
  if (course.some(({ deed }) => deed === deedId)) return { done: true };
  if (seen !== undefined && seen !== signal.state) return refused("changed-meanwhile");
  const deed = rule(signal, course);
  if (typeof deed === "string") return refused(deed);
  if (recognisable(deed.said ?? {})) return refused("recognisable");
  await record(room, signal, deed, deedId);
  return { done: true };
}
