import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addWorkingDays, type Day, dayOf, daysBetween, isWorkingDay, readDay, workingDaysBetween } from "./day.ts";
import { holidaysIn } from "./holidays.ts";

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays("2000-01-01", count));

describe("holidays of the Algemene termijnenwet", () => {
  test.each([
    [1954, "04-18"],
    [1981, "04-19"],
    [2000, "04-23"],
    [2008, "03-23"],
    [2011, "04-24"],
    [2024, "03-31"],
    [2025, "04-20"],
    [2026, "04-05"],
    [2027, "03-28"],
    [2028, "04-16"],
    [2038, "04-25"],
    [2049, "04-18"],
    [2076, "04-19"],
    [2285, "03-22"],
  ])("in %i Easter is on %s, and what hangs on it moves along", (year, date) => {
    const easter = `${year}-${date}` as Day;
    const movable = { "Good Friday": -2, "Easter Monday": 1, "Ascension Day": 39, "Whit Monday": 50 };
    for (const [name, count] of Object.entries(movable)) expect(holidaysIn(year), name).toContain(addDays(easter, count));
  });

  test.each([
    [2024, "27"],
    [2025, "26"],
    [2026, "27"],
    [2031, "26"],
    [2036, "26"],
  ])("in %i the King's birthday is celebrated on %s April", (year, date) => {
    expect([...holidaysIn(year)].filter((holiday) => /-04-2[67]$/.test(holiday))).toContain(`${year}-04-${date}`);
  });

  test("the King's birthday moves to the 26th in exactly the years in which the 27th is a Sunday", () => {
    for (let year = 2014; year <= 2100; year += 1) {
      const sunday = new Date(`${year}-04-27T12:00:00Z`).getUTCDay() === 0;
      expect(holidaysIn(year).has(`${year}-04-27` as Day), String(year)).toBe(!sunday);
      expect(holidaysIn(year).has(`${year}-04-${sunday ? 26 : 27}` as Day), String(year)).toBe(true);
    }
  });

  test("5 May is no working day in any year, not only in the fifth", () => {
    for (let year = 2020; year <= 2060; year += 1) expect(isWorkingDay(`${year}-05-05` as Day)).toBe(false);
  });

  test("the holidays of 2026 are these nine and no others", () => {
    expect([...holidaysIn(2026)].toSorted()).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-04-27",
      "2026-05-05",
      "2026-05-14",
      "2026-05-25",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  test("New Year's Eve and Sinterklaas are working days", () => {
    expect(isWorkingDay("2026-12-31")).toBe(true);
    expect(isWorkingDay("2025-12-05")).toBe(true);
  });
});

describe("working days", () => {
  test("ten working days from the day before Good Friday pass over Easter", () => {
    expect(addWorkingDays("2026-04-02", 10)).toBe("2026-04-20");
  });

  test("the day on which something is asked does not count", () => {
    expect(addWorkingDays("2026-11-23", 1)).toBe("2026-11-24");
    expect(addWorkingDays("2026-11-20", 1)).toBe("2026-11-23");
  });

  test("what is asked on a Saturday or a Sunday is due on the same day as what is asked on the Friday before", () => {
    expect(addWorkingDays("2026-11-21", 5)).toBe(addWorkingDays("2026-11-20", 5));
    expect(addWorkingDays("2026-11-22", 5)).toBe(addWorkingDays("2026-11-20", 5));
  });

  test("a term always ends on a working day", () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => isWorkingDay(addWorkingDays(from, count))));
  });

  test("counting working days is the inverse of adding them", () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 80 }), (from, count) => workingDaysBetween(from, addWorkingDays(from, count)) === count));
  });

  test("counting back gives the same number below zero", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 60 }),
        (from, count) => workingDaysBetween(addDays(from, count), from) + workingDaysBetween(from, addDays(from, count)) === 0,
      ),
    );
  });

  test("within a weekend no working day passes, and nought is nought in both directions", () => {
    expect(workingDaysBetween("2026-11-21", "2026-11-22")).toBe(0);
    expect(workingDaysBetween("2026-11-22", "2026-11-21")).toBe(0);
  });

  test("counting is additive: to a day in between and on from there", () => {
    fc.assert(
      fc.property(days, fc.nat(40), fc.nat(40), (from, first, second) => {
        const [between, to] = [addDays(from, first), addDays(from, first + second)];
        return workingDaysBetween(from, to) === workingDaysBetween(from, between) + workingDaysBetween(between, to);
      }),
    );
  });
});

