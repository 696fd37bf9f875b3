import { lock, unlock } from "#src/platform/locked.ts";
import type { Journey } from "./provider.ts";

/** What this browser keeps between leaving for the provider and coming back; locked, so that nobody reads or makes one. */
export type Underway = Journey & {
  readonly municipalityId: string;
  readonly at: number;
  readonly back: string;
  /** The invitation whose code was typed before. */
  readonly invitation: string | undefined;
};

const purpose = "login";
const minutes = 10;

/** A cookie for each journey, so that two tabs do not stand in each other's way; undefined for what is no state. */
export const journeyCookie = (state: string): string | undefined => (/^[\w-]{8,200}$/.test(state) ? `haarvat-login-${state.slice(0, 8)}` : undefined);
export const journeySeconds = minutes * 60;

export const lockJourney = (secret: string, journey: Underway): string => lock(secret, purpose, JSON.stringify(journey)).toString("base64url");

type Returned = { readonly state: string; readonly municipalityId: string; readonly now: Date };

/** The journey somebody comes back from; undefined when it never left from here, too long ago, or for another municipality. */
export function unlockJourney(secret: string, locked: string | undefined, { state, municipalityId, now }: Returned): Underway | undefined {
  const text = unlock(secret, purpose, Buffer.from(locked ?? "", "base64url"));
  if (text === undefined) return undefined;
  const journey = JSON.parse(text) as Underway;
  const young = now.getTime() - journey.at <= minutes * 60_000;
  return young && journey.state === state && journey.municipalityId === municipalityId ? journey : undefined;
}
