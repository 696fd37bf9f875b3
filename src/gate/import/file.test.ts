import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTaken } from "./file.ts";

const moment = "2026-11-23T10:00:00.000Z";
const happened = {
  kind: "released",
  state: "open",
  codes: { audience: "everyone" },
  said: { sentence: "Het loket was dicht" },
  role: "professional",
  team: "wijkteam Oost",
  at: moment,
};
const taken = {
  id: "01a2082d-7093-71c1-a4cf-b91182cbff7a",
  audience: "everyone",
  kind: "stuck",
  state: "open",
  team: "wijkteam Oost",
  role: "professional",
  voice: null,
  mattersSource: null,
  laws: ["wmo"],
  lifeAreas: [],
  snags: ["belief"],
  stage: null,
  level: null,
  harm: false,
  withoutMoney: null,
  releasedAt: moment,
  changedAt: moment,
  firstReplyAt: null,
  firstAnswerAt: null,
  answerDue: "2026-12-07",
  checkpoint: null,
  course: [happened],
};
const file = (wished: object = {}) => JSON.stringify({ haarvat: 1, signals: [{ ...taken, ...wished }] });

describe("a file that was taken along", () => {
  test("is read with its moments as moments", () => {
    expect(readTaken(file())).toMatchObject([{ id: taken.id, releasedAt: new Date(moment), answerDue: "2026-12-07", course: [{ at: new Date(moment) }] }]);
  });

  test("may hold no signals at all", () => {
    expect(readTaken('{"haarvat":1,"signals":[]}')).toEqual([]);
  });

  test.each([
    ["another kind of signal", { kind: "complaint" }],
    ["a state that does not exist", { state: "solved" }],
    ["no id", { id: "7" }],
    ["an audience that does not exist", { audience: "world" }],
    ["a day that does not exist", { answerDue: "2026-02-30" }],
    ["a moment without time", { releasedAt: "2026-11-23" }],
    ["nothing that happened", { course: [] }],
    ["a fact of an unknown kind", { course: [{ ...happened, kind: "deleted" }] }],
    ["words of an unknown part", { course: [{ ...happened, said: { name: "Jan" } }] }],
    ["an endless text", { course: [{ ...happened, said: { story: "a".repeat(10_001) } }] }],
    ["a role that nobody has", { role: "king" }],
    ["no team", { team: "" }],
  ])("with %s is refused", (_, wished) => {
    expect(readTaken(file(wished))).toBeUndefined();
  });

  test.each(["", "null", "[]", "{}", '{"haarvat":2,"signals":[]}', "id;kind;state", "{", '{"haarvat":1}'])("%j is something else", (text) => {
    expect(readTaken(text)).toBeUndefined();
  });

  test("never makes reading it fail, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ haarvat: 1, signals: [value] })),
        ),
        (text) => [undefined, "object"].includes(readTaken(text) && "object"),
      ),
    );
  });
});
