import { addWorkingDays, type Day, dayOf, isWorkingDay } from "#src/kernel/day.ts";
import type { Rhythm } from "#src/kernel/rhythm.ts";
import type { MailKind } from "./kind.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** What comes within ten minutes after an e-mail is told in one, when they are over. */
export const quietMs = 10 * minute;

/** After three days of trying, the row stays and nobody tries any more. */
export const patienceMs = 3 * day;

const digestAt = "07:30";
const dutchTime = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" });

/** The moment at which it is half past seven in the Netherlands, in winter or in summer time. */
function morningOf(on: Day): Date {
  const [winter, summer] = ["+01:00", "+02:00"].map((offset) => new Date(`${on}T${digestAt}:00${offset}`));
  return dutchTime.format(winter) === digestAt ? winter! : summer!;
}

/** The first half past seven of a working day after this moment. */
export function nextMorning(now: Date): Date {
  const today = dayOf(now);
  return isWorkingDay(today) && now < morningOf(today) ? morningOf(today) : morningOf(addWorkingDays(today, 1));
}

/** When an e-mail about something of this moment goes out; `lastAtOnce` is when this person last got one at once. */
export function dueAt(kind: MailKind, now: Date, lastAtOnce: Date | undefined): Date {
  if (kind === "digest") return nextMorning(now);
  return new Date(Math.max(now.getTime(), (lastAtOnce?.getTime() ?? 0) + quietMs));
}

/** How long after the try with this number (the first is 1) the next may come: two minutes, doubled each time, at most an hour. */
export const backOffMs = (tries: number): number => Math.min(2 ** tries, 60) * minute;

export type Receiver = { readonly email: string | null; readonly endedAt: Date | null; readonly rhythm: Rhythm };
export type NotSent = "nothing-left" | "not-wanted" | "no-address" | "given-up";

/** Why an e-mail does not go out after all; undefined when it should. */
export function whyNot(receiver: Receiver, count: number, waiting: { readonly dueAt: Date; readonly tries: number }, now: Date): NotSent | undefined {
  if (receiver.endedAt !== null || receiver.email === null) return "no-address";
  if (receiver.rhythm === "none") return "not-wanted";
  if (count === 0) return "nothing-left";
  return waiting.tries > 0 && now.getTime() - waiting.dueAt.getTime() > patienceMs ? "given-up" : undefined;
}
