import { randomUUID } from "node:crypto";
import type { Actor, Role } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import type { Terms } from "#src/learning/signals/answer.ts";
import type { Changes, Deed, Fact, Signal } from "#src/learning/signals/signal.ts";
import { type State, states } from "#src/learning/signals/words.ts";

// Signals, facts and people for tests of rules: no database, names as ids.

/** A Monday without holidays near it. */
export const today: Day = "2026-11-23";
export const now = new Date("2026-11-23T10:00:00Z");
export const terms: Terms = { harm: 5, other: 10 };

export const person = (memberId: string, role: Role = "professional", teamId = "oost"): Actor => ({
  memberId,
  municipalityId: "testdorp",
  role,
  teamId,
  otherTeamIds: [],
});
export const bringer = person("bringer");
export const teammate = person("teammate");
export const colleague = person("colleague", "professional", "west");
export const facilitator = person("facilitator", "facilitator", "west");
export const owner = person("owner", "owner", "beleid");
export const deputy = person("deputy", "owner", "beleid");

/** A signal that got stuck, open, with the owner asked and the deputy beside; as far as nothing else is said. */
export const signalWith = (wished: Partial<Signal> = {}): Signal => ({
  id: "signal",
  kind: "stuck",
  state: "open",
  version: 1,
  bringerId: "bringer",
  bringerRole: "professional",
  teamId: "oost",
  teamName: "wijkteam Oost",
  audience: "everyone",
  readers: [],
  addressedTo: ["owner", "deputy"],
  named: false,
  bringerName: null,
  askedId: "owner",
  deputyId: "deputy",
  askedTitle: "teamleider",
  voice: null,
  mattersSource: null,
  laws: [],
  lifeAreas: [],
  snags: ["belief"],
  stage: null,
  level: null,
  harm: false,
  withoutMoney: null,
  takenById: null,
  releasedAt: now,
  changedAt: now,
  firstReplyAt: null,
  firstAnswerAt: null,
  answerDue: "2026-12-07",
  routeDue: null,
  checkpoint: null,
  toldPosition: 0,
  ...wished,
});

export const factOf = (position: number, kind: Fact["kind"], by: Actor, wished: Partial<Fact> = {}): Fact => ({
  position,
  kind,
  state: "open",
  codes: {},
  parts: [],
  before: {},
  said: {},
  shielded: [],
  erased: {},
  byMember: by.memberId,
  byRole: by.role,
  byTitle: by.memberId,
  byTeam: by.teamId,
  byTeamId: by.teamId,
  at: now,
  deed: randomUUID(),
  ...wished,
});

export const released = factOf(1, "released", bringer);
export const replied = factOf(2, "reply", colleague);

export type Told = { readonly signal: Signal; readonly course: readonly Fact[] };

/** What the store makes of a deed: the row as it is afterwards, and one fact that remembers what it replaced. */
export function recorded({ signal, course }: Told, by: Actor, { kind, to, codes = {}, said = {}, set = {} }: Deed, at: Date): Told {
  const position = signal.version + 1;
  const before = Object.fromEntries(
    Object.keys(set)
      .filter((name) => name !== "addressedTo")
      .map((name) => [name, signal[name as keyof Changes]]),
  ) as Changes;
  const parts = Object.keys(said) as Fact["parts"];
  return {
    signal: { ...signal, ...set, state: to, version: position, changedAt: at },
    course: [...course, factOf(position, kind, by, { state: to, codes, said, parts, before, at })],
  };
}

/** All states except these. */
export const statesBut = (...allowed: State[]): State[] => states.filter((state) => !allowed.includes(state));
