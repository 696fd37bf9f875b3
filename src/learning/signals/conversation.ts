import { type Actor, inRoom } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { dayRefused } from "./promise.ts";
import type { Deed, Fact, Refusal, Signal } from "./signal.ts";
import { standing } from "./signal.ts";
import { audiences, type Audience } from "./words.ts";

// What colleagues and the bringer do among themselves: thinking along, meeting the same, saying what helped.

/** Anybody who may see the signal may think along, until it is withdrawn. */
export const mayReply = ({ state }: Signal): Refusal | undefined => (state === "withdrawn" ? "not-in-this-state" : undefined);

export function reply(signal: Signal, by: Actor, text: string, now: Date): Deed | Refusal {
  const no = mayReply(signal);
  if (no) return no;
  if (!text.trim()) return "words-missing";
  const first = signal.firstReplyAt === null && by.memberId !== signal.bringerId;
  return { kind: "reply", to: signal.state, said: { reply: text }, ...(first && { set: { firstReplyAt: now } }) };
}

/** "I run into this too", once per colleague of the room. */
export function mayAlso(signal: Signal, by: Actor, course: readonly Fact[]): Refusal | undefined {
  if (signal.kind === "works") return "not-this-kind";
  if (signal.state === "withdrawn") return "not-in-this-state";
  if (signal.bringerId === by.memberId) return "own-signal";
  if (!inRoom(by.role)) return "role-may-not";
  return standing(course).some(({ kind, byMember }) => kind === "also" && byMember === by.memberId) ? "already-said" : undefined;
}

export const also = (signal: Signal, by: Actor, course: readonly Fact[]): Deed | Refusal => mayAlso(signal, by, course) ?? { kind: "also", to: signal.state };

/** Replies that may have helped: by others, not undone. */
export const repliesOfOthers = (signal: Signal, course: readonly Fact[]): Fact[] =>
  standing(course).filter(({ kind, byMember }) => kind === "reply" && byMember !== signal.bringerId);

export function mayHelped(signal: Signal, by: Actor, course: readonly Fact[]): Refusal | undefined {
  if (signal.bringerId !== by.memberId) return "not-the-bringer";
  if (signal.kind === "works") return "not-this-kind";
  if (signal.state !== "open" && signal.state !== "fallen-back") return "not-in-this-state";
  return repliesOfOthers(signal, course).length === 0 ? "no-such-reply" : undefined;
}

/** Only the bringer says that a reply helped; then, too, a day is set on which we look whether it holds. */
export function helped(
  signal: Signal,
  by: Actor,
  said: { position: number; withoutMoney: boolean; checkpoint: Day | undefined },
  course: readonly Fact[],
  today: Day,
): Deed | Refusal {
  const no = mayHelped(signal, by, course);
  if (no) return no;
  if (!repliesOfOthers(signal, course).some(({ position }) => position === said.position)) return "no-such-reply";
  const wrong = dayRefused(said.checkpoint, today);
  if (wrong || !said.checkpoint) return wrong ?? "checkpoint-missing";
  const { position, withoutMoney, checkpoint } = said;
  return { kind: "helped", to: "answered", codes: { position, checkpoint, withoutMoney }, set: { checkpoint, withoutMoney, answerDue: null, routeDue: null } };
}

export const mayWiden = (signal: Signal, by: Actor): Refusal | undefined => {
  if (signal.bringerId !== by.memberId) return "not-the-bringer";
  return signal.audience === "everyone" || signal.audience === "bringer" ? "not-wider" : undefined;
};

/** Only the bringer widens for whom it was released, and never the other way. */
export function widen(signal: Signal, by: Actor, to: Exclude<Audience, "bringer">, readers: readonly string[]): Deed | Refusal {
  const no = mayWiden(signal, by);
  if (no) return no;
  const [from, wished] = [audiences.indexOf(signal.audience as "chosen"), audiences.indexOf(to)];
  const all = [...new Set([...signal.readers, ...readers])];
  if (wished < from || (wished === from && all.length === signal.readers.length)) return "not-wider";
  return { kind: "widened", to: signal.state, codes: { audience: to }, set: { audience: to, readers: all } };
}

export const mayWithdraw = (signal: Signal, by: Actor): Refusal | undefined => {
  if (signal.bringerId !== by.memberId) return "not-the-bringer";
  return signal.state === "open" ? undefined : "not-in-this-state";
};

/** The bringer may take it back while it is open; from then on nobody else reads it. */
export const withdraw = (signal: Signal, by: Actor): Deed | Refusal =>
  mayWithdraw(signal, by) ?? { kind: "withdrawn", to: "withdrawn", set: { audience: "bringer", answerDue: null, routeDue: null, checkpoint: null } };
