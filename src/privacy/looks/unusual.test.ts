import { describe, expect, test } from "vitest";
import { type Look, oncePerText, type ReasonCode, reasons, unusual } from "./unusual.ts";

let made = 0;
/** A look on Monday 23 November 2026 at eleven, at a draft of one's own team. */
const look = (wished: Partial<Look> = {}, at = "2026-11-23T11:00"): Look => {
  made += 1;
  return {
    id: `look-${String(made).padStart(5, "0")}`,
    at: new Date(`${at}:00+01:00`),
    by: "noor",
    byTeam: "west",
    objectKind: "draft",
    objectId: `draft-${made}`,
    objectTeam: "west",
    wrote: false,
    takenAlong: false,
    ...wished,
  };
};
const minutesLater = (count: number, wished: Partial<Look> = {}) => ({ ...look(wished), at: new Date(look().at.getTime() + count * 60_000) });
const codes = (looks: readonly Look[], ...more: [Parameters<typeof unusual>[1]?, Parameters<typeof unusual>[2]?]): ReasonCode[][] =>
  unusual(looks, ...more).map((found) => found.reasons.map(({ code }) => code));

describe("an ordinary look does not stand out", () => {
  test.each([
    ["a colleague of the same team, in the morning", [look()]],
    ["at seven sharp", [look({}, "2026-11-23T07:00")]],
    ["just before eight in the evening", [look({}, "2026-11-23T19:59")]],
    ["somebody of no team", [look({ byTeam: undefined })]],
    ["a draft of which the team is not known", [look({ objectTeam: undefined })]],
    ["seven drafts in half an hour", [0, 4, 8, 12, 16, 20, 24].map((minutes) => minutesLater(minutes))],
    ["eight drafts in an hour and a half", [0, 12, 24, 36, 48, 60, 72, 84].map((minutes) => minutesLater(minutes))],
    ["the same draft four times", [0, 60, 120, 180].map((minutes) => minutesLater(minutes, { objectId: "one" }))],
    ["one's own text ten times", Array.from({ length: 10 }, (_, nth) => minutesLater(nth * 40, { objectId: "one", wrote: true }))],
    ["nine members in an hour", Array.from({ length: 9 }, (_, nth) => minutesLater(nth * 5, { objectKind: "member" }))],
  ])("%s", (_, looks) => {
    expect(codes(looks)).toEqual([]);
  });

  test("a list that shows thirty drafts of two teams is one look", () => {
    expect(codes(Array.from({ length: 30 }, (_, nth) => look({ objectTeam: nth % 2 ? "west" : "oost" })))).toEqual([]);
  });
});

describe("a look stands out", () => {
  test.each<[ReasonCode, Look]>([
    ["other-team", look({ objectTeam: "oost" })],
    ["early-or-late", look({}, "2026-11-23T06:59")],
    ["early-or-late", look({}, "2026-11-23T20:00")],
    ["early-or-late", look({ objectKind: "member" }, "2026-11-23T23:10")],
    ["day-off", look({}, "2026-11-22T11:00")],
    ["day-off", look({}, "2026-12-25T11:00")],
    ["day-off", look({}, "2027-04-27T11:00")],
    ["taken-along", look({ objectKind: "municipality", takenAlong: true })],
  ])("%s", (code, one) => {
    expect(codes([one])).toEqual([[code]]);
  });

  test("many-drafts: eight different ones opened within half an hour, each of them", () => {
    const found = unusual([0, 4, 8, 12, 16, 20, 24, 30].map((minutes) => minutesLater(minutes)));
    expect(found.map(({ reasons: why }) => why)).toEqual(Array.from({ length: 8 }, () => [{ code: "many-drafts", count: 8 }]));
  });

  test("many-members: ten different people opened within an hour", () => {
    expect(codes(Array.from({ length: 10 }, (_, nth) => minutesLater(nth * 6, { objectKind: "member" })))).toEqual(
      Array.from({ length: 10 }, () => ["many-members"]),
    );
  });

  test("again-and-again: the same text at five moments, by somebody who never wrote on it", () => {
    const looks = [0, 60, 120, 180, 240].map((minutes) => minutesLater(minutes, { objectId: "one" }));
    expect(unusual(looks).map(({ reasons: why }) => why)).toEqual(Array.from({ length: 5 }, () => [{ code: "again-and-again", count: 5 }]));
  });

  test("after-change: within a day after somebody else changed what one may do, and not before or of another", () => {
    const one = look();
    const at = (hours: number) => new Date(one.at.getTime() - hours * 3_600_000);
    expect(codes([one], [{ of: "noor", at: at(23) }])).toEqual([["after-change"]]);
    for (const change of [
      { of: "noor", at: at(25) },
      { of: "noor", at: at(-1) },
      { of: "tom", at: at(1) },
    ])
      expect(codes([one], [change])).toEqual([]);
  });

  test("after-refusals: within a quarter of an hour after three refusals", () => {
    const one = look();
    const refused = [1, 5, 14].map((minutes) => ({ of: "noor", at: new Date(one.at.getTime() - minutes * 60_000) }));
    expect(unusual([one], [], refused).map(({ reasons: why }) => why)).toEqual([[{ code: "after-refusals", count: 3 }]]);
    expect(codes([one], [], refused.slice(1))).toEqual([]);
  });
});

test("a list opened on a day off is one look, which says how much it showed", () => {
  const found = unusual(Array.from({ length: 12 }, () => look({}, "2026-11-22T11:00")));
  expect(found).toMatchObject([{ together: 12, reasons: [{ code: "day-off" }] }]);
});

test("most reasons come first; after that of each reason in turn the strongest", () => {
  const late = [21, 23, 22].map((hour) => look({ by: `late-${hour}` }, `2026-11-23T${hour}:00`));
  const both = look({ objectTeam: "oost" }, "2026-11-23T21:00");
  const elsewhere = [9, 10].map((hour) => look({ objectTeam: "zuid", by: "tom" }, `2026-11-23T${String(hour).padStart(2, "0")}:00`));
  const found = unusual([...late, ...elsewhere, both]);
  expect(found.map(({ id }) => id)).toEqual([both, late[1], elsewhere[1], late[2], elsewhere[0], late[0]].map((one) => one!.id));
});

test("that somebody kept returning to one text is told once, and every look that stands out for more as well", () => {
  const looks = [0, 60, 120, 180, 240, 300].map((minutes) => minutesLater(minutes, { objectId: "one" }));
  const late = look({ objectId: "one" }, "2026-11-23T21:00");
  const other = look({ objectId: "one", by: "tom" }, "2026-11-23T21:00");
  const found = oncePerText(unusual([...looks, late, other]));
  expect(found.map(({ id }) => id)).toEqual([late.id, other.id]);
  expect(oncePerText(unusual(looks))).toHaveLength(1);
});

test("what is found says something of looks, and nothing of people", () => {
  const found = unusual([look({ objectTeam: "oost" }, "2026-11-22T21:00")]);
  expect(Object.keys(found[0]!).toSorted()).toEqual(
    ["at", "by", "byTeam", "id", "objectId", "objectKind", "objectTeam", "reasons", "takenAlong", "together", "wrote"].toSorted(),
  );
  expect(found[0]!.reasons.every(({ code }) => reasons.includes(code))).toBe(true);
});
