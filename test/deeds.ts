import type { Actor } from "#src/kernel/actor.ts";
import { addDays, dayOf } from "#src/kernel/day.ts";
import { answer, askHeld, passOn, type Receiver, route } from "#src/learning/signals/answer.ts";
import { fallBack, hold, notSolved, stay, tried } from "#src/learning/signals/checkpoint.ts";
import { also, helped, repliesOfOthers, reply, widen, withdraw } from "#src/learning/signals/conversation.ts";
import type { DeedName } from "#src/learning/signals/offers.ts";
import type { Deed, Fact, Refusal, Signal } from "#src/learning/signals/signal.ts";
import { heldThere, notHere, takeUp } from "#src/learning/signals/spreading.ts";
import { tell } from "#src/learning/signals/telling.ts";
import { choices } from "#src/learning/signals/words.ts";
import { terms } from "./in-memory.ts";

export type Doing = (signal: Signal, course: readonly Fact[], by: Actor, now: Date, receivers: readonly Receiver[]) => Deed | Refusal;

const soon = (now: Date) => addDays(dayOf(now), 14);
const anyOther = (receivers: readonly Receiver[], { bringerId, askedId }: Signal, by: Actor) =>
  receivers.find(({ id }) => ![bringerId, askedId, by.memberId].includes(id));

/** Every deed as somebody does it who fills in the form as it should be. */
export const wellDone: Record<DeedName, Doing> = {
  reply: (signal, _, by, now) => reply(signal, by, "Bel de bode even", now),
  also: (signal, course, by) => also(signal, by, course),
  helped: (signal, course, by, now) =>
    helped(signal, by, { position: repliesOfOthers(signal, course)[0]?.position ?? 0, withoutMoney: true, checkpoint: soon(now) }, course, dayOf(now)),
  answer: (signal, course, by, now) =>
    answer(signal, by, { choice: choices[course.length % choices.length]!, text: "Wij passen het formulier aan", checkpoint: soon(now) }, dayOf(now), now),
  "pass-on": (signal, _, by, __, receivers) => passOn(signal, by, anyOther(receivers, signal, by), "De regel staat in de verordening"),
  route: (signal, _, by, __, receivers) => route(signal, by, anyOther(receivers, signal, by)),
  tried: (signal, _, by) => tried(signal, by, "Het ging beter"),
  hold: (signal, _, by, now) => hold(signal, by, "Het houdt", dayOf(now)),
  "fall-back": (signal, _, by, now) => fallBack(signal, by, "Het oude formulier is terug", dayOf(now), terms),
  "not-solved": (signal, _, by, now) => notSolved(signal, by, dayOf(now), terms),
  stay: (signal, _, by, now) => stay(signal, by, { text: "Ik bel elke vrijdag", next: soon(now) }, dayOf(now)),
  "ask-held": (signal, _, by) => askHeld(signal, by),
  told: (signal, course, by) => tell(signal, by, course),
  "take-up": (signal, _, by) => takeUp(signal, by),
  "held-there": (signal, _, by) => heldThere(signal, by, "Ook met jongeren"),
  "not-here": (signal, _, by) => notHere(signal, by, "Wij hebben geen bode"),
  widen: (signal, _, by) => widen(signal, by, "everyone", []),
  withdraw: (signal, _, by) => withdraw(signal, by),
};
