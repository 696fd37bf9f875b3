import { type Context, Hono } from "hono";
import { z } from "zod";
import { dayOf } from "#src/kernel/day.ts";
import { findings } from "#src/language/deidentify/deidentify.ts";
import { anId, day, deedFields, type Env, fieldsOf, id, inLearning, manyIds, oneOf, text, ticked } from "#src/platform/door.ts";
import type { Room } from "#src/platform/database.ts";
import { markSeen } from "#src/platform/messages.ts";
import { answer, askHeld, passOn, route, type Terms } from "./answer.ts";
import { fallBack, hold, notSolved, stay, tried } from "./checkpoint.ts";
import { also, helped, reply, widen, withdraw } from "./conversation.ts";
import { findCourse } from "./course.ts";
import type { Attempt, People } from "./deed-form.tsx";
import { type DeedName, deedNames, offers } from "./offers.ts";
import { canAnswer, findColleagues, findReceiver, inTheRoom } from "./people.ts";
import { perform } from "./perform.ts";
import type { Deed, Fact, Refusal, Signal } from "./signal.ts";
import { SignalPage } from "./signal-page.tsx";
import { heldThere, notHere, takeUp } from "./spreading.ts";
import { findSignal } from "./store.ts";
import { tell } from "./telling.ts";
import { undo } from "./undo.ts";
import { audiences, choices, type State } from "./words.ts";

const Said = z.object({
  ...deedFields,
  text,
  checkpoint: day,
  choice: oneOf(choices),
  to: z.union([id, z.literal("")]).optional(),
  position: z.coerce.number().int().min(1).optional(),
  money: ticked,
  audience: oneOf(audiences),
  readers: manyIds,
});
type Said = z.infer<typeof Said>;

const Undone = z.object({ deed: id });
/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /signals/:id/:deed": Said, "POST /signals/:id/undo": Undone };

/** Each deed as its rule, with what was said and what the rule needs from the room. */
const rules: Record<DeedName, (room: Room, said: Said, terms: Terms) => Promise<(signal: Signal, course: Fact[]) => Deed | Refusal>> = {
  reply:
    async ({ actor, now }, said) =>
    (signal) =>
      reply(signal, actor, said.text, now),
  also:
    async ({ actor }) =>
    (signal, course) =>
      also(signal, actor, course),
  helped:
    async ({ actor, now }, said) =>
    (signal, course) =>
      helped(signal, actor, { position: said.position ?? 0, withoutMoney: said.money, checkpoint: said.checkpoint }, course, dayOf(now)),
  answer:
    async ({ actor, now }, said) =>
    (signal) =>
      said.choice ? answer(signal, actor, { ...said, choice: said.choice }, dayOf(now), now) : "choice-missing",
  "pass-on": async (room, said) => {
    const to = await findReceiver(room, said.to);
    return (signal) => passOn(signal, room.actor, to, said.text);
  },
  route: async (room, said) => {
    const to = await findReceiver(room, said.to);
    return (signal) => route(signal, room.actor, to);
  },
  tried:
    async ({ actor }, said) =>
    (signal) =>
      tried(signal, actor, said.text),
  hold:
    async ({ actor, now }, said) =>
    (signal) =>
      hold(signal, actor, said.text, dayOf(now)),
  "fall-back":
    async ({ actor, now }, said, terms) =>
    (signal) =>
      fallBack(signal, actor, said.text, dayOf(now), terms),
  "not-solved":
    async ({ actor, now }, _, terms) =>
    (signal) =>
      notSolved(signal, actor, dayOf(now), terms),
  stay:
    async ({ actor, now }, said) =>
    (signal) =>
      stay(signal, actor, { text: said.text, next: said.checkpoint }, dayOf(now)),
  "ask-held":
    async ({ actor }) =>
    (signal) =>
      askHeld(signal, actor),
  told:
    async ({ actor }) =>
    (signal, course) =>
      tell(signal, actor, course),
  "take-up":
    async ({ actor }) =>
    (signal) =>
      takeUp(signal, actor),
  "held-there":
    async ({ actor }, said) =>
    (signal) =>
      heldThere(signal, actor, said.text),
  "not-here":
    async ({ actor }, said) =>
    (signal) =>
      notHere(signal, actor, said.text),
  widen: async (room, said) => {
    const known = new Set((await findColleagues(room, inTheRoom)).map((colleague) => colleague.id));
    const readers = said.readers.filter((reader) => known.has(reader));
    return (signal) => (said.audience === "chosen" && readers.length === 0 ? "readers-missing" : widen(signal, room.actor, said.audience ?? "chosen", readers));
  },
  withdraw:
    async ({ actor }) =>
    (signal) =>
      withdraw(signal, actor),
};

/** Deeds that depend on the state one saw; replies and the like do not. */
const dependent: readonly DeedName[] = [
  "hold",
  "fall-back",
  "tried",
  "answer",
  "pass-on",
  "route",
  "helped",
  "held-there",
  "not-here",
  "not-solved",
  "stay",
  "take-up",
];

export const signals = new Hono<Env>()
  .get(`/${anId}`, (c) =>
    inLearning(c, async (room) => {
      const signal = await findSignal(room, c.req.param("id"));
      if (!signal) return c.notFound();
      await markSeen(room, signal.id);
      return page(c, room, signal, await findCourse(room, signal.id));
    }),
  )
  .post(`/${anId}/undo`, async (c) => {
    const fields = await fieldsOf(c);
    const { deed } = Undone.parse({ deed: fields["deed"] });
    return settle(c, "reply", deed, fields, (room) =>
      perform(room, c.req.param("id"), deed, undefined, (signal, course) => undo(signal, room.actor, course, room.now)),
    );
  })
  .post(`/${anId}/:deed`, async (c, next) => {
    const name = c.req.param("deed") as DeedName;
    if (!deedNames.includes(name)) return next();
    const fields = await fieldsOf(c);
    const said = Said.parse(fields);
    const { termHarm, termOther } = c.var.municipality;
    return settle(c, name, said.deed, fields, async (room) => {
      const rule = await rules[name](room, said, { harm: termHarm, other: termOther });
      return perform(room, c.req.param("id"), said.deed, dependent.includes(name) ? (said.seen as State | undefined) : undefined, rule);
    });
  });

/** Does it and goes back to the signal, or shows the signal again with what was typed and what to do. */
async function settle(
  c: Context<Env>,
  name: DeedName,
  deed: string,
  fields: Record<string, unknown>,
  work: (room: Room) => ReturnType<typeof perform>,
): Promise<Response> {
  return inLearning(c, async (room) => {
    const outcome = await work(room);
    if (outcome.done) return c.redirect(`/signals/${c.req.param("id")}`, 303);
    if (outcome.why === "not-found") return c.notFound();
    const values = Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === "string"));
    const found = outcome.why === "recognisable" ? findings(values["text"] ?? "") : [];
    c.status(outcome.why === "changed-meanwhile" ? 409 : 422);
    return page(c, room, outcome.signal, outcome.course, { name, deed, values, refusal: outcome.why, found });
  });
}

async function page(c: Context<Env>, room: Room, signal: Signal, course: Fact[], attempt?: Attempt): Promise<Response> {
  const offered = offers(signal, room.actor, course, dayOf(room.now));
  const people: People = {
    receivers: offered.includes("pass-on") || offered.includes("route") ? await findColleagues(room, canAnswer) : [],
    colleagues: offered.includes("widen") ? await findColleagues(room, inTheRoom) : [],
  };
  return c.html(<SignalPage view={c.var.view} signal={signal} course={course} people={people} actor={room.actor} attempt={attempt} />);
}
