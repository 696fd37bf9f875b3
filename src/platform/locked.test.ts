import fc from "fast-check";
import { expect, test } from "vitest";
import { lock, unlock } from "./locked.ts";

test("what was locked opens with the same secret and purpose, to the letter", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: "grapheme" }), (secret, text) => {
      expect(unlock(secret, "a purpose", lock(secret, "a purpose", text))).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test("with another secret, for another purpose, cut or changed in any byte, it does not open", () => {
  const locked = lock("a secret", "a purpose", "iets over iemand");
  expect(unlock("another", "a purpose", locked)).toBeUndefined();
  expect(unlock("a secret", "another", locked)).toBeUndefined();
  for (let at = 0; at < locked.length; at++) {
    const changed = Buffer.from(locked);
    changed[at]! ^= 1;
    expect(unlock("a secret", "a purpose", changed)).toBeUndefined();
    expect(unlock("a secret", "a purpose", locked.subarray(0, at))).toBeUndefined();
  }
});

test("the same text locked twice looks different", () => {
  expect(lock("a secret", "a purpose", "hetzelfde")).not.toEqual(lock("a secret", "a purpose", "hetzelfde"));
});
