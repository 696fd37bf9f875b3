import { expect, test } from "vitest";
import { loadWithin } from "./load.ts";

const bounds = { mostInside: 5, keptForWriting: 2, mostWaiting: 10 };

test("more than can be answered are not let in, and what is written goes before what is read", () => {
  const load = loadWithin(bounds, () => 0);
  const leave = [1, 2, 3].map(() => load.enter(false));
  expect(leave.every((one) => one !== undefined)).toBe(true);
  expect(load.enter(false)).toBeUndefined();
  expect(load.enter(true)).toBeDefined();
  expect(load.enter(true)).toBeDefined();
  expect(load.enter(true)).toBeUndefined();
});

test("who leaves makes room once, however often it is said", () => {
  const load = loadWithin({ ...bounds, keptForWriting: 0 }, () => 0);
  const [first] = [1, 2, 3, 4, 5].map(() => load.enter(false));
  expect(load.enter(false)).toBeUndefined();
  first!();
  first!();
  expect(load.enter(false)).toBeDefined();
  expect(load.enter(false)).toBeUndefined();
});

test("while too many wait for the database nobody is let in", () => {
  let waiting = 10;
  const load = loadWithin(bounds, () => waiting);
  expect(load.enter(true)).toBeUndefined();
  waiting = 9;
  expect(load.enter(false)).toBeDefined();
});
