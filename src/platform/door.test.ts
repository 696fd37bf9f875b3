import fc from "fast-check";
import { expect, test } from "vitest";
import { within } from "./door.ts";

const here = "https://haarvat.example";

test("whatever somebody asks to be led back to, it is a place here, and one that fits in a header", () => {
  const odd = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl(),
    fc
      .array(fc.constantFrom("/", "\\", "\t", "\n", "\r", "\0", "@", ":", ".", "elders.example", "%2f", "\u2028", "?", "#", " ", "\uD800"))
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(odd, fc.constantFrom("", "/", "/\t", "/\\"), (rest, begin) => {
      const back = within.parse(begin + rest);
      expect(new URL(back, here).origin).toBe(here);
      expect(new Headers({ location: encodeURI(back) }).get("location")).not.toBe("");
    }),
    { numRuns: 2000 },
  );
});

test("a place with a question keeps it", () => {
  for (const back of ["/", "/signals?state=open&q=br%20ief", "/drafts/0190a1b2-0000-7000-8000-000000000001/release", "/signals?q=caf\u00e9"])
    expect(within.parse(back)).toBe(back);
  for (const elsewhere of ["//elders.example", "/\t/elders.example", "/\\elders.example", "https://elders.example", "javascript:alert(1)", "", undefined])
    expect(within.parse(elsewhere)).toBe("/");
});
