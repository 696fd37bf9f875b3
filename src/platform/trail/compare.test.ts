import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anEntry, here, otherKey, ours, ourKey, type PaperTrail, paperTrail } from "#test/paper-trail.ts";
import { chained, digestOf, entryHash, nextHead } from "./chain.ts";
import { compare } from "./compare.ts";

/** Positions 1 to 15, with heads at 4, 9, 10 and 15. */
const sizes = [4, 5, 1, 5];
const found = async ({ entries, heads }: PaperTrail, trust = ours) => (await compare(here, [entries], [heads], trust)).findings;
const said = async (trail: PaperTrail) => (await found(trail)).map(({ kind, from, until }) => `${kind} ${from}${until === from ? "" : `-${until}`}`);
const changed = (change: (trail: PaperTrail) => void): PaperTrail => {
  const trail = paperTrail(sizes);
  change(trail);
  return trail;
};

test("a trail as it was sealed has nothing wrong with it, in pages of any size", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (batches, size) => {
      const { entries, heads } = paperTrail(batches);
      const pages = <Row>(rows: readonly Row[]) =>
        Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
      const { findings, entries: count, last } = await compare(here, pages(entries), pages(heads), ours);
      expect({ findings, count, last }).toEqual({ findings: [], count: entries.length, last: heads.at(-1) });
    }),
  );
});

describe("what happened to entries is said by its place", () => {
  test.each<[string, (trail: PaperTrail) => void, string[]]>([
    ["words of one changed", ({ entries }) => (entries[6] = { ...entries[6]!, action: "x" }), ["entry-changed 7"]],
    ["a hash changed", ({ entries }) => (entries[6] = { ...entries[6]!, hash: entries[5]!.hash }), ["entry-changed 7"]],
    ["two beside each other swapped", ({ entries }) => entries.splice(6, 2, moved(entries, 7, 6), moved(entries, 6, 7)), ["entry-changed 7-8"]],
    [
      "two apart swapped",
      (trail) => trail.entries.splice(2, 1, moved(trail.entries, 11, 2)) && trail.entries.splice(11, 1, moved(paperTrail(sizes).entries, 2, 11)),
      ["entry-changed 3", "entry-changed 12"],
    ],
    ["one taken away", ({ entries }) => entries.splice(6, 1), ["entries-missing 7"]],
    ["the last of a batch taken away", ({ entries }) => entries.splice(8, 1), ["entries-missing 9"]],
    ["a batch and more taken away", ({ entries }) => entries.splice(3, 7), ["entries-missing 4-10"]],
    ["the first ones taken away", ({ entries }) => entries.splice(0, 2), ["entries-missing 1-2"]],
    ["the end cut off", ({ entries }) => entries.splice(12), ["entries-missing 13-15"]],
    ["all taken away", ({ entries }) => entries.splice(0), ["entries-missing 1-15"]],
    [
      "one put in at a place that was taken",
      ({ entries }) => entries.splice(7, 0, { ...anEntry(99), position: 7, hash: entries[6]!.hash }),
      ["entry-out-of-place 7"],
    ],
    ["one put in before the first", ({ entries }) => entries.unshift({ ...anEntry(99), position: 0, hash: entries[0]!.hash }), ["entry-out-of-place 0"]],
    ["some put in at the end, chained as they should be", (trail) => chainOn(trail, 3), ["entries-unsigned 16-18"]],
    [
      "one taken away and the later ones moved up",
      ({ entries }) => entries.splice(6, 9, ...entries.slice(7).map((entry) => ({ ...entry, position: entry.position - 1 }))),
      ["entry-changed 7-14", "entries-not-as-signed 5-10", "entries-missing 15"],
    ],
    ["one changed and everything after it hashed again", (trail) => rehashed(trail, 6), ["entries-not-as-signed 5-15"]],
  ])("%s", async (_, change, expected) => {
    expect(await said(changed(change))).toEqual(expected);
  });
});

/** What stands at one place, as if it stood at another. */
const moved = (entries: PaperTrail["entries"], from: number, to: number) => ({ ...entries[from]!, position: entries[to]!.position, hash: entries[to]!.hash });

function chainOn({ entries }: PaperTrail, count: number): void {
  const fresh = Array.from({ length: count }, (_, index) => anEntry(50 + index));
  entries.push(...chained(entries.at(-1), here, fresh).map((place, index) => ({ ...fresh[index]!, ...place })));
}

