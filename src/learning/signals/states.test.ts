import { describe, expect, test } from "vitest";
import { bringer, colleague, factOf, facilitator, now, owner, person, released, replied, signalWith, statesBut, terms, today } from "#test/in-memory.ts";
import { answer, askHeld, passOn, route } from "./answer.ts";
import { fallBack, hold, notSolved, stay, tried } from "./checkpoint.ts";
import { also, helped, reply, widen, withdraw } from "./conversation.ts";
import type { Deed, Refusal, Signal } from "./signal.ts";
import { heldThere, notHere, takeUp } from "./spreading.ts";
import { tell } from "./telling.ts";
import { type State, states } from "./words.ts";

const executive = { id: "executive", roles: ["executive" as const], title: "wethouder" };
const course = [released, replied];
const later = { checkpoint: "2026-12-14" as const, text: "Wij passen de werkinstructie aan" };

type Case = {
  readonly deed: string;
  readonly from: readonly State[];
  readonly to?: State;
  readonly with?: Partial<Signal>;
  readonly rule: (signal: Signal) => Deed | Refusal;
};

/** Each deed, done as it should be by whoever may: the states from which it goes, and the state in which it ends (none: it stays as it is). */
const stuck: readonly Case[] = [
  {
    deed: "a change is promised",
    from: ["open", "fallen-back"],
    to: "answered",
    rule: (signal) => answer(signal, owner, { choice: "change", ...later }, today, now),
  },
  {
    deed: "an experiment is promised",
    from: ["open", "fallen-back"],
    to: "answered",
    rule: (signal) => answer(signal, owner, { choice: "experiment", ...later }, today, now),
  },
  {
    deed: "the answer is no, because",
    from: ["open", "fallen-back"],
    to: "refused",
    rule: (signal) => answer(signal, owner, { choice: "no-because", text: "Het is de wet", checkpoint: undefined }, today, now),
  },
  { deed: "it is passed on", from: ["open", "fallen-back"], rule: (signal) => passOn(signal, owner, executive, "De regel staat in de verordening") },
  {
    deed: "a facilitator puts it before somebody",
    from: ["open", "fallen-back"],
    with: { askedId: null, deputyId: null },
    rule: (signal) => route(signal, facilitator, executive),
  },
  {
    deed: "a reply helped",
    from: ["open", "fallen-back"],
    to: "answered",
    rule: (signal) => helped(signal, bringer, { position: 2, withoutMoney: true, checkpoint: "2026-12-14" }, course, today),
  },
  { deed: "it is tried", from: ["answered"], to: "tried", rule: (signal) => tried(signal, bringer, "") },
  { deed: "it held", from: ["tried"], to: "held", rule: (signal) => hold(signal, bringer, "", today) },
  { deed: "it fell back", from: ["tried"], to: "fallen-back", rule: (signal) => fallBack(signal, bringer, "", today, terms) },
  { deed: "it is not solved", from: ["answered", "tried", "held", "refused", "stays"], to: "open", rule: (signal) => notSolved(signal, bringer, today, terms) },
  {
    deed: "we stay near",
    from: ["open", "answered", "tried", "refused", "fallen-back", "stays"],
    to: "stays",
    rule: (signal) => stay(signal, bringer, { text: "", next: "2026-12-14" }, today),
  },
  { deed: "an owner asks whether it holds", from: ["answered", "tried"], rule: (signal) => askHeld(signal, owner) },
  { deed: "it is withdrawn", from: ["open"], to: "withdrawn", rule: (signal) => withdraw(signal, bringer) },
  { deed: "somebody replies", from: statesBut("withdrawn"), rule: (signal) => reply(signal, colleague, "Bel de bode even", now) },
  { deed: "somebody runs into it too", from: statesBut("withdrawn"), rule: (signal) => also(signal, colleague, [released]) },
  { deed: "the resident is told", from: states, with: { voice: "resident" }, rule: (signal) => tell(signal, bringer, course) },
  { deed: "it is shared wider", from: states, with: { audience: "team" }, rule: (signal) => widen(signal, bringer, "everyone", []) },
];

const works: readonly Case[] = [
  { deed: "a colleague elsewhere takes it up", from: ["open", "held-there", "not-here"], to: "taken-up", rule: (signal) => takeUp(signal, colleague) },
  { deed: "it held there", from: ["taken-up"], to: "held-there", with: { takenById: "colleague" }, rule: (signal) => heldThere(signal, colleague, "") },
  {
    deed: "it did not work here",
    from: ["taken-up"],
    to: "not-here",
    with: { takenById: "colleague" },
    rule: (signal) => notHere(signal, colleague, "Wij hebben geen bode"),
  },
  { deed: "it is withdrawn", from: ["open"], to: "withdrawn", rule: (signal) => withdraw(signal, bringer) },
];

const tables = [
  ["what got stuck", "stuck", stuck],
  ["what was worked around", "around", stuck],
  ["what works", "works", works],
] as const;

describe.each(tables)("of %s", (_, kind, cases) => {
  const inState = (state: State, wished: Partial<Signal> = {}) => signalWith({ kind, state, ...wished });

  test.each(cases)("$deed only from $from", ({ rule, from, with: wished }) => {
    const refused = states.filter((state) => rule(inState(state, wished)) === "not-in-this-state");
    expect(refused).toEqual(statesBut(...from));
  });

  test.each(cases.map((one) => ({ ...one, after: one.to ?? "what it was" })))("when $deed it is $after", ({ rule, from, to, with: wished }) => {
    for (const state of from) expect(rule(inState(state, wished)), state).toMatchObject({ to: to ?? state });
  });
});

test("what works asks for no answer and is not stuck, whatever its state", () => {
  const asked: readonly string[] = [
    "a change is promised",
    "it is passed on",
    "a reply helped",
    "it is not solved",
    "we stay near",
    "somebody runs into it too",
  ];
  for (const { deed, rule } of stuck.filter((one) => asked.includes(one.deed)))
    for (const state of states) expect(rule(signalWith({ kind: "works", state })), `${deed} in ${state}`).toBe("not-this-kind");
});

test("what got stuck is not taken up elsewhere", () => {
  for (const state of states) expect(takeUp(signalWith({ state }), colleague)).toBe("not-this-kind");
});

test("nobody but the bringer says that it held, fell back or is not solved, in whatever state and role", () => {
  for (const state of states)
    for (const by of [colleague, facilitator, owner, person("jurist", "jurist"), person("executive", "executive")]) {
      expect(hold(signalWith({ state }), by, "", today)).toBe("not-the-bringer");
      expect(fallBack(signalWith({ state }), by, "", today, terms)).toBe("not-the-bringer");
      expect(notSolved(signalWith({ state }), by, today, terms)).toBe("not-the-bringer");
      expect(
        helped(signalWith({ state }), by, { position: 2, withoutMoney: false, checkpoint: "2026-12-14" }, [released, factOf(2, "reply", colleague)], today),
      ).toBe("not-the-bringer");
    }
});
