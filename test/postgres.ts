import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Server } from "#src/platform/database.ts";
import { migrate } from "#src/platform/migrate.ts";
import { startCluster, type Wishes } from "#src/platform/postgres.ts";

/** Debian's PostgreSQL 15, the oldest that Haarvat runs on; undefined where it is not installed. */
export const debianPostgres: string | undefined = ["/usr/lib/postgresql/15/bin"].find((bin) => existsSync(join(bin, "postgres")));

/** A real PostgreSQL with a migrated template database, from npm or, with TEST_DATABASE_URL, one that already runs (as superuser). */
export async function startTestServer() {
  const given = process.env["TEST_DATABASE_URL"];
  const secret = randomBytes(16).toString("hex");
  if (given) {
    const { hostname, port, username, password } = new URL(given);
    return prepared(
      { host: hostname, port: Number(port || 5432), secret, ssl: false },
      decodeURIComponent(username),
      decodeURIComponent(password),
      async () => {},
    );
  }
  return startOwnServer({}, secret);
}

/** The same on a PostgreSQL of our own on a free port, from npm or, as with `{ bin: debianPostgres }`, another one. */
export async function startOwnServer(wishes: Wishes, secret = randomBytes(16).toString("hex")) {
  const folder = await mkdtemp(join(tmpdir(), "haarvat-"));
  await chmod(folder, 0o755);
  const cluster = await startCluster(join(folder, "db"), secret, wishes);
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    ...(await prepared({ host: "127.0.0.1", port: cluster.port, secret, ssl: false }, "postgres", secret, stop)),
    log: join(cluster.folder, "server.log"),
  };
}

async function prepared(at: Omit<Server, "database">, user: string, password: string, stop: () => Promise<void>) {
  const name = `haarvat_template_${randomBytes(6).toString("hex")}`;
  await onServer({ host: at.host, port: at.port, user, password, database: "postgres" }, `create database ${name}`);
  const server: Server = { ...at, database: name };
  await migrate(server, { user, password });
  return { server, template: { host: at.host, port: at.port, user, password, database: name }, stop };
}

export async function onServer(login: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(login);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
