import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, roles } from "#src/kernel/actor.ts";
import { wellDone } from "#test/deeds.ts";
import { bringer, colleague, factOf, facilitator, now, owner, person, released, replied, signalWith, teammate, today } from "#test/in-memory.ts";
import { deedNames, offers } from "./offers.ts";
import type { Fact, Signal } from "./signal.ts";
import { audiences, kinds, states, voices } from "./words.ts";

const receivers = ["owner", "executive", "jurist"].map((id) => ({ id, roles: ["owner" as const], title: id }));
const ids = ["bringer", "owner", "colleague", "facilitator", "somebody"];
const someday = fc.constantFrom("2026-10-01" as const, today, "2026-12-31" as const);

const signals: fc.Arbitrary<Signal> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    state: fc.constantFrom(...states),
    audience: fc.constantFrom(...audiences, "bringer" as const),
    voice: fc.option(fc.constantFrom(...voices)),
    askedId: fc.option(fc.constantFrom("owner", "executive")),
    answerDue: fc.option(someday),
    checkpoint: fc.option(someday),
    takenById: fc.option(fc.constantFrom(...ids)),
    addressedTo: fc.subarray(ids),
    harm: fc.boolean(),
    toldPosition: fc.nat(3),
    firstReplyAt: fc.option(fc.constant(now)),
  })
  .map((wished) => signalWith({ ...wished, version: 4 }));
const people: fc.Arbitrary<Actor> = fc
  .record({ id: fc.constantFrom(...ids), role: fc.constantFrom(...roles), team: fc.constantFrom("oost", "west") })
  .map(({ id, role, team }) => person(id, role, team));
const courses: fc.Arbitrary<Fact[]> = fc.subarray([replied, factOf(3, "also", colleague), factOf(4, "reply", bringer)]).map((facts) => [released, ...facts]);

describe("what is offered", () => {
  test("is never refused to whoever fills it in as it should be, whatever the state and the role", () => {
    fc.assert(
      fc.property(signals, people, courses, (signal, by, course) => {
        for (const name of offers(signal, by, course, today)) expect(wellDone[name](signal, course, by, now, receivers), name).toBeTypeOf("object");
      }),
      { numRuns: 2000 },
    );
  });

  test("is everything that would not be refused", () => {
    fc.assert(
      fc.property(signals, people, courses, (signal, by, course) => {
        const offered = offers(signal, by, course, today);
        for (const name of deedNames.filter((one) => !offered.includes(one)))
          expect(wellDone[name](signal, course, by, now, receivers), name).toBeTypeOf("string");
      }),
      { numRuns: 2000 },
    );
  });

  test("what happens to a signal is for the bringer and whoever it was sent to", () => {
    const open = signalWith();
    expect(offers(open, bringer, [released, replied], today)).toEqual(["reply", "helped", "stay", "withdraw"]);
    expect(offers(open, owner, [released, replied], today)).toEqual(["answer", "pass-on", "reply"]);
    expect(offers(open, teammate, [released, replied], today)).toEqual(["reply", "also"]);
  });

  test("an owner can ask whether it holds and say that it was tried, never that it held", () => {
    expect(offers(signalWith({ state: "answered" }), owner, [released], today)).toEqual(["tried", "reply", "ask-held"]);
    expect(offers(signalWith({ state: "tried" }), owner, [released], today)).toEqual(["reply", "ask-held"]);
  });

  test("the facilitator puts before somebody what nobody was asked for", () => {
    expect(offers(signalWith({ askedId: null, addressedTo: ["facilitator"] }), facilitator, [released], today)).toEqual(["route", "reply", "also"]);
  });

  test("of what works a colleague elsewhere is asked to take it up", () => {
    const works = signalWith({ kind: "works", askedId: null, addressedTo: [], answerDue: null });
    expect(offers(works, colleague, [released], today)).toEqual(["reply", "take-up"]);
    expect(offers({ ...works, state: "taken-up", takenById: "colleague" }, colleague, [released], today)).toEqual(["reply", "held-there", "not-here"]);
  });
});
