import { holidaysIn } from "./holidays.ts";

/** A calendar day without time in the Netherlands, as in "2026-12-24". */
export type Day = `${number}-${number}-${number}`;

const dutchDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });

/** The day it is in the Netherlands at this moment. */
export const dayOf = (moment: Date): Day => dutchDay.format(moment) as Day;

/** The day `count` calendar days after (or before) `day`. */
export const addDays = (day: Day, count: number): Day => {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + count);
  return noon.toISOString().slice(0, 10) as Day;
};

/** Calendar days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/** Neither Saturday, Sunday nor a day that the Algemene termijnenwet (art. 1 and 3) puts on a par with them. */
export const isWorkingDay = (day: Day): boolean => !isWeekend(day) && !holidaysIn(Number(day.slice(0, 4))).has(day);

const isWeekend = (day: Day): boolean => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 === 0;

/** The day `count` working days after `from`; `from` itself does not count. */
export function addWorkingDays(from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. Whole weeks at once: a list asks this for every row. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(to, from);
  const weeks = Math.floor(daysBetween(from, to) / 7);
  const rest = addDays(from, 7 * weeks);
  let count = 5 * weeks;
  for (let year = Number(from.slice(0, 4)); year <= Number(rest.slice(0, 4)); year += 1)
    for (const holiday of holidaysIn(year)) if (holiday > from && holiday <= rest && !isWeekend(holiday)) count -= 1;
  for (let day = rest; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

/** Reads a day as people write it ("24-12-2026", "donderdag 24 december 2026", "24/12/'26", "December 24th, 2026"); undefined when there is no such day. */
export function readDay(written: string): Day | undefined {
  const text = written
    .toLowerCase()
    .replace(/^\s*\p{L}+dag\s|^\s*\p{L}+day\s/u, " ")
    .replace(/(\d)(?:e|de|ste|st|nd|rd|th)(?![\p{L}\d])/gu, "$1");
  const parts = text.split(/[\s.,/'’–—-]+/).filter(Boolean);
  if (parts.length !== 3 || !/^\s*[\p{L}\d]/u.test(text)) return undefined;
  const [one, two, three] = parts as [string, string, string];
  if (/^\d{4}$/.test(one)) return existing(one, two, three);
  return /^\p{L}/u.test(one) ? existing(three, one, two) : existing(three, two, one);
}

const months = [
  "jan januari january",
  "feb februari february",
  "mrt maa maart mar march",
  "apr april",
  "mei may",
  "jun juni june",
  "jul juli july",
  "aug augustus august",
  "sep sept september",
  "okt oktober oct october",
  "nov november",
  "dec december",
];
const monthOf = (written: string): number =>
  /^\d{1,2}$/.test(written) ? Number(written) : months.findIndex((names) => names.split(" ").includes(written)) + 1;

function existing(writtenYear: string, writtenMonth: string, writtenDay: string): Day | undefined {
  if (!/^(\d{4}|\d{2})$/.test(writtenYear) || !/^\d{1,2}$/.test(writtenDay)) return undefined;
  const [year, month, day] = [Number(writtenYear) + (writtenYear.length === 2 ? 2000 : 0), monthOf(writtenMonth), Number(writtenDay)];
  if (month === 0) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as Day) : undefined;
}
