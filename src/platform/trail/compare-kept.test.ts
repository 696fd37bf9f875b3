import { describe, expect, test } from "vitest";
import { otherKey, ours, paperTrail } from "#test/paper-trail.ts";
import type { Head } from "./chain.ts";
import { compareKept } from "./compare-kept.ts";
import { headOf, lineOf } from "./line.ts";

/** Five heads, at positions 2, 4, 6, 8 and 10. */
const { heads } = paperTrail([2, 2, 2, 2, 2]);
const forged = paperTrail([2, 2, 2, 2, 2], otherKey).heads;
const rewritten = paperTrail([2, 1, 3, 2, 2]).heads;
const lines = heads.map(lineOf);
const sizeOf = (kept: readonly string[]) => kept.join("\n").length + 1;

const compared = (kept: readonly string[], inDatabase: readonly Head[] = heads, before = sizeOf(kept)) =>
  compareKept(kept, before, async (number) => inDatabase[number - 1], inDatabase.at(-1), ours);
const said = async (...given: Parameters<typeof compared>) =>
  (await compared(...given)).findings.map(({ kind, from, until, position }) => `${kind} ${from}-${until} @${position ?? "-"}`);
const cut = (line: string) => line.slice(0, 100);

describe("nothing is wrong with heads kept elsewhere", () => {
  test.each<[string, string[]]>([
    ["that are those of the database", lines],
    ["when the last is not kept yet", lines.slice(0, 4)],
    ["when two processes kept the same", [...lines, lines[3]!, lines[4]!]],
    ["when a line was cut off and written again", [lines[0]!, lines[1]!, cut(lines[2]!), lines[2]!, lines[3]!, lines[4]!]],
    ["when that happened twice", [lines[0]!, lines[1]!.slice(0, 150), cut(lines[1]!), "", lines[1]!, lines[2]!, lines[3]!, lines[4]!]],
    ["when the last line was cut off and is not written again yet", [...lines.slice(0, 4), cut(lines[4]!)]],
    ["when a line was cut off that another process had kept whole", [...lines, cut(lines[4]!)]],
  ])("%s", async (_, kept) => {
    expect(await said(kept)).toEqual([]);
  });

  test("when they went on after the database was looked at", async () => {
    expect(await said([...lines.slice(0, 3), lines[3]!, cut(lines[4]!)], heads.slice(0, 3), sizeOf(lines.slice(0, 3)))).toEqual([]);
  });

  test("when there are none and there was hardly time to keep any", async () => {
    expect(await said([], heads.slice(0, 1))).toEqual([]);
    expect(await said([], [])).toEqual([]);
  });
});

describe("it is said", () => {
  test.each<[string, string[], readonly Head[], string[]]>([
    ["that the database was cut off", lines, heads.slice(0, 3), ["heads-cut-off 4-5 @7"]],
    ["that the database is empty", lines, [], ["heads-cut-off 1-5 @1"]],
    ["that another trail stands there", lines, [heads[0]!, ...rewritten.slice(1)], ["heads-rewritten 2-5 @3"]],
    [
      "that an older copy went on",
      lines,
      [...heads.slice(0, 3), { ...heads[3]!, at: "1795428009.000000" }],
      ["heads-rewritten 4-4 @7", "heads-cut-off 5-5 @9"],
    ],
    ["that a line was changed", lines.with(1, lines[1]!.replace('"position":4', '"position":5')), heads, ["kept-changed 2-2 @-", "kept-missing 2-2 @3"]],
    ["that a line is of somebody else", [...lines, lineOf(forged[4]!)], heads, ["kept-changed 6-6 @-"]],
    ["that a line is missing", lines.toSpliced(2, 1), heads, ["kept-missing 3-3 @5"]],
    ["that the end is missing", lines.slice(0, 3), heads, ["kept-missing 4-5 @7"]],
    ["that nothing was kept", [], heads, ["kept-missing 1-5 @1"]],
    ["that lines were swapped", [lines[0]!, lines[2]!, lines[1]!, lines[3]!, lines[4]!], heads, ["kept-missing 2-2 @3"]],
    ["that a line is no head", lines.toSpliced(2, 0, "{}"), heads, ["kept-unreadable 3-3 @-"]],
    ["that the last line is no head", [...lines, "x"], heads, ["kept-unreadable 6-6 @-"]],
    [
      "that a line was cut off of a head that is nowhere else",
      [...lines.slice(0, 4), cut(lines[4]!.replace('"position":10', '"position":9'))],
      heads.slice(0, 4),
      ["kept-unreadable 5-5 @-"],
    ],
  ])("%s", async (_, kept, inDatabase, expected) => {
    expect(await said(kept, inDatabase)).toEqual(expected);
  });
});

test("a line is read back as the head it was written from, and anything else is no line", () => {
  for (const head of heads) expect(headOf(lineOf(head))).toEqual(head);
  const [line] = lines;
  for (const other of [
    "",
    "null",
    "[]",
    "{",
    "1",
    line!.slice(1),
    `${line} `,
    line!.replace('"number":1', '"number":"1"'),
    line!.replace('"number":1', '"number":1.5'),
    line!.replace('"at":"', '"at":null,"x":"'),
  ])
    expect(headOf(other)).toBeUndefined();
});
