import { expect, test } from "vitest";
import { faults } from "./faults.ts";

test("killing the application and its database while people write loses nothing, doubles nothing and leaves nothing half done", async () => {
  const { wrong, acknowledged, sentAgain } = await faults({ application: 6, database: 2 }, () => {});
  expect(wrong).toEqual([]);
  expect(acknowledged.releases).toBeGreaterThan(5);
  expect(sentAgain).toBeGreaterThan(0);
}, 240_000);
