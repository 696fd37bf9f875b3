import type { Role } from "#src/kernel/actor.ts";
import type { Identity } from "./identity.ts";

/** Somebody of this municipality, as far as logging in is concerned. */
export type Known = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly teamId: string;
  readonly otherTeamIds: readonly string[];
  readonly endedAt: Date | null;
};

/** The way of logging in was not strong enough · nobody here has this login · whoever has it left. */
export type Refusal = "stronger" | "unknown" | "left";

/** Whether whoever logged in at the provider comes in here. */
export function mayEnter(known: Known | undefined, { acr }: Pick<Identity, "acr">, enough: readonly string[]): Refusal | undefined {
  if (!isEnough(acr, enough)) return "stronger";
  if (!known) return "unknown";
  return known.endedAt ? "left" : undefined;
}

/** Of the wished levels one has to be reached; without wishes any is. */
export const isEnough = (acr: string | undefined, enough: readonly string[]): boolean => enough.length === 0 || (acr !== undefined && enough.includes(acr));

/** One comes back in the role in which one left, as long as one has it. */
export const roleOf = ({ roles }: Pick<Known, "roles">, last: string | undefined): Role => roles.find((role) => role === last) ?? roles[0]!;
