import { describe, expect, test } from "vitest";
import { roles } from "#src/kernel/actor.ts";
import { bringer, colleague, deputy, facilitator, now, owner, person, signalWith, teammate, terms, today } from "#test/in-memory.ts";
import { answer, answerDay, askHeld, mayAnswer, mayReceive, mayRoute, passOn, route, toFacilitators } from "./answer.ts";

const said = { choice: "change" as const, text: "Wij passen de werkinstructie aan", checkpoint: "2026-12-14" as const };
const executive = { id: "executive", roles: ["executive" as const], title: "wethouder" };
const answering = (wished: Partial<Parameters<typeof answer>[2]>) => answer(signalWith(), owner, { ...said, ...wished }, today, now);

describe("the term", () => {
  test("what harms somebody now is answered within five working days, anything else within ten", () => {
    expect(answerDay(true, today, terms)).toBe("2026-11-30");
    expect(answerDay(false, today, terms)).toBe("2026-12-07");
  });

  test("a municipality may set other terms, and holidays lengthen them", () => {
    expect(answerDay(true, "2026-12-23", { harm: 2, other: 10 })).toBe("2026-12-28");
  });
});

describe("answering", () => {
  test("whoever was asked and the deputy may answer, and so may everybody it was sent to before", () => {
    expect(mayAnswer(signalWith(), owner)).toBeUndefined();
    expect(mayAnswer(signalWith(), deputy)).toBeUndefined();
    expect(mayAnswer(signalWith({ askedId: "executive", addressedTo: ["owner", "deputy", "executive"] }), owner)).toBeUndefined();
  });

  test("colleagues, the bringer and other owners may not", () => {
    for (const by of [bringer, teammate, colleague, person("other", "owner")]) expect(mayAnswer(signalWith(), by)).toBe("not-addressed-to-you");
  });

  test("a facilitator to whom it came sends it on and does not answer it", () => {
    expect(mayAnswer(signalWith({ addressedTo: ["facilitator"] }), facilitator)).toBe("not-addressed-to-you");
  });

  test("nor does whoever it was sent to, as long as that person acts in another role", () => {
    for (const role of roles)
      expect(mayAnswer(signalWith(), person("owner", role)) === undefined).toBe(["owner", "executive", "jurist", "official"].includes(role));
  });

  test("a way around is answered when its bringer sent it to somebody", () => {
    expect(mayAnswer(signalWith({ kind: "around" }), owner)).toBeUndefined();
    expect(mayAnswer(signalWith({ kind: "around", addressedTo: [] }), owner)).toBe("not-addressed-to-you");
  });

  test("a promise ends the term and names the day on which we look", () => {
    expect(answering({})).toEqual({
      kind: "answered",
      to: "answered",
      codes: { choice: "change", checkpoint: "2026-12-14" },
      said: { answer: said.text },
      set: { answerDue: null, routeDue: null, firstAnswerAt: now, checkpoint: "2026-12-14" },
    });
  });

  test("a promise without a day, with today or with a day that is gone is refused", () => {
    expect(answering({ checkpoint: undefined })).toBe("checkpoint-missing");
    expect(answering({ checkpoint: today })).toBe("checkpoint-passed");
    expect(answering({ checkpoint: "2026-11-20" })).toBe("checkpoint-passed");
    expect(answering({ checkpoint: "2026-11-24" })).toMatchObject({ kind: "answered" });
  });

  test("a no has its reason, and no day is asked for", () => {
    expect(answering({ choice: "no-because", checkpoint: undefined })).toMatchObject({ kind: "refused", to: "refused", set: { checkpoint: null } });
    expect(answering({ choice: "no-because", text: " \n" })).toBe("words-missing");
  });

  test.each(["change", "experiment", "no-because"] as const)("%s without words is no answer", (choice) => {
    expect(answering({ choice, text: "   " })).toBe("words-missing");
  });

  test("only the first answer counts as the first", () => {
    const again = answer(signalWith({ state: "fallen-back", firstAnswerAt: new Date("2026-10-01T09:00:00Z") }), owner, said, today, now);
    expect(again).toMatchObject({ kind: "answered", set: expect.not.objectContaining({ firstAnswerAt: expect.anything() }) });
  });
});

describe("passing on", () => {
  test("the next one is asked, everybody before stays addressed, and the term stays the bringer's", () => {
    const deed = passOn(signalWith(), owner, executive, "De regel staat in de verordening");
    expect(deed).toEqual({
      kind: "passed-on",
      to: "open",
      codes: { to: "wethouder" },
      said: { reason: "De regel staat in de verordening" },
      set: { askedId: "executive", deputyId: null, addressedTo: ["owner", "deputy", "executive"], routeDue: null },
    });
  });

  test("not without saying what was learnt", () => {
    expect(passOn(signalWith(), owner, executive, " ")).toBe("words-missing");
  });

  test("not to nobody, oneself, the bringer or somebody without a mandate", () => {
    for (const to of [undefined, { ...executive, id: "owner" }, { ...executive, id: "bringer" }, { ...executive, roles: ["professional" as const] }])
      expect(passOn(signalWith(), owner, to, "zo zit het")).toBe("no-such-receiver");
  });

  test("a deputy does not pass it on to the one who was asked already", () => {
    expect(passOn(signalWith(), deputy, { ...executive, id: "owner", roles: ["owner"] }, "zo zit het")).toBe("already-asked");
  });

  test.each(roles)("a signal is sent to a %s only when that role can answer", (role) => {
    expect(mayReceive({ roles: [role] })).toBe(["owner", "executive", "jurist", "official"].includes(role));
  });
});

describe("what nobody was asked for", () => {
  const unrouted = signalWith({ askedId: null, deputyId: null, askedTitle: null, addressedTo: [], routeDue: "2026-11-25" });

  test("a facilitator puts it before somebody who can answer, within the same term", () => {
    expect(route(unrouted, facilitator, executive)).toEqual({
      kind: "routed",
      to: "open",
      codes: { to: "wethouder" },
      set: { askedId: "executive", deputyId: null, addressedTo: ["executive"], routeDue: null },
    });
  });

  test.each(roles.filter((role) => role !== "facilitator"))("a %s does not", (role) => {
    expect(mayRoute(unrouted, person("somebody", role))).toBe("not-a-facilitator");
  });

  test("not when somebody was asked, nor when no answer is asked at all", () => {
    expect(mayRoute(signalWith(), facilitator)).toBe("already-asked");
    expect(mayRoute(signalWith({ kind: "works", askedId: null, answerDue: null }), facilitator)).toBe("not-in-this-state");
  });

  test("never to its own bringer or to somebody without a mandate", () => {
    for (const to of [undefined, { ...executive, id: "bringer" }, { ...executive, roles: ["council-member" as const] }])
      expect(route(unrouted, facilitator, to)).toBe("no-such-receiver");
  });

  test("after two working days it comes to all facilitators, who may then read it", () => {
    expect(toFacilitators({ ...unrouted, addressedTo: ["one"] }, ["one", "two"])).toEqual({
      kind: "to-facilitator",
      to: "open",
      set: { routeDue: null, addressedTo: ["one", "two"] },
    });
  });
});

test("only whoever it was sent to asks whether it holds, and that changes nothing", () => {
  expect(askHeld(signalWith({ state: "tried" }), owner)).toEqual({ kind: "held-asked", to: "tried" });
  expect(askHeld(signalWith({ state: "tried" }), colleague)).toBe("not-addressed-to-you");
  expect(askHeld(signalWith({ state: "tried" }), bringer)).toBe("not-addressed-to-you");
});
