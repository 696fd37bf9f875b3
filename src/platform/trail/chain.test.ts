import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anEntry, here, otherKey, ourKey, paperTrail } from "#test/paper-trail.ts";
import { chained, digestOf, entryHash, entryText, headText, instant, origin, type Stored } from "./chain.ts";
import { isSigned, trailKey } from "./key.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const word = fc.string({ unit: "grapheme", maxLength: 20 });
const anyEntry: fc.Arbitrary<Stored> = fc.record({
  id: fc.uuid(),
  at: word,
  action: word,
  objectKind: word,
  objectId: fc.uuid(),
  result: word,
  origin: word,
  actorId: fc.uuid(),
  actorRole: word,
  represents: fc.option(fc.uuid()),
  purpose: word,
});

describe("the canonical bytes of an entry", () => {
  test("are a JSON array that anybody can write", () => {
    const written = `["haarvat trail entry 1","${origin}","${here}",1,"0199c0de-0000-7000-8000-000000000007","1795428000.000007","looked","draft","0199c0de-0000-7000-8000-00000000d4af","done","web","0199c0de-0000-7000-8000-00000000ac70","professional",null,"team"]`;
    expect(entryText(origin, here, 1, anEntry(7))).toBe(written);
    expect(entryHash(origin, here, 1, anEntry(7))).toBe(sha256(written));
  });

  test("differ when anything of it differs, wherever the words are split", () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(entryText(origin, here, 1, one)).not.toBe(entryText(origin, here, 1, other));
      }),
    );
    const [left, right] = [anEntry(1, { action: "a", objectKind: "bc" }), anEntry(1, { action: "ab", objectKind: "c" })];
    expect(entryHash(origin, here, 1, left)).not.toBe(entryHash(origin, here, 1, right));
    expect(entryHash(origin, here, 1, anEntry(1))).not.toBe(entryHash(origin, here, 1, anEntry(1, { represents: "" })));
  });

  test("differ per municipality, position and what came before", () => {
    const hashes = [
      entryHash(origin, here, 1, anEntry(1)),
      entryHash(origin, here, 2, anEntry(1)),
      entryHash(origin, here.replace("1", "2"), 1, anEntry(1)),
      entryHash(sha256(""), here, 1, anEntry(1)),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});

describe("a chain", () => {
  test("is the same however it was cut into batches", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 20 }), fc.nat(), (entries, cut) => {
        const at = cut % entries.length;
        const [first, second] = [entries.slice(0, at), entries.slice(at)];
        const before = chained(undefined, here, first);
        expect([...before, ...chained(before.at(-1), here, second)]).toEqual(chained(undefined, here, entries));
      }),
    );
  });

  test("counts positions from one without a gap, and an entry changes every hash from there on", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 20 }), fc.nat(), (entries, place) => {
        const at = place % entries.length;
        const [whole, changed] = [entries, entries.with(at, { ...entries[at]!, purpose: `${entries[at]!.purpose}x` })].map((list) =>
          chained(undefined, here, list),
        );
        expect(whole!.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
        expect(whole!.map(({ hash }, index) => hash === changed![index]!.hash)).toEqual(entries.map((_, index) => index < at));
      }),
    );
  });
});

describe("a head", () => {
  const [head, next] = paperTrail([3, 2]).heads;

  test("is signed with a key that follows from the secret alone", () => {
    expect(trailKey("a secret of at least thirty-two signs").id).toBe(ourKey.id);
    expect(trailKey("a secret of at least thirty-two sign").id).not.toBe(ourKey.id);
    expect(isSigned(head!)).toBe(true);
    expect(isSigned({ ...head!, key: otherKey.id })).toBe(false);
  });

  test.each(["municipalityId", "at", "hash", "previous", "key", "signature"] as const)("is no longer signed when its %s changes", (part) => {
    const changed = head![part].replace(/[0-9]/, (digit) => (digit === "1" ? "2" : "1"));
    expect(isSigned({ ...head!, [part]: changed })).toBe(false);
  });

  test.each([{ number: 2 }, { position: 4 }, { key: "" }, { key: "zz" }, { signature: "" }, { signature: "00".repeat(64) }])(
    "is no longer signed as %o",
    (different) => {
      expect(isSigned({ ...head!, ...different })).toBe(false);
    },
  );

  test("holds the digest of the one before, its signature included", () => {
    expect(head!.previous).toBe(origin);
    expect(next!.previous).toBe(sha256(JSON.stringify([headText(head!), head!.signature])));
    expect(digestOf({ ...head!, signature: next!.signature })).not.toBe(next!.previous);
  });

  test.each([
    [0, "0.000000"],
    [1_795_428_000_123, "1795428000.123000"],
    [-1, "-0.001000"],
    [-1500, "-1.500000"],
  ])("has a moment as the database writes it: %i is %s", (ms, written) => {
    expect(instant(new Date(ms))).toBe(written);
  });
});
