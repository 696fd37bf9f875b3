import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const listed = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
const files = [...listed("src"), ...listed("test"), ...listed("bench")];
const read = (name: string) => readFileSync(join(root, name), "utf8");
const isData = (name: string) => name.startsWith("src/demo/stories/") || name === "src/platform/schema.ts";

const lines = (name: string) => read(name).split("\n").length - 1;

test("files are small: of what runs half has at most 60 lines and nearly all at most 180; none above 250, tests included", () => {
  const lengths = files
    .filter((name) => !isData(name) && !/\.test\.tsx?$/.test(name))
    .map(lines)
    .toSorted((one, other) => one - other);
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)]!;
  expect(files.filter((name) => !isData(name) && lines(name) > 250)).toEqual([]);
  expect(at(0.5)).toBeLessThanOrEqual(60);
  expect(at(0.95)).toBeLessThanOrEqual(180);
});

test("no file outside the tests says any", () => {
  expect(files.filter((name) => !/\.test\.tsx?$/.test(name) && /(:|<|as) ?any\b/.test(read(name)))).toEqual([]);
});

// Words about people are a requirement: a person is never a client, a case or a target; and names say what a thing is.
const forbiddenNames = /\b(client(?!Height|Width|X|Y)[A-Z_]?|caseworker|targetPerson)\b/;
const emptyNames = /(^|[-/])(data|info|manager|helper|helpers|util|utils|service)\.tsx?$/;

test("nobody is called a client, and no file is called after nothing", () => {
  const spoken = files.filter(
    (name) => name.startsWith("src/") && !/platform\/(migrate|embedded|roles|postgres|away|telemetry\/.*)|commands\/serve|login\/provider/.test(name),
  );
  expect(spoken.filter((name) => forbiddenNames.test(read(name)))).toEqual([]);
  expect(files.filter((name) => emptyNames.test(name))).toEqual([]);
});

test("style reads only basis tokens, through our own component tokens", () => {
  const styles = readdirSync(join(root, "src/ui/css"))
    .filter((name) => !name.startsWith("1-"))
    .map((name) =>
      readFileSync(join(root, "src/ui/css", name), "utf8")
        .replace(/@media print[^}]*\{[\s\S]*?\}\s*\}/g, "")
        .replace(/@media print.*/g, ""),
    );
  const colours = styles.flatMap((css) => [...css.matchAll(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/g)].map(([found]) => found));
  const foreign = styles.flatMap((css) => [...css.matchAll(/var\((--(?!hv-|basis-)[^)]+)\)/g)].map(([, name]) => name));
  expect({ colours, foreign }).toEqual({ colours: [], foreign: [] });
});
