import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratioOf, unreadable } from "./contrast.ts";
import { readTokenFile } from "./file.ts";
import { needed, pairs, parts } from "./pairs.ts";
import { noTheme, type Theme, whole } from "./theme.ts";
import { schemes } from "./tokens.ts";

const light = (values: Theme["light"]): Theme => ({ light: values, dark: {} });

describe("contrast by WCAG 2.2", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.478],
    ["#767676", "#ffffff", 4.542],
    ["#ffffff", "#ffffff", 1],
  ])("of %s on %s is %d", (one, other, ratio) => {
    expect(ratioOf(one, other)).toBeCloseTo(ratio, 2);
  });
});

test("Haarvat's own colours can be read", () => {
  expect(unreadable(noTheme)).toEqual([]);
});

test("grey letters that just fall short are refused with both colours, and never rounded up to what is needed", () => {
  const found = unreadable(light({ "color-default-color-subtle": "#777777", "color-default-bg-document": "#ffffff" }));
  expect(found.map(({ scheme }) => scheme)).not.toContain("dark");
  expect(found.find(({ back }) => back === "paper")).toEqual({
    front: "quiet",
    back: "paper",
    kind: "text",
    scheme: "light",
    frontColour: "#777777",
    backColour: "#ffffff",
    ratio: 4.47,
    needed: 4.5,
  });
});

test("a theme is accepted exactly when every pair has the contrast it needs, in both schemes", () => {
  const hex = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
  const colours = fc.dictionary(fc.constantFrom(...Object.values(parts)), hex, { maxKeys: 4 });
  fc.assert(
    fc.property(colours, colours, (one, other) => {
      const theme: Theme = { light: one, dark: other };
      const values = whole(theme);
      const short = schemes.flatMap((scheme) =>
        pairs.filter(({ front, back, kind }) => ratioOf(values[scheme][parts[front]], values[scheme][parts[back]]) < needed[kind]),
      );
      expect(unreadable(theme)).toHaveLength(short.length);
    }),
    { numRuns: 200 },
  );
});

// The token files may stand beside the project; they are not part of it.
const published = process.env["NLDS_TOKENS"] ?? new URL("../../../../shared/specs/nlds", import.meta.url).pathname;
describe.skipIf(!existsSync(`${published}/voorbeeld.tokens.json`))("themes as NL Design System publishes them (set NLDS_TOKENS to their folder)", () => {
  const read = (name: string) => {
    const outcome = readTokenFile(readFileSync(`${published}/${name}.tokens.json`, "utf8"));
    if ("refusal" in outcome) throw new Error(outcome.refusal);
    return outcome;
  };

  test("the Voorbeeld theme is read through its references, light and dark, and can be read by everybody", () => {
    const { theme, leftOut } = read("voorbeeld");
    expect(theme.light).toMatchObject({ "color-default-color-document": "#001a40", "color-accent-2-color-default": "#5115ef", "text-font-weight-bold": "700" });
    expect(theme.dark).toMatchObject({ "color-default-bg-document": "#111111", "color-accent-2-color-default": "#cfbdff" });
    expect(leftOut).toEqual(["text-font-family-default"]);
    expect(unreadable(theme)).toEqual([]);
  });

  test("the Start theme is refused: in the dark its buttons hardly stand out from the page", () => {
    expect(unreadable(read("start").theme)).toEqual([expect.objectContaining({ front: "button", back: "paper", scheme: "dark", ratio: 2.69, needed: 3 })]);
  });
});
