import { access } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Server } from "#src/platform/database.ts";
import { joinEmbedded } from "#src/platform/embedded.ts";
import { schemaOf } from "#src/platform/backup/write.ts";
import { migrate, migrations, versionOf } from "#src/platform/migrate.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { Refused } from "./progress.ts";
import { namesDatabase, readDatabaseSettings } from "./settings/settings.ts";

/** A connection as haarvat_migrator, the one role with a policy on every table; closed afterwards. */
export async function asMigrator<T>({ host, port, database, ssl, ...server }: Server, work: (connection: pg.Client) => Promise<T>): Promise<T> {
  const connection = new pg.Client({ host, port, database, ssl, user: "haarvat_migrator", password: passwordOf(server, "haarvat_migrator") });
  // A connection that breaks is said by the statement that needed it.
  connection.on("error", () => {});
  await connection.connect().catch(() => {
    throw new Refused('The database does not accept the role haarvat_migrator: run "haarvat migrate" first, with the same HAARVAT_SECRET.');
  });
  try {
    await refuseOtherVersion(connection);
    return await work(connection);
  } catch (error) {
    throw lost(error) ? new Refused("The connection to the database was lost. Nothing was written.") : error;
  } finally {
    await connection.end().catch(() => undefined);
  }
}

async function refuseOtherVersion(connection: pg.Client): Promise<void> {
  const version = versionOf(await schemaOf(connection).catch(() => []), await migrations());
  if (version === "older") throw new Refused('The database is not at this version yet: run "haarvat migrate" first.');
  if (version === "newer") throw new Refused("The database belongs to a newer version of Haarvat: use that one.");
}

const lost = (error: unknown): boolean => {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return /^(57P0.|08...|ECONNRESET|EPIPE)$/.test(code) || message.startsWith("Connection terminated");
};

/** The database at DATABASE_URL, or that of the folder: also beside the Haarvat that runs in it. `fresh`: it may be made here and now. */
export async function atWholeDatabase<T>(data: string, work: (server: Server) => Promise<T>, fresh = false): Promise<T> {
  if (namesDatabase(process.env)) return work(readDatabaseSettings(process.env).server);
  const known = await access(join(data, "secret")).then(
    () => true,
    () => false,
  );
  if (!known && !fresh) throw new Refused(`There is no database in ${data}, and DATABASE_URL is not set.`);
  const embedded = await joinEmbedded(data);
  try {
    if (!embedded.joined) await migrate(embedded.server, embedded.administrator);
    return await work(embedded.server);
  } finally {
    await embedded.stop();
  }
}
