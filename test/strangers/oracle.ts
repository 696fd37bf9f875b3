import type { Role } from "#src/kernel/actor.ts";
import type { Thing } from "./things.ts";
import type { Visitor } from "./visitors.ts";

// Who may do what, as the domain has it; said here once more, in as few words as can be, and knowing nothing of how it is built.

export type Rule = (visitor: Visitor, thing: Thing) => boolean;

export const anybody: Rule = () => true;
export const nobody: Rule = () => false;
/** Who has a session. */
export const everybody: Rule = ({ role }) => role !== undefined;
export const as =
  (...roles: readonly Role[]): Rule =>
  ({ role }) =>
    role !== undefined && roles.includes(role);
export const both =
  (...rules: readonly Rule[]): Rule =>
  (visitor, thing) =>
    rules.every((rule) => rule(visitor, thing));

export const either =
  (...rules: readonly Rule[]): Rule =>
  (visitor, thing) =>
    rules.some((rule) => rule(visitor, thing));
export const not =
  (rule: Rule): Rule =>
  (visitor, thing) =>
    !rule(visitor, thing);

/** Who brings signals: everybody who works in or beside the access. */
export const bringers = as("professional", "facilitator", "official", "advocate", "owner", "jurist", "council-member");
/** Who has to do with the loop: looks through the list and reads the numbers. */
export const listReaders = as("professional", "facilitator", "official", "advocate", "owner", "jurist", "council-member", "executive");
export const room = as("professional", "facilitator");

/** What is here, for everybody of this municipality. */
export const here: Rule = (visitor, thing) => thing.home === visitor.home;
const own: Rule = (visitor, thing) => here(visitor, thing) && visitor.who === thing.by;
const ofTeam: Rule = (visitor, thing) => here(visitor, thing) && visitor.teams.includes(thing.team ?? "");

/** A released signal is seen by its bringer, by whom it was addressed to, and in the room by those it was released for; never by an administrator. */
export const sees: Rule = (visitor, thing) => {
  if (thing.kind !== "signal" || !here(visitor, thing) || visitor.role === undefined || visitor.role === "administrator") return false;
  if (own(visitor, thing)) return true;
  if (thing.audience === "bringer") return false;
  const releasedFor: Record<string, boolean> = { everyone: true, team: ofTeam(visitor, thing), chosen: visitor.who === "reader" };
  return visitor.who === "addressed" || (room(visitor, thing) && releasedFor[thing.audience ?? ""] === true);
};
export const broughtIt = both(sees, own);

/** A draft is written by one person, in a role in which one brings signals. */
export const hasWritten: Rule = (visitor, thing) => thing.kind === "draft" && bringers(visitor, thing) && own(visitor, thing);
export const writes: Rule = (visitor, thing) => hasWritten(visitor, thing) && !thing.removed;
/** It is read by that person's team too, in the roles of the access. */
export const readsDraft: Rule = (visitor, thing) =>
  writes(visitor, thing) ||
  (thing.kind === "draft" && !thing.removed && ofTeam(visitor, thing) && as("professional", "official", "advocate", "facilitator")(visitor, thing));

/** The page chooses the id of a draft: one that is free here is begun, one that is there is saved by who has it. */
export const saves = both(bringers, either(not(here), hasWritten, readsDraft, sees));

/** Words in which somebody is recognisable are left to their author and the privacy officer; what one threw away oneself is still one's own. */
export const reads: Rule = (visitor, thing) =>
  thing.kind === "draft"
    ? either(hasWritten, readsDraft)(visitor, thing)
    : sees(visitor, thing) && (!thing.shielded || own(visitor, thing) || visitor.role === "privacy-officer");
export const unread: Rule = (visitor, thing) => thing.kind === "signal" && reads(visitor, thing);
