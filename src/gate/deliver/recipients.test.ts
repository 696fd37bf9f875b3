import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { type Fact, type FactKind, factKinds, type Signal } from "#src/learning/signals/index.ts";
import { bringer, colleague, deputy, facilitator, factOf, now, owner, person, released, replied, signalWith, teammate } from "#test/in-memory.ts";
import { recipients } from "./recipients.ts";

const facilitators = ["facilitator", "other coach"];
const told = (fact: Fact, signal: Signal = signalWith(), earlier: Fact[] = [released, replied]) =>
  Object.fromEntries(recipients(signal, [...earlier, fact], fact, facilitators).map(({ memberId, why }) => [memberId, why]));
const byOwner = (kind: FactKind) => factOf(3, kind, owner);

describe("the bringer", () => {
  test.each(["answered", "refused", "passed-on"] as const)("is told that it was %s", (kind) => {
    expect(told(byOwner(kind))).toMatchObject({ bringer: "bringer" });
  });

  test.each(["helped", "held"] as const)("gets a message of having said that it %s: the proof that it was told", (kind) => {
    expect(told(factOf(3, kind, bringer, { codes: { position: 2 } }))).toMatchObject({ bringer: "bringer" });
  });

  test.each(["reply", "also", "routed", "tried", "held-asked", "taken-up", "held-there", "not-here", "shielded"] as const)(
    "is told of %s by somebody else",
    (kind) => {
      expect(told(factOf(3, kind, teammate))).toMatchObject({ bringer: "bringer" });
    },
  );

  test.each(["reply", "tried", "not-solved", "fallen-back", "stays", "widened", "told", "shielded"] as const)("hears nothing of an own %s", (kind) => {
    expect(told(factOf(3, kind, bringer))).not.toHaveProperty("bringer");
  });
});

describe("others", () => {
  test("whoever is asked and the deputy hear that it was released, answered for or fell back", () => {
    expect(told(released, signalWith(), [])).toEqual({ owner: "asked", deputy: "asked" });
    expect(told(factOf(3, "fallen-back", bringer))).toMatchObject({ owner: "asked", deputy: "asked" });
    expect(told(factOf(3, "not-solved", bringer))).toMatchObject({ owner: "asked", deputy: "asked" });
    expect(told(factOf(3, "held", bringer))).toMatchObject({ owner: "asked", deputy: "asked", colleague: "replied" });
  });

  test("chosen colleagues hear that it was released for them, everyone does not", () => {
    expect(told(released, signalWith({ audience: "chosen", readers: ["colleague", "teammate"] }), [])).toMatchObject({
      colleague: "reader",
      teammate: "reader",
    });
    expect(told(released, signalWith({ audience: "everyone", readers: ["colleague"] }), [])).not.toHaveProperty("colleague");
  });

  test("whoever replied or ran into it too hears of the answer", () => {
    expect(told(byOwner("answered"), signalWith(), [released, replied, factOf(4, "also", teammate)])).toMatchObject({
      colleague: "replied",
      teammate: "replied",
    });
  });

  test("whoever wrote the reply that helped is told, the other repliers are not", () => {
    const other = factOf(4, "reply", teammate);
    expect(told(factOf(5, "helped", bringer, { codes: { position: 2 } }), signalWith(), [released, replied, other])).toEqual({
      colleague: "replied",
      owner: "asked",
      deputy: "asked",
      bringer: "bringer",
    });
  });

  test("facilitators are told of what nobody could be asked for, and so is the bringer", () => {
    expect(told(factOf(3, "to-facilitator", person("nobody")), signalWith({ askedId: null, deputyId: null }))).toEqual({
      facilitator: "facilitator",
      "other coach": "facilitator",
      bringer: "bringer",
    });
  });

  test.each(["told", "undone"] as const)("nobody is told of %s", (kind) => {
    expect(told(factOf(3, kind, bringer))).toEqual({});
  });
});

describe("what was undone", () => {
  test.each(factKinds.filter((kind) => kind !== "undone"))("%s is told to nobody", (kind) => {
    const fact = factOf(3, kind, owner, { codes: { position: 2 } });
    expect(recipients(signalWith(), [released, replied, fact, factOf(4, "undone", owner, { codes: { position: 3 } })], fact, facilitators)).toEqual([]);
  });
});

describe("what was withdrawn", () => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const gone = signalWith({ state: "withdrawn", audience: "bringer" });
  const withdrawn = (seconds: number) => factOf(3, "withdrawn", bringer, { state: "withdrawn", at: later(seconds) });

  test("is told to whoever was asked", () => {
    expect(told(withdrawn(3600), gone)).toEqual({ owner: "asked", deputy: "asked" });
  });

  test("within half a minute is told to nobody, and neither is its release", () => {
    expect(told(withdrawn(20), gone, [released])).toEqual({});
    expect(recipients(gone, [released, withdrawn(20)], released, facilitators)).toEqual([]);
  });

  test("nobody else hears any more of what happened before, the bringer does", () => {
    expect(recipients(gone, [released, replied, withdrawn(3600)], replied, facilitators)).toEqual([{ memberId: "bringer", why: "bringer" }]);
  });
});

const people: fc.Arbitrary<Actor> = fc.constantFrom(bringer, teammate, colleague, facilitator, owner, deputy);
test("nobody hears twice, and nobody hears of an own deed but the bringer of the two that prove it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...factKinds),
      people,
      fc.array(fc.record({ kind: fc.constantFrom("reply" as const, "also" as const), by: people }), { maxLength: 6 }),
      (kind, by, earlier) => {
        const course = [released, ...earlier.map((one, index) => factOf(index + 2, one.kind, one.by))];
        const fact = factOf(course.length + 1, kind, by, { codes: { position: 2 } });
        const list = recipients(signalWith({ audience: "chosen", readers: ["teammate", "colleague"] }), [...course, fact], fact, facilitators).map(
          ({ memberId }) => memberId,
        );
        expect(new Set(list).size).toBe(list.length);
        if (list.includes(by.memberId)) expect([by.memberId, ["held", "helped"].includes(kind)]).toEqual(["bringer", true]);
      },
    ),
  );
});
