import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTokenFile } from "./file.ts";

const colour = ($value: unknown) => ({ $type: "color", $value });
const read = (file: unknown) => readTokenFile(JSON.stringify(file));
const document = (value: unknown) => ({ color: { default: { "bg-document": colour(value) } } });

describe("a file with design tokens", () => {
  test("without sets is the light theme; the dark stays Haarvat's own", () => {
    expect(read({ basis: document("#FFF") })).toEqual({ theme: { light: { "color-default-bg-document": "#ffffff" }, dark: {} }, leftOut: [] });
  });

  test("with sets is put together in their order; what the set for the dark does not say, is as in the light", () => {
    const file = {
      brand: { huis: { wit: colour("#fffffe"), rood: colour("#aa0000") } },
      common: { basis: { color: { default: { "bg-document": colour("{huis.wit}") }, "action-1": { "color-default": colour("{huis.rood}") } } } },
      "color-scheme-dark/common": { basis: document("#000000") },
    };
    expect(read(file)).toEqual({
      theme: {
        light: { "color-default-bg-document": "#fffffe", "color-action-1-color-default": "#aa0000" },
        dark: { "color-default-bg-document": "#000000", "color-action-1-color-default": "#aa0000" },
      },
      leftOut: [],
    });
  });

  test("may hold thousands of other tokens, which are passed over", () => {
    expect(read({ basis: { ...document("#ffffff"), space: { sm: { $value: "url(x)" } } }, utrecht: { button: colour("kapot") } })).toMatchObject({
      theme: { light: { "color-default-bg-document": "#ffffff" } },
    });
  });

  test("keeps our typeface when it names one that we do not have, and says so", () => {
    expect(read({ basis: { ...document("#ffffff"), text: { "font-family": { default: { $value: "Noto Sans, sans-serif" } } } } })).toMatchObject({
      leftOut: ["text-font-family-default"],
    });
  });
});

describe("a file is refused", () => {
  test.each(["", "{", "[]", "null", "1", '"basis"', "{}", '{"basis":{}}', '{"basis":{"$value":"#fff"}}', '{"__proto__":{"basis":{}}}'])(
    "as no tokens: %s",
    (text) => {
      expect(readTokenFile(text)).toEqual({ refusal: "notTokens" });
    },
  );

  test.each(["kapot", "{huis.weg}", "red;}body{display:none", 7, null, { r: 1 }, ["#fff"]])("with the token whose value is %j", (value) => {
    expect(read({ basis: document(value) })).toEqual({ refusal: "badValue", token: "color-default-bg-document" });
  });

  test("when references lead in a circle", () => {
    expect(read({ basis: document("{huis.een}"), huis: { een: colour("{huis.twee}"), twee: colour("{huis.een}") } })).toMatchObject({ refusal: "badValue" });
  });

  test("and never with an exception, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((inner) => `{"basis":{"color":{"default":{"bg-document":${inner}}}}}`),
        ),
        (text) => {
          readTokenFile(text);
        },
      ),
      { numRuns: 1000 },
    );
    expect(readTokenFile(`{"basis":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`)).toEqual({ refusal: "notTokens" });
  });
});
