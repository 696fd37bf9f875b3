import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signalWith } from "#test/in-memory.ts";
import { asCsv, harmless } from "./export.ts";

const csvOf = (sentence: string, wished: object = {}) => asCsv([{ ...signalWith(), sentence, shielded: false, ...wished }]);

/** The cells of a table as a spreadsheet reads it, with the separator of its own country. */
function cells(csv: string, separator: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let index = 0; index < csv.length; index += 1) {
    const [sign, row] = [csv[index]!, rows.at(-1)!];
    if (sign === '"' && quoted && csv[index + 1] === '"') row[row.length - 1] += csv[(index += 1)]!;
    else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) row.push("");
    else if (sign === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows.filter((row) => row.join("") !== "");
}

const formulas = [
  "=1+1",
  "+31",
  "-2+3",
  "@SUM(A1)",
  "|cmd",
  "%0A",
  '=HYPERLINK("http://x")',
  "\t=1",
  "\r\n=1",
  "\u0000=1",
  "\u0001\u0002=1",
  "\u200b=1",
  "\uFEFF=1",
  "\u00a0 =1",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  " \u0009＝cmd|' /C calc'!A1",
];

describe("a cell that would be a formula", () => {
  test.each(formulas)("%j begins with a quote", (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });

  test.each(["Het loket was dicht", "2026-12-07", "a=b", "3 - 2", "'=1", "", "é", "12"])("%j is none and stays as it is", (cell) => {
    expect(harmless(cell)).toBe(cell);
  });

  test("is not made by any text, whatever stands before the sign", () => {
    const before = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\r", "\0", "\u001f", "\u007f", "\u200b", "\u202e", "\ufeff", "\u3000", "a") });
    fc.assert(
      fc.property(
        before,
        fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠"),
        fc.string(),
        (start, sign, rest) => !/^[^\p{L}\p{N}'"\p{P}\p{S}]*[=+\-@＝＋－＠]/u.test(harmless(start + sign + rest)),
      ),
    );
  });
});

describe("the table of signals", () => {
  test("has a row of names and one row a signal, with codes as they are stored", () => {
    expect(cells(csvOf("Het loket; was dicht", { laws: ["wmo", "brp"], harm: true }), ";")).toEqual([
      ["\uFEFFid", "kind", "state", "team", "released", "answerDue", "checkpoint", "harm", "laws", "snags", "stage", "level", "sentence"],
      ["signal", "stuck", "open", "wijkteam Oost", "2026-11-23", "2026-12-07", "", "yes", "wmo brp", "belief", "", "", "Het loket; was dicht"],
    ]);
  });

  test("keeps every sentence whole in one cell, quotes and line ends too", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ";", ",", "\n", "\r", "=", "a", "'", "\t") }),
        (sentence) => cells(csvOf(sentence), ";")[1]!.at(-1) === harmless(sentence),
      ),
    );
  });

  test("holds no formula, whether a spreadsheet separates by semicolons, commas or tabs", () => {
    const parts = fc.string({ unit: fc.constantFrom('"', ";", ",", "\n", "\t", "=", "+", "-", "@", "a", " ") });
    fc.assert(
      fc.property(parts, fc.constantFrom(";", ",", "\t"), (sentence, separator) =>
        cells(csvOf(sentence), separator)
          .flat()
          .every((cell) => harmless(cell) === cell),
      ),
    );
  });

  test("leaves out a sentence in which somebody is recognisable, also for its author", () => {
    expect(csvOf("De vrouw met de rode jas", { shielded: true })).not.toContain("rode jas");
  });

  test("begins with a byte order mark, so that accents are read", () => {
    expect(csvOf("één").startsWith("\uFEFF")).toBe(true);
  });
});
