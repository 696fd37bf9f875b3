import { beforeAll, expect, test } from "vitest";
import { seedDemo } from "#src/demo/seed.ts";
import { bringIn, wholeOf } from "#test/backup.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { debianPostgres, startOwnServer } from "#test/postgres.ts";

let here: TestDatabase;
let there: TestDatabase;
beforeAll(async () => {
  [here, there] = [await testDatabase(), await testDatabase()];
});

test.skipIf(!debianPostgres)("the demonstration municipality goes to PostgreSQL 15 and back, to the byte", async () => {
  await seedDemo(here, new Date(), () => {});
  const { id } = await here.migrator.selectFrom("organisation.municipality").select("id").executeTakeFirstOrThrow();
  const file = await wholeOf(here.server, id);
  const older = await startOwnServer({ bin: debianPostgres! });
  try {
    await bringIn(older.server, file);
    const fromOlder = await wholeOf(older.server, id);
    expect(fromOlder.equals(file)).toBe(true);
    await bringIn(there.server, fromOlder);
  } finally {
    await older.stop();
  }
  expect((await wholeOf(there.server, id)).equals(file)).toBe(true);
});
