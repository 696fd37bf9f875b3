import type { Day } from "#src/kernel/day.ts";

/** Half a year, as in "2026-2". Numbers are shown over these alone: two free periods a day apart would tell about one signal. */
export type Half = `${number}-${1 | 2}`;

export const halfOf = (day: Day): Half => `${Number(day.slice(0, 4))}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

export const firstDay = (half: Half): Day => (half.endsWith("1") ? `${yearOf(half)}-01-01` : `${yearOf(half)}-07-01`);
export const lastDay = (half: Half): Day => (half.endsWith("1") ? `${yearOf(half)}-06-30` : `${yearOf(half)}-12-31`);
export const yearOf = (half: Half): number => Number(half.slice(0, 4));

/** This half-year and those before it, the newest first. */
export function halvesUntil(today: Day, count: number): Half[] {
  const [year, part] = halfOf(today).split("-").map(Number) as [number, number];
  return Array.from({ length: count }, (_, back): Half => {
    const halves = year * 2 + (part - 1) - back;
    return `${Math.floor(halves / 2)}-${halves % 2 === 0 ? 1 : 2}`;
  });
}
