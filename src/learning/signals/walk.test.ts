import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { dayOf } from "#src/kernel/day.ts";
import { wellDone } from "#test/deeds.ts";
import { bringer, colleague, deputy, facilitator, now, owner, person, recorded, released, signalWith, teammate, type Told } from "#test/in-memory.ts";
import { toFacilitators } from "./answer.ts";
import { type DeedName, deedNames, offers } from "./offers.ts";
import { undo } from "./undo.ts";
import { type State, states } from "./words.ts";

const executive = person("executive", "executive", "beleid");
const people = [bringer, teammate, colleague, facilitator, owner, deputy, executive];
const receivers = [
  { id: "owner", roles: ["owner" as const], title: "teamleider" },
  { id: "executive", roles: ["executive" as const], title: "wethouder" },
];

/** The diagram of the learning loop, as the domain draws it: where each state leads. What is not here stays as it is. */
const stuck: Partial<Record<State, readonly State[]>> = {
  open: ["answered", "refused", "withdrawn", "stays"],
  answered: ["tried", "open", "stays"],
  tried: ["held", "fallen-back", "open", "stays"],
  held: ["open"],
  refused: ["open", "stays"],
  "fallen-back": ["answered", "refused", "stays"],
  stays: ["open"],
};
const works: typeof stuck = { open: ["taken-up", "withdrawn"], "taken-up": ["held-there", "not-here"], "held-there": ["taken-up"], "not-here": ["taken-up"] };

type Step = { readonly name: DeedName | "undo" | "job"; readonly pick: number; readonly by: Actor; readonly seconds: number };
// Days go by, or seconds within which a deed can be undone; three times out of four somebody does what is offered, else whatever.
const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...deedNames, "undo" as const, "job" as const),
    pick: fc.nat(999),
    by: fc.constantFrom(...people),
    seconds: fc.constantFrom(5, 5, 86_400 * 3, 86_400 * 20),
  }),
  { maxLength: 40, size: "max" },
);
const beginnings = fc.constantFrom(
  signalWith({ voice: "resident" }),
  signalWith({ askedId: null, deputyId: null, addressedTo: [], routeDue: "2026-11-25" }),
  signalWith({ kind: "around", harm: true }),
  signalWith({ kind: "works", askedId: null, addressedTo: [], answerDue: null }),
);

/** Walks along the steps that the rules allow and shows each to `look`. */
function walk(signal: Told["signal"], along: readonly Step[], look: (before: Told, after: Told, step: Step) => void): Told {
  let [told, at]: [Told, number] = [{ signal, course: [released] }, now.getTime()];
  for (const step of along) {
    const { by, pick } = step;
    const moment = new Date((at += step.seconds * 1000));
    const offered = offers(told.signal, by, told.course, dayOf(moment));
    const name = (pick % 4 > 0 && offered[pick % offered.length]) || step.name;
    if (name === "job" && told.signal.routeDue === null) continue;
    const deed =
      name === "job"
        ? toFacilitators(told.signal, ["facilitator"])
        : name === "undo"
          ? undo(told.signal, by, told.course, moment)
          : wellDone[name](told.signal, told.course, by, moment, receivers);
    if (typeof deed === "string") continue;
    const after = recorded(told, by, deed, moment);
    look(told, after, { ...step, name });
    told = after;
  }
  return told;
}

test("whatever people do, a signal only goes where the diagram lets it go, or back by undoing", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(beginnings, steps, (signal, along) => {
      walk(signal, along, ({ signal: from, course }, { signal: to }, { name }) => {
        seen.add(to.state);
        if (name === "undo") expect(to.state).toBe(course.at(-2)!.state);
        else if (to.state !== from.state) expect((signal.kind === "works" ? works : stuck)[from.state], `${from.state} by ${name}`).toContain(to.state);
      });
    }),
    { numRuns: 600 },
  );
  expect([...seen].toSorted()).toEqual(states.toSorted());
});

test("only the bringer ever makes it held, fallen back or open again", () => {
  fc.assert(
    fc.property(beginnings, steps, (signal, along) => {
      walk(signal, along, (from, { signal: { state } }, { by, name }) => {
        const changes = state !== from.signal.state && name !== "undo";
        if (changes && ["held", "fallen-back", "open"].includes(state)) expect(by).toBe(bringer);
      });
    }),
    { numRuns: 300 },
  );
});

test("nothing is overwritten: every deed adds one fact, and who was addressed stays addressed", () => {
  fc.assert(
    fc.property(beginnings, steps, (signal, along) => {
      walk(signal, along, (before, after) => {
        expect(after.course.slice(0, -1)).toEqual(before.course);
        expect(after.course.at(-1)!.state).toBe(after.signal.state);
        for (const id of before.signal.addressedTo) expect(after.signal.addressedTo).toContain(id);
      });
    }),
    { numRuns: 200 },
  );
});

test("undoing puts everything back but the version, the moment and who was addressed", () => {
  fc.assert(
    fc.property(beginnings, steps, fc.constantFrom(...deedNames), fc.constantFrom(...people), (signal, along, name, by) => {
      const before = walk(signal, along, () => {});
      const deed = wellDone[name](before.signal, before.course, by, new Date("2030-01-01T10:00:00Z"), receivers);
      fc.pre(typeof deed !== "string");
      const after = recorded(before, by, deed, new Date("2030-01-01T10:00:00Z"));
      const undone = undo(after.signal, by, after.course, new Date("2030-01-01T10:00:20Z"));
      expect(undone).toBeTypeOf("object");
      if (typeof undone === "string") return;
      const { version, changedAt, addressedTo } = before.signal;
      expect({ ...recorded(after, by, undone, now).signal, version, changedAt, addressedTo }).toEqual(before.signal);
    }),
    { numRuns: 400 },
  );
});

test("what waits for an answer has a day for it, and a promise has a day on which we look", () => {
  fc.assert(
    fc.property(beginnings, steps, (signal, along) => {
      walk(signal, along, (_, { signal: { state, kind, answerDue, checkpoint, askedId, routeDue, addressedTo } }) => {
        if (kind === "stuck" && (state === "open" || state === "fallen-back")) {
          expect(answerDue).not.toBeNull();
          expect(askedId ?? routeDue ?? addressedTo.find((id) => id === "facilitator")).toBeTypeOf("string");
        } else if (["answered", "tried", "stays"].includes(state)) expect([answerDue, typeof checkpoint]).toEqual([null, "string"]);
      });
    }),
    { numRuns: 300 },
  );
});
