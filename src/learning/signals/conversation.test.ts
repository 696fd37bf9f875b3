import { describe, expect, test } from "vitest";
import { roles } from "#src/kernel/actor.ts";
import { bringer, colleague, facilitator, factOf, now, owner, person, released, replied, signalWith, teammate, today } from "#test/in-memory.ts";
import { also, helped, reply, repliesOfOthers, widen, withdraw } from "./conversation.ts";
import type { Fact } from "./signal.ts";

describe("thinking along", () => {
  test("the first reply by somebody else stops the clock, the bringer's own words do not", () => {
    expect(reply(signalWith(), colleague, "Bel de bode", now)).toEqual({
      kind: "reply",
      to: "open",
      said: { reply: "Bel de bode" },
      set: { firstReplyAt: now },
    });
    expect(reply(signalWith(), bringer, "Het was op maandag", now)).not.toHaveProperty("set");
    expect(reply(signalWith({ firstReplyAt: now }), colleague, "Bel de bode", now)).not.toHaveProperty("set");
  });

  test("takes words", () => {
    expect(reply(signalWith(), colleague, "\n ", now)).toBe("words-missing");
  });
});

describe("running into it too", () => {
  test("counts once per colleague, again after it was undone", () => {
    const said = factOf(2, "also", colleague);
    expect(also(signalWith(), colleague, [released, said])).toBe("already-said");
    expect(also(signalWith(), teammate, [released, said])).toEqual({ kind: "also", to: "open" });
    expect(also(signalWith(), colleague, [released, said, factOf(3, "undone", colleague, { codes: { position: 2 } })])).toMatchObject({ kind: "also" });
  });

  test("is not said of one's own signal", () => {
    expect(also(signalWith(), bringer, [released])).toBe("own-signal");
  });

  test.each(roles)("a %s says it only when that role sits in the room", (role) => {
    expect(also(signalWith(), person("somebody", role), [released]) === "role-may-not").toBe(!["professional", "facilitator"].includes(role));
  });
});

describe("a reply that helped", () => {
  const marked = { position: 2, withoutMoney: true, checkpoint: "2026-12-14" as const };
  const helping = (wished: Partial<Parameters<typeof helped>[2]>, course: Fact[] = [released, replied]) =>
    helped(signalWith(), bringer, { ...marked, ...wished }, course, today);

  test("is named by the bringer, with whether it took money and the day on which we look", () => {
    expect(helping({})).toEqual({
      kind: "helped",
      to: "answered",
      codes: marked,
      set: { checkpoint: "2026-12-14", withoutMoney: true, answerDue: null, routeDue: null },
    });
  });

  test("is a reply by somebody else that was not undone", () => {
    const own = factOf(3, "reply", bringer);
    expect(helping({ position: 3 }, [released, replied, own])).toBe("no-such-reply");
    expect(helping({ position: 1 })).toBe("no-such-reply");
    expect(helping({}, [released, own])).toBe("no-such-reply");
    expect(helping({}, [released, replied, factOf(3, "undone", colleague, { codes: { position: 2 } })])).toBe("no-such-reply");
    expect(repliesOfOthers(signalWith(), [released, replied, own])).toEqual([replied]);
  });

  test("has a day on which we look, after today", () => {
    expect(helping({ checkpoint: undefined })).toBe("checkpoint-missing");
    expect(helping({ checkpoint: today })).toBe("checkpoint-passed");
  });
});

describe("for whom it is released", () => {
  const wider = [
    ["chosen", "team"],
    ["chosen", "everyone"],
    ["team", "everyone"],
  ] as const;
  test.each(wider)("the bringer widens from %s to %s", (from, to) => {
    expect(widen(signalWith({ audience: from, readers: ["one"] }), bringer, to, [])).toMatchObject({
      kind: "widened",
      to: "open",
      codes: { audience: to },
      set: { audience: to, readers: ["one"] },
    });
  });

  test.each([
    ["team", "chosen"],
    ["everyone", "team"],
    ["everyone", "chosen"],
    ["team", "team"],
    ["everyone", "everyone"],
    ["bringer", "everyone"],
  ] as const)("nobody goes from %s to %s", (from, to) => {
    expect(widen(signalWith({ audience: from }), bringer, to, [])).toBe("not-wider");
  });

  test("more chosen colleagues is wider, the same ones again is not", () => {
    const chosen = signalWith({ audience: "chosen", readers: ["one"] });
    expect(widen(chosen, bringer, "chosen", ["one", "two"])).toMatchObject({ set: { readers: ["one", "two"] } });
    expect(widen(chosen, bringer, "chosen", ["one"])).toBe("not-wider");
  });

  test("only the bringer widens it", () => {
    for (const by of [teammate, facilitator, owner]) expect(widen(signalWith({ audience: "team" }), by, "everyone", [])).toBe("not-the-bringer");
  });
});

test("only the bringer withdraws, and then nobody is waited for any more", () => {
  expect(withdraw(signalWith(), bringer)).toEqual({
    kind: "withdrawn",
    to: "withdrawn",
    set: { audience: "bringer", answerDue: null, routeDue: null, checkpoint: null },
  });
  for (const by of [teammate, facilitator, owner]) expect(withdraw(signalWith(), by)).toBe("not-the-bringer");
});
