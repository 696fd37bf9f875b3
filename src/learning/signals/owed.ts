import { type Day, workingDaysBetween } from "#src/kernel/day.ts";
import type { Signal } from "./signal.ts";

/** What still has to happen to a signal, by whom and by when; what a line leaves open at its end. */
export type Owed =
  | { readonly what: "answer"; readonly who: string; readonly day: Day; readonly workingDaysLeft: number }
  | { readonly what: "routing"; readonly day: Day | null }
  | { readonly what: "checkpoint"; readonly day: Day; readonly reached: boolean; readonly unconfirmed: boolean }
  | { readonly what: "staying"; readonly day: Day; readonly reached: boolean };

type Owing = Pick<Signal, "state" | "answerDue" | "routeDue" | "checkpoint" | "askedTitle">;

/** Silence after a checkpoint reads "not confirmed" from the sixth working day on. */
const silence = 5;

export function owed({ state, answerDue, routeDue, checkpoint, askedTitle }: Owing, today: Day): Owed | undefined {
  if ((state === "open" || state === "fallen-back") && answerDue) {
    return askedTitle
      ? { what: "answer", who: askedTitle, day: answerDue, workingDaysLeft: workingDaysBetween(today, answerDue) }
      : { what: "routing", day: routeDue };
  }
  if (!checkpoint) return undefined;
  if (state === "stays") return { what: "staying", day: checkpoint, reached: checkpoint <= today };
  return {
    what: "checkpoint",
    day: checkpoint,
    reached: checkpoint <= today,
    unconfirmed: checkpoint < today && workingDaysBetween(checkpoint, today) > silence,
  };
}

/** Somebody owes an answer, and its last day has passed. */
export const isOverdue = ({ state, answerDue }: Pick<Owing, "state" | "answerDue">, today: Day): boolean =>
  answerDue !== null && answerDue < today && (state === "open" || state === "fallen-back");
