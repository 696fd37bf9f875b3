import type { Day } from "./day.ts";

const known = new Map<number, ReadonlySet<Day>>();

/**
 * The general holidays of Algemene termijnenwet art. 3: New Year's Day, Good Friday (on a par), Easter Monday, the King's
 * birthday as celebrated, 5 May (every year), Ascension Day, Whit Monday and both Christmas days.
 */
export function holidaysIn(year: number): ReadonlySet<Day> {
  const before = known.get(year);
  if (before) return before;
  const easter = easterSunday(year);
  const kingsDay = new Date(Date.UTC(year, 3, 27));
  if (kingsDay.getUTCDay() === 0) kingsDay.setUTCDate(26);
  const holidays = new Set<Day>([
    `${year}-01-01` as Day,
    ...[-2, 1, 39, 50].map((days) => iso(new Date(easter.getTime() + days * 86_400_000))),
    iso(kingsDay),
    `${year}-05-05` as Day,
    `${year}-12-25` as Day,
    `${year}-12-26` as Day,
  ]);
  known.set(year, holidays);
  return holidays;
}

const iso = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** Easter by the Gregorian computus (Meeus, Jones and Butcher), at midnight UTC. */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return new Date(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1));
}
