import { expect, test } from "vitest";
import { roles } from "#src/kernel/actor.ts";
import { bringer, colleague, facilitator, person, signalWith, teammate } from "#test/in-memory.ts";
import { heldThere, notHere, takeUp } from "./spreading.ts";

const works = signalWith({ kind: "works", askedId: null, answerDue: null });
const takenUp = signalWith({ kind: "works", state: "taken-up", takenById: "colleague" });

test("what works is taken up by a colleague of another team", () => {
  expect(takeUp(works, colleague)).toEqual({ kind: "taken-up", to: "taken-up", set: { takenById: "colleague" } });
  expect(takeUp(works, facilitator)).toMatchObject({ set: { takenById: "facilitator" } });
});

test("not by the team that brought it", () => {
  for (const by of [bringer, teammate]) expect(takeUp(works, by)).toBe("own-team");
});

test.each(roles)("a %s elsewhere takes it up only when that role sits in the room", (role) => {
  expect(takeUp(works, person("somebody", role, "west")) === "role-may-not").toBe(!["professional", "facilitator"].includes(role));
});

test("only whoever took it up says whether it held there", () => {
  expect(heldThere(takenUp, colleague, "")).toEqual({ kind: "held-there", to: "held-there" });
  expect(heldThere(takenUp, colleague, "ook met jongeren")).toMatchObject({ said: { reason: "ook met jongeren" } });
  for (const by of [bringer, facilitator]) {
    expect(heldThere(takenUp, by, "")).toBe("not-taken-up-by-you");
    expect(notHere(takenUp, by, "nee")).toBe("not-taken-up-by-you");
  }
});

test("that it did not work here is said with why", () => {
  expect(notHere(takenUp, colleague, " ")).toBe("words-missing");
  expect(notHere(takenUp, colleague, "Wij hebben geen bode")).toEqual({ kind: "not-here", to: "not-here", said: { reason: "Wij hebben geen bode" } });
});

test.each(["held-there", "not-here"] as const)("after %s another team may take it up", (state) => {
  expect(takeUp(signalWith({ kind: "works", state, takenById: "colleague" }), person("third", "professional", "noord"))).toMatchObject({
    set: { takenById: "third" },
  });
});