function rehashed({ entries }: PaperTrail, from: number): void {
  entries[from] = { ...entries[from]!, action: "x" };
  for (let index = from; index < entries.length; index++) {
    const entry = entries[index]!;
    entries[index] = { ...entry, hash: entryHash(entries[index - 1]!.hash, here, entry.position, entry) };
  }
}

describe("what happened to heads is said by their number", () => {
  test.each<[string, (trail: PaperTrail) => void, string[]]>([
    ["one taken away", ({ heads }) => heads.splice(1, 1), ["heads-missing 2"]],
    ["the first taken away", ({ heads }) => heads.splice(0, 1), ["heads-missing 1"]],
    ["the last taken away", ({ heads }) => heads.splice(3, 1), ["entries-unsigned 11-15"]],
    ["all taken away", ({ heads }) => heads.splice(0), ["entries-unsigned 1-15"]],
    ["a moment changed", ({ heads }) => (heads[1] = { ...heads[1]!, at: "1795428000.000001" }), ["head-changed 2"]],
    ["a signature changed", ({ heads }) => (heads[1] = { ...heads[1]!, signature: heads[0]!.signature }), ["head-changed 2"]],
    ["the digest of the one before changed", ({ heads }) => (heads[1] = { ...heads[1]!, previous: heads[0]!.previous }), ["head-changed 2"]],
    ["a hash changed", ({ heads }) => (heads[1] = { ...heads[1]!, hash: heads[0]!.hash }), ["head-changed 2"]],
    ["a position moved back", ({ heads }) => (heads[1] = { ...heads[1]!, position: 8 }), ["head-changed 2"]],
    ["the last signature changed", ({ heads }) => (heads[3] = { ...heads[3]!, signature: heads[0]!.signature }), ["head-changed 4"]],
    ["one twice", ({ heads }) => heads.splice(2, 0, heads[1]!), ["head-out-of-place 2"]],
    ["one in the name of another key", ({ heads }) => (heads[1] = { ...heads[1]!, key: otherKey.id }), ["head-of-other-key 2"]],
    ["one put in after the last", ({ heads }) => heads.push({ ...heads[3]!, number: 5 }), ["head-changed 5"]],
  ])("%s", async (_, change, expected) => {
    expect(await said(changed(change))).toEqual(expected);
  });
});

describe("a trail rewritten as it should be by somebody without the key", () => {
  test("is signed with another key", async () => {
    expect(await found(paperTrail(sizes, otherKey))).toContainEqual({ kind: "head-of-other-key", from: 4, until: 4, position: 1 });
  });

  test("or has a signature that is none", async () => {
    const forged = paperTrail(sizes, { id: ourKey.id, sign: (head) => ({ ...otherKey.sign(head), key: ourKey.id }) });
    expect(await found(forged)).toContainEqual({ kind: "head-changed", from: 4, until: 4, position: 1 });
  });
});

test("what is vouched for ends where the last signature of ours was found: at the head before, or at one in sixty-four", async () => {
  const positionOf = async (heads: number, from: number) => {
    const trail = paperTrail(Array.from({ length: heads }, () => 2));
    const findings = await found(trail, (head) => (head.number < from ? "ours" : "changed"));
    return findings.find(({ kind }) => kind === "head-changed")?.position;
  };
  expect(await positionOf(200, 200)).toBe(399);
  expect(await positionOf(200, 150)).toBe(257);
  expect(await positionOf(200, 2)).toBe(1);
});

test("after the secret was changed the trail goes on with another key, which vouches only when it is known", async () => {
  const trail = paperTrail([4, 5]);
  chainOn(trail, 2);
  trail.heads.push(otherKey.sign(nextHead(trail.heads.at(-1), here, trail.entries.at(-1)!, "1795428001.000000", otherKey.id)));
  expect(await said(trail)).toEqual(["head-of-other-key 3"]);
  expect(await found(trail, (head) => (head.key === otherKey.id ? "ours" : ours(head)))).toEqual([]);
  expect(trail.heads[2]!.previous).toBe(digestOf(trail.heads[1]!));
});

test("of what is wrong everywhere the first hundred are kept, and the rest counted", async () => {
  const { entries, heads } = paperTrail([450]);
  const { findings, more } = await compare(here, [entries.filter(({ position }) => position % 3 !== 0)], [heads], ours);
  expect([findings.length, more]).toEqual([100, 50]);
});
