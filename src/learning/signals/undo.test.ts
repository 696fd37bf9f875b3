import { describe, expect, test } from "vitest";
import { bringer, colleague, facilitator, factOf, now, owner, recorded, released, replied, signalWith, today } from "#test/in-memory.ts";
import { answer } from "./answer.ts";
import { reply, widen } from "./conversation.ts";
import type { Deed, Fact, FactKind } from "./signal.ts";
import { standing } from "./signal.ts";
import { undo, undoable, undoSeconds } from "./undo.ts";

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("what can be undone", () => {
  test("the last deed, for less than half a minute", () => {
    expect(undoable(colleague, [released, replied], later(0))).toBe(replied);
    expect(undoable(colleague, [released, replied], later(undoSeconds - 0.001))).toBe(replied);
    expect(undoable(colleague, [released, replied], later(undoSeconds))).toBeUndefined();
  });

  test("only one's own deed, and only as long as nothing came after it", () => {
    expect(undoable(bringer, [released, replied], now)).toBeUndefined();
    expect(undoable(colleague, [released, replied, factOf(3, "also", facilitator)], now)).toBeUndefined();
    expect(undoable(colleague, [], now)).toBeUndefined();
  });

  test.each<FactKind>(["undone", "shielded", "shield-lifted", "erased", "to-facilitator"])("%s lasts", (kind) => {
    expect(undo(signalWith(), colleague, [released, factOf(2, kind, colleague)], now)).toBe("nothing-to-undo");
  });

  test("a release is taken back by the gate, not here", () => {
    expect(undoable(bringer, [released], now)).toBe(released);
    expect(undo(signalWith(), bringer, [released], now)).toBe("nothing-to-undo");
  });
});

describe("undoing", () => {
  const done = (deed: ReturnType<typeof answer>, by = owner, signal = signalWith()) => recorded({ signal, course: [released] }, by, deed as Deed, now);

  test("an answer puts back the term and the state", () => {
    const answered = done(answer(signalWith(), owner, { choice: "change", text: "Wij passen het aan", checkpoint: "2026-12-14" }, today, now));
    expect(answered.signal).toMatchObject({ state: "answered", answerDue: null, checkpoint: "2026-12-14" });
    const undone = undo(answered.signal, owner, answered.course, later(10));
    expect(undone).toMatchObject({
      kind: "undone",
      to: "open",
      codes: { position: 2 },
      set: { answerDue: "2026-12-07", checkpoint: null, firstAnswerAt: null },
    });
  });

  test("the first reply makes it unanswered again", () => {
    const { signal, course } = done(reply(signalWith(), colleague, "Bel de bode", now), colleague);
    expect(undo(signal, colleague, course, now)).toMatchObject({ to: "open", set: { firstReplyAt: null } });
  });

  test("sharing wider makes the circle as small as it was", () => {
    const chosen = signalWith({ audience: "chosen", readers: ["one"] });
    const { signal, course } = done(widen(chosen, bringer, "everyone", ["two"]), bringer, chosen);
    expect(undo(signal, bringer, course, now)).toMatchObject({ set: { audience: "chosen", readers: ["one"] } });
  });

  test("leaves whoever was asked addressed, for they may have read it", () => {
    const set = { askedId: "executive", deputyId: null, addressedTo: ["owner", "deputy", "executive"] };
    const { signal, course } = done({ kind: "passed-on", to: "open", set });
    const undone = undo(signal, owner, course, now) as Deed;
    expect(undone.set).toEqual({ askedId: "owner", deputyId: "deputy" });
  });
});

test("an undone deed and the undoing of it no longer stand, everything else does", () => {
  const course: Fact[] = [released, replied, factOf(3, "undone", colleague, { codes: { position: 2 } }), factOf(4, "also", colleague)];
  expect(standing(course).map(({ position }) => position)).toEqual([1, 4]);
  expect(standing([])).toEqual([]);
});
