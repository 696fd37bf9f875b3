import fc from "fast-check";
import type { Shape } from "./asks.ts";

/** Ends in what a page shows only when it did not escape it. */
export const markup = "<b id=odd>";

/** Text no form of ours would send, or that somebody may well type. */
const words = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\0",
      "a\0b",
      "\uD800",
      "𝕳𝖆𝖆𝖗𝖛𝖆𝖙",
      "\u202Eomgekeerd\u2066x",
      "a\u200Bb\uFEFFc\u00AD",
      "e\u0301\u0301\u0301".repeat(300),
      "９９９",
      "2026-13-45",
      "31-02-2026",
      "-1",
      "0",
      "1e309",
      "9007199254740993",
      "NaN",
      "null",
      "true",
      "[object Object]",
      "{}",
      "'; drop table learning.signal; --",
      `"'>${markup}</textarea>${markup}`,
      "../../etc/passwd",
      "//evil.example",
      "javascript:alert(1)",
      "%00",
      "%s%n",
      "{{7*7}}${7*7}",
      "line\r\nSet-Cookie: a=b",
      "\u001b[31mred",
      "yes",
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }).map((piece) => piece.repeat(2000)) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.integer().map(String) },
);

/** Names that mean something to the language or to nobody; never to a form. */
const strangeNames = fc.constantFrom(
  "__proto__",
  "constructor",
  "prototype",
  "__proto__[x]",
  "constructor.prototype",
  "token[]",
  "deed[]",
  "toString",
  "",
  "a".repeat(5000),
  "\0",
  "file",
);

/** What the shape of a field lets in, as far as it says so. */
function fitting(shape: Shape, ids: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => fitting(one, ids)));
  if (shape.items) return fitting(shape.items, ids);
  if (shape.format === "uuid") return ids;
  if (shape.type === "integer") return fc.integer({ min: 0, max: 4 }).map(String);
  return fc.constantFrom("Bel eerst even.", "2026-12-07", "yes", "");
}

/** A field: missing, as it should be, odd, or more than once. */
function field(name: string, shape: Shape, ids: fc.Arbitrary<string>): fc.Arbitrary<[string, string][]> {
  const fits = fitting(shape, ids);
  const one = (value: fc.Arbitrary<string>) => value.map((given): [string, string][] => [[name, given]]);
  return fc.oneof(
    { weight: 6, arbitrary: one(fits) },
    { weight: 4, arbitrary: one(words) },
    { weight: 2, arbitrary: fc.constant<[string, string][]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.oneof(fits, words), { minLength: 2, maxLength: 4 }).map((many) => many.map((given): [string, string] => [name, given])),
    },
  );
}

const propertiesOf = (shape: Shape | undefined): Readonly<Record<string, Shape>> => ({
  ...shape?.properties,
  ...Object.assign({}, ...(shape?.allOf ?? []).map(propertiesOf)),
});

/** The fields of one request, made from the shape of what a door asks. */
export function fields(shape: Shape | undefined, ids: fc.Arbitrary<string>): fc.Arbitrary<[string, string][]> {
  const known = Object.entries(propertiesOf(shape)).map(([name, own]) => field(name, own, ids));
  const strange = fc.oneof(
    { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(strangeNames, words), { minLength: 1, maxLength: 3 }) },
  );
  return fc.tuple(...known, strange).map((all) => all.flat());
}
