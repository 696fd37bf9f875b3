import type { Actor } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import { mayAnswer, mayAskHeld, mayRoute } from "./answer.ts";
import { mayFallBack, mayHold, mayNotSolved, mayStay, mayTry } from "./checkpoint.ts";
import { mayAlso, mayHelped, mayReply, mayWiden, mayWithdraw } from "./conversation.ts";
import type { Fact, Refusal, Signal } from "./signal.ts";
import { mayJudge, mayTakeUp } from "./spreading.ts";
import { mayTell } from "./telling.ts";

/** What one can do with a signal; each is a door of its own. */
export const deedNames = [
  "hold",
  "fall-back",
  "tried",
  "answer",
  "pass-on",
  "route",
  "reply",
  "helped",
  "also",
  "take-up",
  "held-there",
  "not-here",
  "told",
  "ask-held",
  "not-solved",
  "stay",
  "widen",
  "withdraw",
] as const;
export type DeedName = (typeof deedNames)[number];

const guards: Record<DeedName, (signal: Signal, by: Actor, course: readonly Fact[], today: Day) => Refusal | undefined> = {
  hold: (signal, by, _, today) => mayHold(signal, by, today),
  "fall-back": mayFallBack,
  tried: mayTry,
  answer: mayAnswer,
  "pass-on": mayAnswer,
  route: mayRoute,
  reply: mayReply,
  helped: mayHelped,
  also: mayAlso,
  "take-up": mayTakeUp,
  "held-there": mayJudge,
  "not-here": mayJudge,
  told: mayTell,
  "ask-held": mayAskHeld,
  "not-solved": mayNotSolved,
  stay: mayStay,
  widen: mayWiden,
  withdraw: mayWithdraw,
};

/** The deeds this person can do now, in the order in which a page offers them. */
export const offers = (signal: Signal, by: Actor, course: readonly Fact[], today: Day): DeedName[] =>
  deedNames.filter((name) => guards[name](signal, by, course, today) === undefined);
