import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ornaments, type Pair, pairs, type Part, parts } from "./pairs.ts";
import { isColour, knownAs, tokenNames } from "./tokens.ts";

// The pairs are a promise about src/ui/css: what the style puts on each other is in the list.

const folder = new URL("../css/", import.meta.url);
const styleOf = (name: string) => readFileSync(new URL(name, folder), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
const theme = styleOf("1-tokens.css");
const style = readdirSync(folder)
  .filter((name) => name.endsWith(".css") && !name.startsWith("1-"))
  .map(styleOf)
  .join("\n")
  .replaceAll(/@media print \{.*\}/g, "");

type Rule = { readonly selector: string; readonly said: ReadonlyMap<string, string> };
const rules: Rule[] = [...style.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
  selector: selector!.trim(),
  said: new Map(
    body!
      .split(";")
      .filter((one) => one.includes(":"))
      .map((one) => [one.slice(0, one.indexOf(":")).trim(), one.slice(one.indexOf(":") + 1).trim()]),
  ),
}));

/** Which of our colours a declaration names. */
const aliases = new Map([...theme.matchAll(/--(hv-[a-z-]+): var\(--basis-([a-z0-9-]+)\)/g)].map(([, alias, name]) => [alias!, name!]));
const partOf = (value: string | undefined): Part | undefined => {
  const [, variable] = /var\(--((?:hv|basis)-[a-z0-9-]+)\)(?!.*var)/.exec(value?.replace(/var\(--basis-focus-outline-width\)/, "") ?? "") ?? [];
  const name = variable && (aliases.get(variable) ?? variable.replace("basis-", ""));
  return (Object.keys(parts) as Part[]).find((part) => parts[part] === name);
};
const has = (front: Part, back: Part, kind: Pair["kind"]) =>
  pairs.some((pair) => pair.front === front && pair.back === back && (pair.kind === kind || pair.kind === "text"));
const backOf = ({ said }: Rule) => partOf(said.get("background") ?? said.get("background-color"));
const isControl = ({ selector }: Rule) => /input|textarea|select\b|button|taps label|:focus-visible/.test(selector);

test("the values in the stylesheet are those of the table", () => {
  const [light, dark] = [...theme.matchAll(/:root \{([^}]*--basis-color-default-bg-document[^}]*)\}/g)].map(
    ([, body]) => new Map([...body!.matchAll(/--basis-([a-z0-9-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!])),
  );
  expect(Object.fromEntries(light!)).toEqual(Object.fromEntries(tokenNames.map((name) => [name, knownAs(name).light])));
  expect(Object.fromEntries(dark!)).toEqual(Object.fromEntries(tokenNames.filter(isColour).map((name) => [name, knownAs(name).dark])));
});

describe("every pair of colours in the style is in the list", () => {
  test("letters on the background that the same rule gives them", () => {
    const given = rules.filter((rule) => partOf(rule.said.get("color")) && backOf(rule));
    expect(given.length).toBeGreaterThan(3);
    expect(given.filter((rule) => !has(partOf(rule.said.get("color"))!, backOf(rule)!, "text")).map(({ selector }) => selector)).toEqual([]);
  });

  test("letters of a rule without a background on the paper", () => {
    const alone = rules.filter((rule) => partOf(rule.said.get("color")) && !backOf(rule) && partOf(rule.said.get("color")) !== "button-ink");
    expect(alone.length).toBeGreaterThan(10);
    expect(alone.filter((rule) => !has(partOf(rule.said.get("color"))!, "paper", "text")).map(({ selector }) => selector)).toEqual([]);
  });

  test("ordinary, quiet and linking letters on every background on which they may come to stand", () => {
    const grounds = rules.filter((rule) => backOf(rule) && !rule.said.has("color") && !rule.selector.includes("::"));
    const surfaces = [...new Set(grounds.map((rule) => backOf(rule)!))].filter((part) => !part.startsWith("button"));
    expect(surfaces.length).toBeGreaterThan(3);
    for (const surface of surfaces)
      for (const front of ["ink", "quiet", "link"] as const) expect([front, surface, has(front, surface, "text")]).toEqual([front, surface, true]);
    for (const surface of surfaces) expect([surface, has("focus", surface, "control")]).toEqual([surface, true]);
  });

  test("letters of a button on every colour a button may have", () => {
    const grounds = rules.map(backOf).filter((part) => part?.startsWith("button"));
    expect(new Set(grounds).size).toBe(2);
    for (const back of grounds) expect(has("button-ink", back!, "text")).toBe(true);
  });

  test("borders of controls on the paper, on what is inside them, and on what they become under the mouse", () => {
    const borders = rules.filter(isControl).flatMap((rule) =>
      ["border", "border-color", "border-bottom", "outline"].flatMap((name) => {
        const front = partOf(rule.said.get(name));
        return front ? [{ rule, front }] : [];
      }),
    );
    expect(borders.length).toBeGreaterThan(3);
    const missing = borders.flatMap(({ rule, front }) =>
      ["paper" as const, backOf(rule) ?? "paper"]
        .filter((back) => front !== back && !has(front, back, "control"))
        .map((back) => `${rule.selector}: ${front} on ${back}`),
    );
    expect(missing).toEqual([]);
  });

  test("no colour is used that is neither in a pair nor an ornament", () => {
    const paired = new Set<string>(pairs.flatMap(({ front, back }) => [parts[front], parts[back]]));
    expect(tokenNames.filter(isColour).filter((name) => !paired.has(name) && !ornaments.includes(name))).toEqual([]);
    const named = [...style.matchAll(/var\(--((?:hv|basis)-[a-z0-9-]+)\)/g)].map(([, name]) => aliases.get(name!) ?? name!.replace("basis-", ""));
    const colours = named.filter((name) => name.startsWith("color-") || name.endsWith("-color"));
    expect([...new Set(colours)].filter((name) => !paired.has(name) && !ornaments.some((one) => one === name))).toEqual([]);
  });
});
