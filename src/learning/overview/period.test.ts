import { expect, test } from "vitest";
import { firstDay, halfOf, halvesUntil, lastDay } from "./period.ts";

test("a half-year runs from January to June, or from July to December", () => {
  expect(["2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31"].map((day) => halfOf(day as "2026-01-01"))).toEqual(["2026-1", "2026-1", "2026-2", "2026-2"]);
  expect([firstDay("2026-1"), lastDay("2026-1"), firstDay("2026-2"), lastDay("2026-2")]).toEqual(["2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31"]);
});

test("half-years go back over the turn of a year, and never overlap", () => {
  expect(halvesUntil("2026-11-23", 4)).toEqual(["2026-2", "2026-1", "2025-2", "2025-1"]);
  const halves = halvesUntil("2026-03-01", 6);
  for (const [index, half] of halves.slice(1).entries()) expect(lastDay(half) < firstDay(halves[index]!)).toBe(true);
});
