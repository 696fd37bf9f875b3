import { describe, expect, test } from "vitest";
import { addDays } from "#src/kernel/day.ts";
import { bringer, colleague, deputy, facilitator, owner, signalWith, teammate, terms, today } from "#test/in-memory.ts";
import { fallBack, hold, notSolved, stay, tried } from "./checkpoint.ts";

const triedSignal = signalWith({ state: "tried", checkpoint: "2026-11-25", answerDue: null });

test("the bringer and whoever was asked may say that it was tried, others not", () => {
  const answered = signalWith({ state: "answered" });
  for (const by of [bringer, owner]) expect(tried(answered, by, "het ging goed")).toEqual({ kind: "tried", to: "tried", said: { reason: "het ging goed" } });
  for (const by of [deputy, teammate, colleague, facilitator]) expect(tried(answered, by, "")).toBe("not-the-bringer");
});

describe("whether it held", () => {
  test("only the bringer says that it held", () => {
    expect(hold(triedSignal, bringer, "", "2026-11-25")).toEqual({ kind: "held", to: "held", set: { checkpoint: null } });
    for (const by of [owner, deputy, teammate, facilitator]) expect(hold(triedSignal, by, "", "2026-11-25")).toBe("not-the-bringer");
  });

  test("not before the day on which we look", () => {
    expect(hold(triedSignal, bringer, "", "2026-11-24")).toBe("before-checkpoint");
    expect(hold(triedSignal, bringer, "", addDays("2026-11-25", 300))).toMatchObject({ kind: "held" });
  });

  test("it may fall back before that day", () => {
    expect(fallBack(triedSignal, bringer, "het formulier is terug", today, terms)).toMatchObject({
      kind: "fallen-back",
      to: "fallen-back",
      said: { reason: "het formulier is terug" },
    });
    expect(fallBack(triedSignal, owner, "", today, terms)).toBe("not-the-bringer");
  });

  test("after falling back a new term begins, shorter when it harms", () => {
    expect(fallBack(triedSignal, bringer, "", today, terms)).toMatchObject({ set: { answerDue: "2026-12-07", checkpoint: null, withoutMoney: null } });
    expect(fallBack({ ...triedSignal, harm: true }, bringer, "", today, terms)).toMatchObject({ set: { answerDue: "2026-11-30" } });
  });
});

describe("not solved", () => {
  test("one click without a reason opens it again, with a new term", () => {
    const deed = notSolved(signalWith({ state: "held", withoutMoney: true, answerDue: null }), bringer, today, terms);
    expect(deed).toMatchObject({ kind: "not-solved", to: "open", set: { answerDue: "2026-12-07", checkpoint: null, withoutMoney: null } });
    expect(deed).not.toHaveProperty("said");
  });

  test("a way around that nobody was asked about gets no term, one that somebody was asked about does", () => {
    const around = signalWith({ kind: "around", state: "answered", answerDue: null });
    expect(notSolved({ ...around, askedId: null }, bringer, today, terms)).toMatchObject({ set: { answerDue: null, routeDue: null } });
    expect(notSolved(around, bringer, today, terms)).toMatchObject({ set: { answerDue: "2026-12-07", routeDue: null } });
  });

  test("what got stuck and nobody was asked for comes to the facilitator after two working days, this time too", () => {
    const helped = signalWith({ state: "answered", askedId: null, deputyId: null, addressedTo: [], answerDue: null });
    expect(notSolved(helped, bringer, today, terms)).toMatchObject({ set: { answerDue: "2026-12-07", routeDue: "2026-11-25" } });
    expect(fallBack({ ...helped, state: "tried" }, bringer, "", today, terms)).toMatchObject({ set: { routeDue: "2026-11-25" } });
  });
});

describe("staying near", () => {
  const staying = (next: Parameters<typeof stay>[2]["next"], text = "") => stay(signalWith(), bringer, { text, next }, today);

  test("has a next day, after today", () => {
    expect(staying(undefined)).toBe("checkpoint-missing");
    expect(staying(today)).toBe("checkpoint-passed");
    expect(staying("2026-12-24")).toEqual({
      kind: "stays",
      to: "stays",
      codes: { checkpoint: "2026-12-24" },
      set: { checkpoint: "2026-12-24", answerDue: null, routeDue: null },
    });
  });

  test("says who stays near, when the bringer wants to", () => {
    expect(staying("2026-12-24", "Ik bel elke vrijdag")).toMatchObject({ said: { reason: "Ik bel elke vrijdag" } });
  });

  test("is the bringer's to say", () => {
    expect(stay(signalWith(), owner, { text: "", next: "2026-12-24" }, today)).toBe("not-the-bringer");
  });
});
