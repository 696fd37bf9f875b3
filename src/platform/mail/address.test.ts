import { expect, test } from "vitest";
import { isAddress } from "./address.ts";

test.each(["a@b.nl", "anna.de-vries+haarvat@wijk.gemeente.example", "o'neil@gemeente.nl", "x@xn--bcher-kva.example"])("%s is an address", (written) => {
  expect(isAddress(written)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["a name without a place", "anna"],
  ["a place without a name", "@gemeente.nl"],
  ["two addresses", "anna@gemeente.nl,bob@elders.nl"],
  ["two addresses with a space", "anna@gemeente.nl bob@elders.nl"],
  ["an address with a name beside it", "Anna <anna@gemeente.nl>"],
  ["an end of line", "anna@gemeente.nl\r\nBcc: bob@elders.nl"],
  ["an end of line at the end", "anna@gemeente.nl\n"],
  ["a quoted name", '"anna bob"@gemeente.nl'],
  ["a machine without a domain", "anna@localhost"],
  ["a number for a place", "anna@[127.0.0.1]"],
  ["a zero byte", "anna@gemeente.nl\0"],
  ["two dots", "anna..bob@gemeente.nl"],
  ["an address of a thousand signs", `${"a".repeat(1000)}@gemeente.nl`],
  ["a letter that only looks like one", "аnna@gemeente.nl"],
])("%s is none", (_, written) => {
  expect(isAddress(written)).toBe(false);
});
