import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import type { Server } from "./database.ts";
import { makeRoles, passwordOf } from "./roles.ts";

const folder = new URL("../../db/migrations/", import.meta.url);

/** The migrations of this version, in their order. */
export const migrations = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();

/** Whether a database with these migrations is at this version. */
export function versionOf(applied: readonly string[], known: readonly string[]): "same" | "older" | "newer" {
  if (applied.some((name) => !known.includes(name))) return "newer";
  return known.every((name) => applied.includes(name)) ? "same" : "older";
}

/**
 * Brings the database to the newest version as haarvat_migrator; forward only, each file in a transaction of its own.
 * `administrator` logs in to the same database and makes the roles. Returns the names of the files that were new.
 */
export async function migrate(server: Server, administrator: { user: string; password: string }): Promise<string[]> {
  const { host, port, database, ssl } = server;
  await using admin = await connected({ host, port, database, ssl, ...administrator });
  await makeRoles(admin.client, server);
  await using migrator = await connected({ host, port, database, ssl, user: "haarvat_migrator", password: passwordOf(server, "haarvat_migrator") });
  const { client } = migrator;
  await client.query("create schema if not exists migration");
  await client.query("create table if not exists migration.applied (name text primary key, at timestamptz not null default now())");
  await client.query("create extension if not exists btree_gin");
  const applied = new Set((await client.query<{ name: string }>("select name from migration.applied")).rows.map(({ name }) => name));
  const fresh = (await migrations()).filter((name) => !applied.has(name));
  for (const name of fresh) {
    await client.query("begin");
    await client.query(await readFile(new URL(name, folder), "utf8"));
    await client.query("insert into migration.applied (name) values ($1)", [name]);
    await client.query("commit");
  }
  return fresh;
}

async function connected(config: pg.ClientConfig): Promise<AsyncDisposable & { client: pg.Client }> {
  const client = new pg.Client(config);
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
