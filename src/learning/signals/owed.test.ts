import { describe, expect, test } from "vitest";
import { signalWith, statesBut, today } from "#test/in-memory.ts";
import { isOverdue, owed } from "./owed.ts";
import { states } from "./words.ts";

describe("what a signal leaves open", () => {
  test("an answer by whoever was asked, with the working days left", () => {
    expect(owed(signalWith(), today)).toEqual({ what: "answer", who: "teamleider", day: "2026-12-07", workingDaysLeft: 10 });
    expect(owed(signalWith({ state: "fallen-back" }), "2026-12-07")).toMatchObject({ workingDaysLeft: 0 });
    expect(owed(signalWith(), "2026-12-09")).toMatchObject({ workingDaysLeft: -2 });
  });

  test("somebody to put it before, when nobody was asked", () => {
    expect(owed(signalWith({ askedTitle: null, routeDue: "2026-11-25" }), today)).toEqual({ what: "routing", day: "2026-11-25" });
    expect(owed(signalWith({ askedTitle: null, routeDue: null }), today)).toEqual({ what: "routing", day: null });
  });

  test.each(["answered", "tried"] as const)("a look whether it holds, once it is %s", (state) => {
    const signal = signalWith({ state, answerDue: null, checkpoint: "2026-11-20" });
    expect(owed(signal, "2026-11-19")).toEqual({ what: "checkpoint", day: "2026-11-20", reached: false, unconfirmed: false });
    expect(owed(signal, "2026-11-20")).toMatchObject({ reached: true, unconfirmed: false });
  });

  test("silence reads as not confirmed from the sixth working day after the checkpoint", () => {
    const signal = signalWith({ state: "tried", answerDue: null, checkpoint: "2026-11-20" });
    expect(owed(signal, "2026-11-27")).toMatchObject({ unconfirmed: false });
    expect(owed(signal, "2026-11-28")).toMatchObject({ unconfirmed: false });
    expect(owed(signal, "2026-11-30")).toMatchObject({ unconfirmed: true });
  });

  test("a next visit, when we stay near", () => {
    expect(owed(signalWith({ state: "stays", answerDue: null, checkpoint: "2026-12-01" }), today)).toEqual({
      what: "staying",
      day: "2026-12-01",
      reached: false,
    });
  });

  test.each(["held", "refused", "withdrawn", "open"] as const)("nothing, when it is %s without a term or a day", (state) => {
    expect(owed(signalWith({ state, answerDue: null }), today)).toBeUndefined();
  });
});

test("an answer is overdue the day after its term, not on the day itself", () => {
  expect(isOverdue(signalWith({ answerDue: today }), today)).toBe(false);
  expect(isOverdue(signalWith({ answerDue: "2026-11-20" }), today)).toBe(true);
  expect(isOverdue(signalWith({ answerDue: null }), today)).toBe(false);
});

test("only what waits for an answer can be overdue", () => {
  expect(states.filter((state) => !isOverdue({ state, answerDue: "2026-01-01" }, today))).toEqual(statesBut("open", "fallen-back"));
});
