import { expect, test } from "vitest";
import type { Why } from "#src/gate/deliver/recipients.ts";
import type { FactKind } from "#src/learning/signals/index.ts";
import { mailFor } from "./kind.ts";

const atOnce: readonly [FactKind, Why][] = [
  ["released", "asked"],
  ["released", "reader"],
  ["widened", "reader"],
  ["passed-on", "asked"],
  ["routed", "asked"],
  ["to-facilitator", "facilitator"],
  ["answered", "bringer"],
  ["refused", "bringer"],
  ["held-asked", "bringer"],
  ["fallen-back", "asked"],
  ["not-solved", "asked"],
];
const inTheMorning: readonly [FactKind, Why][] = [
  ["reply", "bringer"],
  ["reply", "asked"],
  ["also", "bringer"],
  ["helped", "replied"],
  ["answered", "replied"],
  ["passed-on", "bringer"],
  ["routed", "bringer"],
  ["to-facilitator", "bringer"],
  ["tried", "asked"],
  ["held", "asked"],
  ["stays", "asked"],
  ["taken-up", "bringer"],
  ["held-there", "bringer"],
  ["shielded", "bringer"],
];

test.each(atOnce)("%s goes at once to whoever is told of it as %s: it is addressed to them", (kind, why) => {
  expect([mailFor(kind, why, "daily"), mailFor(kind, why, "at-once"), mailFor(kind, why, "none")]).toEqual(["at-once", "at-once", undefined]);
});

test.each(inTheMorning)("%s waits for the morning for whoever is told of it as %s, unless they want everything at once", (kind, why) => {
  expect([mailFor(kind, why, "daily"), mailFor(kind, why, "at-once"), mailFor(kind, why, "none")]).toEqual(["digest", "at-once", undefined]);
});

test("what was withdrawn is never mailed: there is nothing left to look at", () => {
  expect([mailFor("withdrawn", "asked", "daily"), mailFor("withdrawn", "asked", "at-once")]).toEqual([undefined, undefined]);
});
