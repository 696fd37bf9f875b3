import { addDays, type Day } from "#src/kernel/day.ts";
import type { Refusal } from "./signal.ts";

/** Farther than two years ahead is a slip of the pen, and nobody would look then. */
const farthest = 731;

/** Why a day cannot be the one on which we look; undefined when it can. */
export function dayRefused(day: Day | undefined, today: Day): Extract<Refusal, `checkpoint-${string}`> | undefined {
  if (!day) return "checkpoint-missing";
  if (day <= today) return "checkpoint-passed";
  return day > addDays(today, farthest) ? "checkpoint-too-far" : undefined;
}
