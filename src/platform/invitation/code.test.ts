import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOfCode, newCode } from "./code.ts";

test("a code is four groups of four signs that nobody takes for one another, and never the same", () => {
  const codes = Array.from({ length: 200 }, newCode);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(codes).size).toBe(200);
});

test("a code is known however it is typed: without hyphens, in small letters, with an o for a nought", () => {
  fc.assert(
    fc.property(fc.constantFrom("", " ", "-", " - "), fc.boolean(), (between, small) => {
      const code = newCode();
      const typed = code.replaceAll("-", between).replaceAll("0", "O").replaceAll("1", "l");
      expect(hashOfCode(small ? typed.toLowerCase() : typed)).toEqual(hashOfCode(code));
    }),
  );
  expect(hashOfCode("")).not.toEqual(hashOfCode(newCode()));
});
