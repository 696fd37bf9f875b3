import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, isWorkingDay } from "#src/kernel/day.ts";
import { backOffMs, dueAt, nextMorning, patienceMs, type Receiver, whyNot } from "./due.ts";

const moment = (text: string) => new Date(text);

test.each([
  ["a Monday before half past seven: the same day", "2026-11-23T06:29:59Z", "2026-11-23T06:30:00Z"],
  ["a Monday at half past seven: the next day", "2026-11-23T06:30:00Z", "2026-11-24T06:30:00Z"],
  ["a Friday afternoon: Monday", "2026-11-27T15:00:00Z", "2026-11-30T06:30:00Z"],
  ["a Sunday: Monday", "2026-11-29T12:00:00Z", "2026-11-30T06:30:00Z"],
  ["the day before Christmas: the first working day after it", "2026-12-24T15:00:00Z", "2026-12-28T06:30:00Z"],
  ["summer time: an hour earlier by the clock of the world", "2026-07-01T15:00:00Z", "2026-07-02T05:30:00Z"],
  ["the Friday before the clock goes forward", "2027-03-26T15:00:00Z", "2027-03-30T05:30:00Z"],
  ["the Friday before the clock goes back", "2026-10-23T15:00:00Z", "2026-10-26T06:30:00Z"],
])("the daily e-mail after %s", (_, now, expected) => {
  expect(nextMorning(moment(now))).toEqual(moment(expected));
});

test("the daily e-mail always comes later, on a working day, at half past seven in the Netherlands", () => {
  const dutch = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", timeStyle: "short" });
  fc.assert(
    fc.property(fc.date({ min: moment("2024-01-01T00:00:00Z"), max: moment("2040-01-01T00:00:00Z"), noInvalidDate: true }), (now) => {
      const next = nextMorning(now);
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect([isWorkingDay(dayOf(next)), dutch.format(next)]).toEqual([true, "07:30"]);
    }),
  );
});

test("at once is now, but not within ten minutes after the last", () => {
  const now = moment("2026-11-23T10:00:00Z");
  expect(dueAt("at-once", now, undefined)).toEqual(now);
  expect(dueAt("at-once", now, moment("2026-11-23T09:50:00Z"))).toEqual(now);
  expect(dueAt("at-once", now, moment("2026-11-23T09:58:00Z"))).toEqual(moment("2026-11-23T10:08:00Z"));
});

test("tries come two minutes apart, then longer, at most an hour", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map((tries) => backOffMs(tries) / 60_000)).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
});

test("why an e-mail does not go out after all", () => {
  const now = moment("2026-11-23T10:00:00Z");
  const here: Receiver = { email: "a@b.example", endedAt: null, rhythm: "daily" };
  const fresh = { dueAt: now, tries: 0 };
  expect(whyNot(here, 1, fresh, now)).toBeUndefined();
  expect(whyNot(here, 0, fresh, now)).toBe("nothing-left");
  expect(whyNot({ ...here, rhythm: "none" }, 1, fresh, now)).toBe("not-wanted");
  expect(whyNot({ ...here, email: null }, 1, fresh, now)).toBe("no-address");
  expect(whyNot({ ...here, endedAt: now }, 1, fresh, now)).toBe("no-address");
  const long = new Date(now.getTime() - patienceMs - 1);
  expect(whyNot(here, 1, { dueAt: long, tries: 9 }, now)).toBe("given-up");
  // Nobody tried: the application itself was away.
  expect(whyNot(here, 1, { dueAt: long, tries: 0 }, now)).toBeUndefined();
});
