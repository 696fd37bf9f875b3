import { type Fact, type FactKind, type Signal, standing, undoSeconds } from "#src/learning/signals/index.ts";

export type Why = "bringer" | "asked" | "replied" | "facilitator" | "reader";
export type Recipient = { readonly memberId: string; readonly why: Why };

type Whom = (signal: Signal, course: readonly Fact[], fact: Fact, facilitators: readonly string[]) => Recipient[];

const bringer: Whom = ({ bringerId }) => [{ memberId: bringerId, why: "bringer" }];
const asked: Whom = ({ askedId, deputyId }) => [askedId, deputyId].filter((id) => id !== null).map((memberId) => ({ memberId, why: "asked" }));
const participants: Whom = (_, course) =>
  standing(course)
    .filter(({ kind }) => kind === "reply" || kind === "also")
    .map(({ byMember }) => ({ memberId: byMember, why: "replied" }));
const helper: Whom = (_, course, fact) =>
  course.filter(({ position }) => position === fact.codes["position"]).map(({ byMember }) => ({ memberId: byMember, why: "replied" }));
const readers: Whom = (signal) => (signal.audience === "chosen" ? signal.readers.map((memberId) => ({ memberId, why: "reader" })) : []);
const coaches: Whom = (_, __, ___, facilitators) => facilitators.map((memberId) => ({ memberId, why: "facilitator" }));
/** Withdrawn before anybody was told of the release: then there is nothing to tell either. */
const askedBefore: Whom = (signal, course, fact, facilitators) =>
  fact.at.getTime() - course[0]!.at.getTime() < undoSeconds * 1000 ? [] : asked(signal, course, fact, facilitators);
const all =
  (...lists: Whom[]): Whom =>
  (...given) =>
    lists.flatMap((list) => list(...given));

/** Who hears of each kind of fact; `answered`, `refused` and `held` are never reached without a message to the bringer. */
const whom: Record<FactKind, Whom> = {
  released: all(asked, readers),
  reply: all(bringer, asked),
  also: bringer,
  helped: all(helper, asked, bringer),
  answered: all(bringer, participants),
  refused: all(bringer, participants),
  "passed-on": all(asked, bringer),
  routed: all(asked, bringer),
  "to-facilitator": all(coaches, bringer),
  tried: all(bringer, asked),
  "held-asked": bringer,
  held: all(bringer, asked, participants),
  "fallen-back": all(asked, participants),
  "not-solved": all(asked, participants),
  stays: all(asked, participants),
  withdrawn: askedBefore,
  widened: readers,
  "taken-up": bringer,
  "held-there": all(bringer, participants),
  "not-here": all(bringer, participants),
  told: () => [],
  shielded: bringer,
  "shield-lifted": bringer,
  // Whoever said the words hears that they are gone.
  erased: all(bringer, helper),
  undone: () => [],
};

/**
 * Who is told of a fact and why, each once. Nobody hears of their own deed, but for the three states that may not be reached in silence:
 * then the bringer's own message is the proof that it was told. Of what was withdrawn meanwhile nobody but the bringer hears what came before.
 */
export function recipients(signal: Signal, course: readonly Fact[], fact: Fact, facilitators: readonly string[]): Recipient[] {
  if (!standing(course).includes(fact)) return [];
  const proof = fact.kind === "held" || fact.kind === "helped";
  const gone = signal.state === "withdrawn" && fact.kind !== "withdrawn";
  const once = new Map<string, Recipient>();
  for (const recipient of whom[fact.kind](signal, course, fact, facilitators).filter(({ memberId }) => !gone || memberId === signal.bringerId))
    if ((recipient.memberId !== fact.byMember || (proof && recipient.why === "bringer")) && !once.has(recipient.memberId))
      once.set(recipient.memberId, recipient);
  return [...once.values()];
}
