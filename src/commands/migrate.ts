import { migrate } from "#src/platform/migrate.ts";
import { readDatabaseSettings } from "./settings/settings.ts";

/** Brings the database at DATABASE_URL to this version, and says what was new. */
export async function migrateDatabase(): Promise<void> {
  const { server, administrator } = readDatabaseSettings(process.env);
  const fresh = await migrate(server, administrator);
  console.log(fresh.length === 0 ? "The database was up to date." : `Applied: ${fresh.join(", ")}.`);
}
