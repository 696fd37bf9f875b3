import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Server } from "./database.ts";
import { type Cluster, runningPort, startCluster } from "./postgres.ts";
import { passwordOf } from "./roles.ts";

export type Embedded = { readonly server: Server; readonly administrator: { user: string; password: string }; readonly stop: () => Promise<void> };

/** Said when another run already works in this folder. */
export class FolderInUse extends Error {}

/** The database of this folder: PostgreSQL from npm in `data/`, one run at a time; what a killed run left behind is taken over. */
export async function startEmbedded(folder: string): Promise<Embedded> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const release = await claim(join(folder, "haarvat.pid"));
  try {
    const secret = await secretOf(join(folder, "secret"));
    const administrator = { user: "postgres", password: passwordOf({ secret }, "haarvat_migrator") };
    const cluster: Cluster = await startCluster(join(folder, "postgres"), administrator.password);
    const server: Server = { host: "127.0.0.1", port: cluster.port, database: "haarvat", secret, ssl: false };
    await ensureDatabase(server, administrator);
    return { server, administrator, stop: () => cluster.stop().finally(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The same database for a command that only needs it for a while: beside the Haarvat that runs in this folder, or started and stopped again. */
export async function joinEmbedded(folder: string): Promise<Embedded & { readonly joined: boolean }> {
  try {
    return { ...(await startEmbedded(folder)), joined: false };
  } catch (error) {
    const port = error instanceof FolderInUse ? await runningPort(join(folder, "postgres")) : undefined;
    const secret = await readFile(join(folder, "secret"), "utf8").catch(() => undefined);
    if (!port || !secret) throw error;
    const administrator = { user: "postgres", password: passwordOf({ secret }, "haarvat_migrator") };
    return { server: { host: "127.0.0.1", port, database: "haarvat", secret, ssl: false }, administrator, stop: async () => {}, joined: true };
  }
}

/** Puts our process id in a file that only one living process can hold. */
async function claim(path: string): Promise<() => Promise<void>> {
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (holder && holder !== process.pid && alive(holder))
    throw new FolderInUse(`Haarvat already runs in this folder, as process ${holder}. Stop that one first.`);
  if (holder) await rm(path, { force: true });
  const file = await open(path, "wx").catch(() => {
    throw new FolderInUse("Haarvat is being started in this folder by another process.");
  });
  await file.writeFile(String(process.pid));
  await file.close();
  return () => rm(path, { force: true });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function secretOf(path: string): Promise<string> {
  const kept = await readFile(path, "utf8").catch(() => "");
  if (kept) return kept;
  const secret = randomBytes(32).toString("hex");
  await writeFile(path, secret, { mode: 0o600 });
  return secret;
}

async function ensureDatabase({ host, port, database }: Server, administrator: { user: string; password: string }): Promise<void> {
  const client = new pg.Client({ host, port, database: "postgres", ...administrator });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  await client.end();
}
