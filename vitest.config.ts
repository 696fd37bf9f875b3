import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    exclude: process.env["TEST_ALL"] ? [] : ["test/slow/**"],
    globalSetup: "test/set-up.ts",
    reporters: ["default", "./test/last-line.ts"],
    hookTimeout: 60_000,
    testTimeout: 90_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
