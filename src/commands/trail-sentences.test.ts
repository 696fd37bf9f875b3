import { expect, test } from "vitest";
import type { Kind } from "#src/platform/trail/finding.ts";
import { durationOf, sentenceOf } from "./trail-sentences.ts";

test.each<[Kind, number, number, number | undefined, string]>([
  ["entry-changed", 1017, 1017, 1017, "Entry 1,017 was changed after it was sealed."],
  ["entries-missing", 3, 5, 3, "Entries 3 to 5 are missing."],
  ["head-changed", 3, 3, 12, "Head 3 was changed or forged; it should vouch for the entries from position 12 on."],
  [
    "heads-cut-off",
    3,
    9,
    12,
    "From position 12 on the trail was cut off, or put back from an older copy: heads 3 to 9 were kept elsewhere and are not in the database.",
  ],
  ["kept-unreadable", 4, 4, undefined, "Line 4 of the heads kept elsewhere is not a head."],
])("a finding %s is said with its place", (kind, from, until, position, sentence) => {
  expect(sentenceOf({ kind, from, until, position })).toBe(sentence);
});

test.each([
  [0.4, "0 seconds"],
  [1.9, "1 second"],
  [119, "119 seconds"],
  [120, "2 minutes"],
  [7200, "2 hours"],
  [200_000, "2 days"],
  [-3, "0 seconds"],
])("%d seconds of waiting are said as %s", (seconds, said) => {
  expect(durationOf(seconds)).toBe(said);
});
