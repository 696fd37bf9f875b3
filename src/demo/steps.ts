import { addDays, type Day, dayOf } from "#src/kernel/day.ts";
import { answer, passOn, route, type Terms } from "#src/learning/signals/answer.ts";
import { fallBack, hold, notSolved, stay, tried } from "#src/learning/signals/checkpoint.ts";
import { also, helped, reply, withdraw } from "#src/learning/signals/conversation.ts";
import { type Deed, type Fact, findReceiver, type Refusal, type Signal, standing } from "#src/learning/signals/index.ts";
import { heldThere, notHere, takeUp } from "#src/learning/signals/spreading.ts";
import type { Room } from "#src/platform/database.ts";
import type { Cast } from "./cast.ts";
import type { Step } from "./story.ts";

type Rule = (signal: Signal, course: Fact[]) => Deed | Refusal;

/** The rule a step of a story calls, with the same arguments a page would give it. */
export async function ruleOf({ actor, now, tx }: Room, cast: Cast, step: Step, terms: Terms): Promise<Rule> {
  const today = dayOf(now);
  const after = (days: number | undefined): Day | undefined => (days === undefined ? undefined : addDays(today, days));
  const room = { actor, now, tx, origin: "web" as const };
  if ("reply" in step) return (signal) => reply(signal, actor, step.reply, now);
  if ("also" in step) return (signal, course) => also(signal, actor, course);
  if ("helped" in step)
    return (signal, course) => {
      const by = cast.memberId(step.helped);
      const position = standing(course).findLast(({ kind, byMember }) => kind === "reply" && byMember === by)?.position ?? 0;
      return helped(signal, actor, { position, withoutMoney: step.withoutMoney ?? false, checkpoint: after(step.checkpointAfter) }, course, today);
    };
  if ("answer" in step) return (signal) => answer(signal, actor, { choice: step.answer, text: step.text, checkpoint: after(step.checkpointAfter) }, today, now);
  if ("passOn" in step) {
    const to = await findReceiver(room, cast.memberId(step.passOn));
    return (signal) => passOn(signal, actor, to, step.text);
  }
  if ("route" in step) {
    const to = await findReceiver(room, cast.memberId(step.route));
    return (signal) => route(signal, actor, to);
  }
  if ("tried" in step) return (signal) => tried(signal, actor, step.text ?? "");
  if ("held" in step) return (signal) => hold(signal, actor, step.text ?? "", today);
  if ("fallenBack" in step) return (signal) => fallBack(signal, actor, step.fallenBack, today, terms);
  if ("notSolved" in step) return (signal) => notSolved(signal, actor, today, terms);
  if ("stays" in step) return (signal) => stay(signal, actor, { text: step.stays, next: after(step.nextAfter) }, today);
  if ("withdrawn" in step) return (signal) => withdraw(signal, actor);
  if ("takenUp" in step) return (signal) => takeUp(signal, actor);
  if ("heldThere" in step) return (signal) => heldThere(signal, actor, step.text ?? "");
  return (signal) => notHere(signal, actor, step.text);
}
