import { expect, test } from "vitest";
import { now } from "#test/in-memory.ts";
import { journeyCookie, lockJourney, type Underway, unlockJourney } from "./journey.ts";

const journey: Underway = {
  state: "abcdefgh-1",
  nonce: "n",
  verifier: "v",
  municipalityId: "testdorp",
  at: now.getTime(),
  back: "/signals",
  invitation: undefined,
};
const locked = lockJourney("a secret", journey);
const back = { state: journey.state, municipalityId: "testdorp", now };
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

test("who comes back in time, in the same browser, goes on where they were", () => {
  expect(unlockJourney("a secret", locked, { ...back, now: minutes(10) })).toEqual({ ...journey, invitation: undefined });
});

test("a journey of another state, another municipality, another secret, or of more than ten minutes ago is none", () => {
  expect(unlockJourney("a secret", locked, { ...back, state: "abcdefgh-2" })).toBeUndefined();
  expect(unlockJourney("a secret", locked, { ...back, municipalityId: "elders" })).toBeUndefined();
  expect(unlockJourney("another", locked, back)).toBeUndefined();
  expect(unlockJourney("a secret", locked, { ...back, now: minutes(10.1) })).toBeUndefined();
  expect(unlockJourney("a secret", undefined, back)).toBeUndefined();
});

test("two journeys in one browser have a cookie each, and what is no state has none", () => {
  expect(journeyCookie("abcdefgh-1")).not.toBe(journeyCookie("bcdefghi-1"));
  for (const odd of ["", "short", "abc;defgh", "abcdefgh\r\n", "a".repeat(201)]) expect(journeyCookie(odd)).toBeUndefined();
});