describe("days in the Netherlands", () => {
  test.each([
    ["2026-01-14T22:59:59Z", "2026-01-14"],
    ["2026-01-14T23:00:00Z", "2026-01-15"],
    ["2026-07-14T21:59:59Z", "2026-07-14"],
    ["2026-07-14T22:00:00Z", "2026-07-15"],
    ["2026-03-28T23:00:00Z", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
    ["2026-12-31T23:30:00Z", "2027-01-01"],
  ])("at %s it is %s", (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });

  test("a week across the changing of the clocks has seven days", () => {
    expect(addDays("2026-03-26", 7)).toBe("2026-04-02");
    expect(daysBetween("2026-10-22", "2026-10-29")).toBe(7);
    expect(daysBetween("2026-10-29", "2026-10-22")).toBe(-7);
  });

  test("days between is the inverse of adding days", () => {
    fc.assert(fc.property(days, fc.integer({ min: -3000, max: 3000 }), (from, count) => daysBetween(from, addDays(from, count)) === count));
  });
});

describe("reading a day", () => {
  test.each([
    "24-12-2026",
    "24/12/2026",
    "24.12.2026",
    "24 12 2026",
    "24-12-26",
    "2026-12-24",
    "24 december 2026",
    "24 dec 2026",
    "24 dec. 2026",
    "24-dec-2026",
    "  24   December  2026 ",
    "24 DECEMBER 26",
  ])("%j is Christmas Eve of 2026", (written) => {
    expect(readDay(written)).toBe("2026-12-24");
  });

  test.each([
    ["1-3-2027", "2027-03-01"],
    ["1 maart 2027", "2027-03-01"],
    ["1 mrt 2027", "2027-03-01"],
    ["3 mei 2027", "2027-05-03"],
    ["3 may 2027", "2027-05-03"],
    ["8 okt. 2026", "2026-10-08"],
    ["2026-3-1", "2026-03-01"],
    ["29-2-2028", "2028-02-29"],
  ])("%j is %s", (written, day) => {
    expect(readDay(written)).toBe(day);
  });

  test.each([
    "",
    " ",
    "morgen",
    "29-2-2026",
    "31-4-2026",
    "0-1-2026",
    "32-1-2026",
    "1-13-2026",
    "1-0-2026",
    "2026-02-30",
    "24-12",
    "24 12 026",
    "24-12-20266",
    "24 december",
    "24 xyz 2026",
    "٢٤-١٢-٢٠٢٦",
    "-24-12-2026",
  ])("%j is no day", (written) => {
    expect(readDay(written)).toBeUndefined();
  });

  const looksLikeADay = fc
    .tuple(fc.nat(99), fc.constantFrom("-", "/", ".", " "), fc.oneof(fc.nat(99).map(String), fc.constantFrom("mei", "sep", "feb.", "x")), fc.nat(10_000))
    .map(([day, sign, month, year]) => `${day}${sign}${month}${sign}${year}`);
  test("whatever somebody types, a day that comes back exists, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), looksLikeADay), (written) => {
        const day = readDay(written);
        return day === undefined || (/^\d{4}-\d\d-\d\d$/.test(day) && addDays(day, 0) === day);
      }),
      { numRuns: 1000 },
    );
  });

  test("every day is read back from each spelling", () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split("-");
        const name = new Intl.DateTimeFormat("nl-NL", { month: "long", timeZone: "UTC" }).format(new Date(day));
        return [day, `${date}-${month}-${year}`, `${Number(date)}/${Number(month)}/${year}`, `${Number(date)} ${name} ${year}`].every(
          (written) => readDay(written) === day,
        );
      }),
    );
  });
});
