import type { Actor, Role } from "#src/kernel/actor.ts";
import { addWorkingDays, type Day } from "#src/kernel/day.ts";
import { dayRefused } from "./promise.ts";
import type { Deed, Refusal, Signal } from "./signal.ts";
import type { Choice } from "./words.ts";

// What somebody with a mandate does with a signal that was sent to them.

/** Working days to answer, as a municipality set them; they belong to the bringer: routing and passing on do not lengthen them. */
export type Terms = { readonly harm: number; readonly other: number };

/** The day before which an owner answers. */
export const answerDay = (harm: boolean, from: Day, terms: Terms): Day => addWorkingDays(from, harm ? terms.harm : terms.other);

/** Answers are asked for what got stuck, and for a way around that its bringer wants to be read by somebody with a mandate. */
export function mayAnswer(signal: Signal, by: Actor): Refusal | undefined {
  if (signal.kind === "works") return "not-this-kind";
  if (signal.state !== "open" && signal.state !== "fallen-back") return "not-in-this-state";
  return signal.addressedTo.includes(by.memberId) && mayReceive({ roles: [by.role] }) ? undefined : "not-addressed-to-you";
}

/** Who promises something also says on which day we look whether it held; a no has its reason and needs no such day. */
export function answer(signal: Signal, by: Actor, said: { choice: Choice; text: string; checkpoint: Day | undefined }, today: Day, now: Date): Deed | Refusal {
  const no = mayAnswer(signal, by);
  if (no) return no;
  if (!said.text.trim()) return "words-missing";
  const set = { answerDue: null, routeDue: null, ...(signal.firstAnswerAt === null && { firstAnswerAt: now }) };
  if (said.choice === "no-because")
    return { kind: "refused", to: "refused", codes: { choice: said.choice }, said: { answer: said.text }, set: { ...set, checkpoint: null } };
  const { choice, checkpoint } = said;
  const wrong = dayRefused(checkpoint, today);
  if (wrong || !checkpoint) return wrong ?? "checkpoint-missing";
  return { kind: "answered", to: "answered", codes: { choice, checkpoint }, said: { answer: said.text }, set: { ...set, checkpoint } };
}

/** Somebody to whom a signal can be sent: at least one of these roles. */
export type Receiver = { readonly id: string; readonly roles: readonly Role[]; readonly title: string };
export const mayReceive = ({ roles }: Pick<Receiver, "roles">): boolean => roles.some((role) => ["owner", "executive", "jurist", "official"].includes(role));

/** Passed on to a named role, with what was learnt so far; the bringer's term stays as it was. */
export function passOn(signal: Signal, by: Actor, to: Receiver | undefined, learnt: string): Deed | Refusal {
  const no = mayAnswer(signal, by);
  if (no) return no;
  if (!to || !mayReceive(to) || to.id === by.memberId || to.id === signal.bringerId) return "no-such-receiver";
  if (to.id === signal.askedId) return "already-asked";
  if (!learnt.trim()) return "words-missing";
  return { kind: "passed-on", to: signal.state, codes: { to: to.title }, said: { reason: learnt }, set: { ...askOf(signal, to.id), routeDue: null } };
}

const askOf = (signal: Signal, memberId: string) => ({ askedId: memberId, deputyId: null, addressedTo: [...new Set([...signal.addressedTo, memberId])] });

export function mayRoute(signal: Signal, by: Actor): Refusal | undefined {
  if (by.role !== "facilitator") return "not-a-facilitator";
  if (signal.answerDue === null || (signal.state !== "open" && signal.state !== "fallen-back")) return "not-in-this-state";
  return signal.askedId === null ? undefined : "already-asked";
}

/** Working days after which what nobody can answer comes to the facilitator. */
const routingDays = 2;
export const routeDay = (from: Day): Day => addWorkingDays(from, routingDays);

/** What nobody was asked for, the facilitator sends to somebody who can answer. */
export function route(signal: Signal, by: Actor, to: Receiver | undefined): Deed | Refusal {
  const no = mayRoute(signal, by);
  if (no) return no;
  if (!to || !mayReceive(to) || to.id === signal.bringerId) return "no-such-receiver";
  return { kind: "routed", to: signal.state, codes: { to: to.title }, set: { ...askOf(signal, to.id), routeDue: null } };
}

/** Two working days without anybody to ask: it comes to the facilitators, who may read it from then on. */
export const toFacilitators = (signal: Signal, facilitatorIds: readonly string[]): Deed => ({
  kind: "to-facilitator",
  to: signal.state,
  set: { routeDue: null, addressedTo: [...new Set([...signal.addressedTo, ...facilitatorIds])] },
});

export function mayAskHeld(signal: Signal, by: Actor): Refusal | undefined {
  if (!signal.addressedTo.includes(by.memberId)) return "not-addressed-to-you";
  return signal.state === "answered" || signal.state === "tried" ? undefined : "not-in-this-state";
}

/** An owner may ask whether it holds; only the bringer or the resident says so. */
export const askHeld = (signal: Signal, by: Actor): Deed | Refusal => mayAskHeld(signal, by) ?? { kind: "held-asked", to: signal.state };
