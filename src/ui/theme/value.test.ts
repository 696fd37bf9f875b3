import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenNames } from "./tokens.ts";
import { keptTheme, stylesheetOf } from "./theme.ts";
import { families, readValue } from "./value.ts";

describe("a colour", () => {
  test.each([
    ["#FFF", "#ffffff"],
    ["#a8281f", "#a8281f"],
    ["white", "#ffffff"],
    ["rgb(1 2 3)", "#010203"],
    [" hsl(0 100% 50%) ", "#ff0000"],
  ])("%s is understood and written anew as %s", (written, value) => {
    expect(readValue("color-default-bg-document", written)).toBe(value);
  });

  test("outside the colours of a screen becomes the nearest one on it", () => {
    expect(readValue("color-default-bg-document", "oklch(0.5 0.3 30)")).toMatch(/^#[0-9a-f]{6}$/);
  });

  test.each(["transparent", "#ffffff80", "rgb(0 0 0 / 99%)", "rgb(NaN 1 1)", "#12345", "", "rood", "url(https://elders.nl/a.png)", "var(--basis-x)"])(
    "%s is none",
    (written) => {
      expect(readValue("color-default-bg-document", written)).toBeUndefined();
    },
  );
});

describe("a length", () => {
  test.each([
    ["focus-outline-width", "2px", "2px"],
    ["focus-outline-width", "0.1250rem", "0.125rem"],
    ["focus-outline-width", "1px", undefined],
    ["focus-outline-width", "3em", undefined],
    ["focus-outline-width", "calc(1px + 2px)", undefined],
    ["pointer-target-min-block-size", "24px", undefined],
    ["pointer-target-min-block-size", "3rem", "3rem"],
    ["border-radius-md", "-1px", undefined],
    ["border-radius-md", "1e3px", undefined],
  ] as const)("%s of %s becomes %s", (name, written, value) => {
    expect(readValue(name, written)).toBe(value);
  });
});

test("a weight is a number or its usual name, within what one can read", () => {
  expect(["Bold", 600, "600", "1000", "100", "bolder"].map((written) => readValue("text-font-weight-bold", written))).toEqual([
    "700",
    "600",
    "600",
    undefined,
    undefined,
    undefined,
  ]);
});

test("a typeface is one that is there; which others follow it is not for a theme to say", () => {
  expect(readValue("text-font-family-default", "'Source Sans 3', 'Comic Sans MS'")).toBe(families[0]);
  expect(readValue("text-font-family-default", "Arial")).toBe("Arial, Helvetica, sans-serif");
  expect(readValue("text-font-family-default", "Noto Sans, sans-serif")).toBeUndefined();
});

const shape = /^(#[0-9a-f]{6}|\d+(\.\d+)?(px|rem)|\d{3}|["A-Za-z0-9 ,-]+)$/;
const attacks = [
  "red;}body{display:none",
  "red}*{background:url(//elders.nl)}",
  "#fff/*",
  "*/:root{--x:1}",
  "\\7d body{",
  "expression(alert(1))",
  "</style><script>alert(1)</script>",
  "@import 'x'",
  "rgb(0,0,0);--basis-x:1",
  "Arial;}body{color:red",
  "3px;}",
];

test("whatever is written, nothing but a colour, a length, a number or a known typeface comes out", () => {
  const written = fc.oneof(
    fc.string(),
    fc.constantFrom(...attacks),
    fc.constantFrom(...attacks).map((piece) => `#fff ${piece}`),
    fc.anything(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...tokenNames), written, (name, text) => {
      const value = readValue(name, text);
      return value === undefined || (shape.test(value) && (!value.includes('"') || families.includes(value)));
    }),
    { numRuns: 2000 },
  );
});

test("what was kept is read as strictly: a stylesheet holds our tokens and nothing else", () => {
  const sheet = stylesheetOf(
    keptTheme({ light: { "color-default-bg-document": "red;}body{display:none", "border-radius-md": "8px", constructor: "x" }, dark: attacks, extra: 1 }),
  );
  expect(sheet).toContain("--basis-border-radius-md:8px;");
  expect(sheet).toContain("--basis-color-default-bg-document:#fcfaf6;");
  expect(sheet.replaceAll(/--basis-[a-z0-9-]+:(#[0-9a-f]{6}|[\d.]+(px|rem)|\d{3}|"Source Sans 3", system-ui, sans-serif|var\(--basis-[a-z-]+\));?/g, "")).toBe(
    ":root{}\n@media screen and (prefers-color-scheme:dark){:root{}}\n@media (prefers-contrast:more){:root{}}\n",
  );
  expect(stylesheetOf(keptTheme(null))).toBe(stylesheetOf(keptTheme("x")));
});
