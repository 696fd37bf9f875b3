// `npm test`: everything that must pass, one after the other; `--all` adds what takes longer.
import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.js";

const all = process.argv.includes("--all");
const browser = findBrowser();
if (!browser) {
  console.error("No browser found for the journeys: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.");
  process.exit(1);
}
const steps = [
  ["types", "tsc", []],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["unused code", "knip", []],
  ["format", "oxfmt", ["--check", "src", "test", "bench", "tsx.js", "vitest.config.ts"]],
  ["tests", "vitest", ["run"]],
];
for (const [name, program, words] of steps) {
  const began = performance.now();
  const { status } = spawnSync(program, words, { stdio: "inherit", env: { ...process.env, CHROMIUM_PATH: browser, ...(all && { TEST_ALL: "yes" }) } });
  console.error(`${String(name)}: ${status ? "not good" : "good"}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (status !== 0) {
    if (name !== "tests") console.log("0 passed, 1 failed");
    process.exit(1);
  }
}
