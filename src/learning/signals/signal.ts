import type { Role } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import type { Audience, Kind, Law, Level, LifeArea, MattersSource, Snag, Stage, State, Voice } from "./words.ts";

/** Something that got stuck, went well or was worked around, released by its bringer: codes and states, without words. */
export type Signal = {
  readonly id: string;
  readonly kind: Kind;
  readonly state: State;
  readonly version: number;
  readonly bringerId: string;
  readonly bringerRole: Role;
  readonly teamId: string;
  readonly teamName: string;
  readonly audience: Audience;
  readonly readers: readonly string[];
  readonly addressedTo: readonly string[];
  /** The bringer wants to be known by name. */
  readonly named: boolean;
  readonly bringerName: string | null;
  /** Who has to answer now, and who may in that person's place. */
  readonly askedId: string | null;
  readonly deputyId: string | null;
  readonly askedTitle: string | null;
  readonly voice: Voice | null;
  readonly mattersSource: MattersSource | null;
  readonly laws: readonly Law[];
  readonly lifeAreas: readonly LifeArea[];
  readonly snags: readonly Snag[];
  readonly stage: Stage | null;
  readonly level: Level | null;
  /** It harms somebody now: the shorter term counts. */
  readonly harm: boolean;
  readonly withoutMoney: boolean | null;
  readonly takenById: string | null;
  readonly releasedAt: Date;
  readonly changedAt: Date;
  readonly firstReplyAt: Date | null;
  readonly firstAnswerAt: Date | null;
  readonly answerDue: Day | null;
  readonly routeDue: Day | null;
  /** The day on which somebody looks whether it holds. */
  readonly checkpoint: Day | null;
  /** Up to which fact the resident was told. */
  readonly toldPosition: number;
};

export const factKinds = [
  "released",
  "reply",
  "also",
  "helped",
  "answered",
  "refused",
  "passed-on",
  "routed",
  "to-facilitator",
  "tried",
  "held-asked",
  "held",
  "fallen-back",
  "not-solved",
  "stays",
  "withdrawn",
  "widened",
  "taken-up",
  "held-there",
  "not-here",
  "told",
  "shielded",
  "shield-lifted",
  "erased",
  "undone",
] as const;
export type FactKind = (typeof factKinds)[number];

/** What can be said in a deed; each is a text of its own. */
export type Part = "sentence" | "story" | "matters" | "reply" | "answer" | "reason";

/** What a deed may change in the signal beside its state. */
export type Changes = Partial<
  Pick<
    Signal,
    | "askedId"
    | "deputyId"
    | "audience"
    | "readers"
    | "addressedTo"
    | "withoutMoney"
    | "takenById"
    | "firstReplyAt"
    | "firstAnswerAt"
    | "answerDue"
    | "routeDue"
    | "checkpoint"
    | "toldPosition"
  >
>;

/** What a rule decides: one fact to add, its words, and what changes. */
export type Deed = {
  readonly kind: FactKind;
  readonly to: State;
  readonly codes?: Readonly<Record<string, string | number | boolean | null>>;
  readonly said?: Readonly<Partial<Record<Part, string>>>;
  readonly set?: Changes;
};

/** Something that happened, as read back; `said` lacks the parts that are erased, or shielded for whoever reads. */
export type Fact = {
  readonly position: number;
  readonly kind: FactKind;
  readonly state: State;
  readonly codes: Readonly<Record<string, string | number | boolean | null>>;
  readonly parts: readonly Part[];
  readonly before: Changes;
  readonly said: Readonly<Partial<Record<Part, string>>>;
  readonly shielded: readonly Part[];
  /** Parts whose words are gone for good, and since when. */
  readonly erased: Readonly<Partial<Record<Part, Date>>>;
  readonly byMember: string;
  readonly byRole: Role;
  readonly byTitle: string;
  readonly byTeam: string;
  readonly byTeamId: string;
  readonly at: Date;
  /** Chosen by the form that said it. */
  readonly deed: string;
};

/** The facts that still count: without those that were undone within half a minute, and the undoing itself. */
export function standing(course: readonly Fact[]): Fact[] {
  const undone = new Set(course.filter(({ kind }) => kind === "undone").map(({ codes }) => codes["position"]));
  return course.filter(({ kind, position }) => kind !== "undone" && !undone.has(position));
}

export type Refusal =
  | "not-in-this-state"
  | "not-the-bringer"
  | "own-signal"
  | "not-addressed-to-you"
  | "already-said"
  | "words-missing"
  | "no-such-reply"
  | "checkpoint-missing"
  | "checkpoint-passed"
  | "checkpoint-too-far"
  | "before-checkpoint"
  | "no-such-receiver"
  | "not-wider"
  | "readers-missing"
  | "own-team"
  | "not-taken-up-by-you"
  | "no-resident"
  | "nothing-to-undo"
  | "not-this-kind"
  | "sentence-missing"
  | "not-a-facilitator"
  | "already-asked"
  | "choice-missing"
  | "role-may-not";
