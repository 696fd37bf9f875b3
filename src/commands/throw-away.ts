import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Server } from "#src/platform/database.ts";
import { migrate } from "#src/platform/migrate.ts";
import { startCluster } from "#src/platform/postgres.ts";

export type ThrowAway = { readonly folder: string; readonly migrated: (database: string) => Promise<Server> };

/** A PostgreSQL of its own for as long as `work` takes; it and all that was in it are gone afterwards, also when it is stopped halfway. */
export async function withThrowAway<T>(work: (place: ThrowAway) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "haarvat-drill-"));
  // The user that PostgreSQL runs as has to come through, not to look around.
  await chmod(folder, 0o711);
  const secret = randomBytes(32).toString("hex");
  const starting = startCluster(join(folder, "postgres"), secret);
  const clean = async () => {
    const cluster = await starting.catch(() => undefined);
    await cluster?.stop().catch(() => undefined);
    for (const each of [folder, ...(cluster ? [cluster.folder] : [])]) await rm(each, { recursive: true, force: true });
  };
  const stopped = () => void clean().finally(() => process.exit(1));
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, stopped);
  const administrator = { user: "postgres", password: secret };
  const migrated = async (database: string): Promise<Server> => {
    const server: Server = { host: "127.0.0.1", port: (await starting).port, database, secret, ssl: false };
    const connection = new pg.Client({ ...server, ...administrator, database: "postgres" });
    await connection.connect();
    await connection.query(`create database ${pg.escapeIdentifier(database)}`).finally(() => connection.end());
    await migrate(server, administrator);
    return server;
  };
  try {
    return await work({ folder, migrated });
  } finally {
    for (const signal of signals) process.off(signal, stopped);
    await clean();
  }
}
