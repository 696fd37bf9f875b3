import type { Actor } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { answerDay, routeDay, type Terms } from "./answer.ts";
import { dayRefused } from "./promise.ts";
import type { Deed, Refusal, Signal } from "./signal.ts";
import type { State } from "./words.ts";

// What happens after an answer: trying it, and looking whether it held. Only the bringer (or the resident) says that it did.

const byBringer = (signal: Signal, by: Actor, ...from: State[]): Refusal | undefined => {
  if (signal.bringerId !== by.memberId) return "not-the-bringer";
  return from.includes(signal.state) ? undefined : "not-in-this-state";
};

export function mayTry(signal: Signal, by: Actor): Refusal | undefined {
  if (signal.bringerId !== by.memberId && signal.askedId !== by.memberId) return "not-the-bringer";
  return signal.state === "answered" ? undefined : "not-in-this-state";
}

/** The bringer or whoever answered says that it was tried. */
export const tried = (signal: Signal, by: Actor, text: string): Deed | Refusal => mayTry(signal, by) ?? { kind: "tried", to: "tried", ...reason(text) };

export function mayHold(signal: Signal, by: Actor, today: Day): Refusal | undefined {
  return byBringer(signal, by, "tried") ?? (signal.checkpoint !== null && today < signal.checkpoint ? "before-checkpoint" : undefined);
}

/** At the checkpoint, not before: it held. */
export const hold = (signal: Signal, by: Actor, text: string, today: Day): Deed | Refusal =>
  mayHold(signal, by, today) ?? { kind: "held", to: "held", ...reason(text), set: { checkpoint: null } };

export const mayFallBack = (signal: Signal, by: Actor): Refusal | undefined => byBringer(signal, by, "tried");

/** It fell back: whoever was asked answers again, within a new term. */
export const fallBack = (signal: Signal, by: Actor, text: string, today: Day, terms: Terms): Deed | Refusal =>
  mayFallBack(signal, by) ?? { kind: "fallen-back", to: "fallen-back", ...reason(text), set: again(signal, today, terms) };

export const mayNotSolved = (signal: Signal, by: Actor): Refusal | undefined =>
  signal.kind === "works" ? "not-this-kind" : byBringer(signal, by, "answered", "tried", "held", "refused", "stays");

/** One click, no reason needed: it is open again, with a new term. */
export const notSolved = (signal: Signal, by: Actor, today: Day, terms: Terms): Deed | Refusal =>
  mayNotSolved(signal, by) ?? { kind: "not-solved", to: "open", set: again(signal, today, terms) };

export const mayStay = (signal: Signal, by: Actor): Refusal | undefined =>
  signal.kind === "works" ? "not-this-kind" : byBringer(signal, by, "open", "answered", "tried", "refused", "fallen-back", "stays");

/** It cannot be solved, we stay near: with the next day on which somebody looks. */
export function stay(signal: Signal, by: Actor, said: { text: string; next: Day | undefined }, today: Day): Deed | Refusal {
  const no = mayStay(signal, by);
  if (no) return no;
  const wrong = dayRefused(said.next, today);
  if (wrong || !said.next) return wrong ?? "checkpoint-missing";
  return {
    kind: "stays",
    to: "stays",
    codes: { checkpoint: said.next },
    ...reason(said.text),
    set: { checkpoint: said.next, answerDue: null, routeDue: null },
  };
}

/** A way around that nobody was asked about keeps no term; something stuck that nobody was asked for comes to the facilitator again. */
const again = (signal: Signal, today: Day, terms: Terms) => {
  const expected = signal.kind === "stuck" || signal.askedId !== null;
  return {
    checkpoint: null,
    withoutMoney: null,
    answerDue: expected ? answerDay(signal.harm, today, terms) : null,
    routeDue: expected && signal.askedId === null ? routeDay(today) : null,
  };
};

const reason = (text: string) => (text.trim() ? { said: { reason: text } } : {});
