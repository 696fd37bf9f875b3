import { expect, test } from "vitest";
import { lastWeek, mondayOf } from "./week.ts";

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-25", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2026-03-29", "2026-03-23"],
  ["2027-01-01", "2026-12-28"],
] as const)("%s is in the week of Monday %s", (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test("one reviews the week before this one, which is whole", () => {
  expect(lastWeek("2026-11-23")).toBe("2026-11-16");
  expect(lastWeek("2026-11-29")).toBe("2026-11-16");
});
