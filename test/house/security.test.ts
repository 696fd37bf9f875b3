import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const list = readFileSync(join(root, "docs/security.md"), "utf8");
const checks = list.split("\n").filter((line) => /^\| \d/.test(line));

test("the list of checks has all sixty-four, each once and in order", () => {
  expect(checks.map((line) => Number(/\d+/.exec(line)![0]))).toEqual(Array.from({ length: 64 }, (_, nth) => nth + 1));
});

/** A file, and after it the titles of its tests until the next file. */
const proofs = checks.flatMap((line) =>
  line
    .split(/(?=`(?:src|test)\/[^`]+`)/)
    .filter((part) => /^`(src|test)\//.test(part))
    .map((part) => ({ check: /\d+/.exec(line)![0], file: /^`([^`]+)`/.exec(part)![1]!, titles: [...part.matchAll(/"([^"]+)"/g)].map(([, title]) => title!) })),
);

test("every test that is named as proof is there, under that title", () => {
  const missing = proofs.flatMap(({ check, file, titles }) =>
    existsSync(join(root, file))
      ? titles.filter((title) => !readFileSync(join(root, file), "utf8").includes(`"${title}"`)).map((title) => `${check}: ${file}: ${title}`)
      : [`${check}: ${file}`],
  );
  expect(missing).toEqual([]);
});

test("what has no test says so", () => {
  expect(
    checks.filter(
      (line) => !proofs.some(({ check, titles }) => titles.length > 0 && line.startsWith(`| ${check} |`)) && !/not yet|not here|has not been done/i.test(line),
    ),
  ).toEqual([]);
});
