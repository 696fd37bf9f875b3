import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "#src/kernel/day.ts";
import { chooseTerm, keptFrom, keptKinds, terms } from "./terms.ts";

describe("a term", () => {
  test.each(keptKinds)("of %s has a length, a moment from which it runs and a source", (kind) => {
    expect(terms[kind].months).toBeGreaterThan(0);
    expect(terms[kind].basis).toContain("storage-limitation");
    expect(terms[kind].since).toMatch(/^[a-z]+$/);
  });

  test.each<[string, number | undefined, string, ReturnType<typeof chooseTerm>]>([
    ["may be shorter without a reason", 24, "", { months: 24, reason: null, automatic: false }],
    ["may be the same", 60, " ", { months: 60, reason: null, automatic: false }],
    ["may be longer with a reason", 84, " Selectielijst, nog te bevestigen ", { months: 84, reason: "Selectielijst, nog te bevestigen", automatic: false }],
    ["may not be longer without one", 61, "  ", "reason-missing"],
    ["may not be nothing", 0, "", "months-missing"],
    ["may not be endless", 1201, "voor altijd", "months-missing"],
    ["may not be half a month", 1.5, "", "months-missing"],
    ["may not be left out", undefined, "", "months-missing"],
  ])("%s", (_, months, reason, expected) => {
    expect(chooseTerm("signal", months, reason, false)).toEqual(expected);
  });
});

describe("what is kept begins", () => {
  test.each<[Day, number, Day]>([
    ["2026-11-23", 12, "2025-11-23"],
    ["2026-11-23", 60, "2021-11-23"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2026-01-15", 1, "2025-12-15"],
    ["2026-12-31", 6, "2026-06-30"],
  ])("on %s with %i months at %s", (today, months, from) => {
    expect(keptFrom(today, months)).toBe(from);
  });

  test("never in the future, never later for a longer term", () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 1199 }), (today, months) => {
        const from = keptFrom(today, months);
        return from < today && keptFrom(today, months + 1) <= from;
      }),
    );
  });
});
