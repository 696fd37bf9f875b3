import { addDays, type Day } from "#src/kernel/day.ts";

/** The Monday of the week in which a day lies. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

/** The week one reviews first: the one before this, which is whole. */
export const lastWeek = (today: Day): Day => addDays(mondayOf(today), -7);
