import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levels, snags } from "#src/learning/signals/words.ts";
import { type Mandate, whoIsAsked } from "./mandate.ts";

const line = (level: Mandate["level"], snag: Mandate["snag"], ownerId: string, deputyId: string | null = null): Mandate => ({ level, snag, ownerId, deputyId });
const list = [
  line("policy", null, "policy officer"),
  line(null, "belief", "team lead", "deputy"),
  line("policy", "belief", "jurist"),
  line(null, "budget", "controller"),
];

describe("who is asked", () => {
  test("level and place together go before the place alone, and that before the level alone", () => {
    expect(whoIsAsked(list, ["belief"], "policy", "bringer")).toEqual({ askedId: "jurist", deputyId: null });
    expect(whoIsAsked(list, ["belief"], "law", "bringer")).toEqual({ askedId: "team lead", deputyId: "deputy" });
    expect(whoIsAsked(list, ["belief"], null, "bringer")).toEqual({ askedId: "team lead", deputyId: "deputy" });
    expect(whoIsAsked(list, ["system"], "policy", "bringer")).toEqual({ askedId: "policy officer", deputyId: null });
    expect(whoIsAsked(list, [], "policy", "bringer")).toEqual({ askedId: "policy officer", deputyId: null });
  });

  test("among several places the one that was marked first", () => {
    expect(whoIsAsked(list, ["budget", "belief"], null, "bringer")).toMatchObject({ askedId: "controller" });
    expect(whoIsAsked(list, ["system", "belief", "budget"], null, "bringer")).toMatchObject({ askedId: "team lead" });
  });

  test("a second place with its level still goes before a first place without", () => {
    expect(whoIsAsked(list, ["budget", "belief"], "policy", "bringer")).toMatchObject({ askedId: "jurist" });
  });

  test("the order of the list itself does not matter", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.subarray([...snags]),
        fc.option(fc.constantFrom(...levels)),
        (shuffled, places, level) => {
          expect(whoIsAsked(shuffled, places, level, "bringer")).toEqual(whoIsAsked(list, places, level, "bringer"));
        },
      ),
    );
  });
});

describe("one's own signal", () => {
  test("goes to the deputy", () => {
    expect(whoIsAsked(list, ["belief"], null, "team lead")).toEqual({ askedId: "deputy", deputyId: null });
  });

  test("without a deputy goes to the next who is listed", () => {
    expect(whoIsAsked(list, ["belief"], "policy", "jurist")).toEqual({ askedId: "team lead", deputyId: "deputy" });
  });

  test("of a deputy goes to the owner, and the deputy is left out", () => {
    expect(whoIsAsked(list, ["belief"], null, "deputy")).toEqual({ askedId: "team lead", deputyId: null });
  });

  test("of the only one listed goes to nobody, and so to the facilitator", () => {
    expect(whoIsAsked([line(null, "belief", "bringer")], ["belief"], null, "bringer")).toBeUndefined();
    expect(whoIsAsked([line(null, "belief", "bringer", "bringer")], ["belief"], null, "bringer")).toBeUndefined();
  });

  test("is never answered by its bringer, whatever the list", () => {
    const who = fc.constantFrom("bringer", "one", "two");
    const lines = fc.array(
      fc.record({ level: fc.option(fc.constantFrom(...levels)), snag: fc.option(fc.constantFrom(...snags)), ownerId: who, deputyId: fc.option(who) }),
    );
    fc.assert(
      fc.property(lines, fc.subarray([...snags]), fc.option(fc.constantFrom(...levels)), (mandates, places, level) => {
        const asked = whoIsAsked(mandates, places, level, "bringer");
        return asked?.askedId !== "bringer" && asked?.deputyId !== "bringer";
      }),
    );
  });
});

test("nobody is asked when nothing is listed for it", () => {
  expect(whoIsAsked([], ["belief"], "law", "bringer")).toBeUndefined();
  expect(whoIsAsked(list, ["view"], "law", "bringer")).toBeUndefined();
  expect(whoIsAsked(list, [], null, "bringer")).toBeUndefined();
});
