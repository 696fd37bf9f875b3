import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, inject } from "vitest";
import { type Database, open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { onServer } from "./postgres.ts";

export type TestDatabase = {
  readonly server: Server;
  readonly learning: Database;
  readonly gate: Database;
  readonly keeper: Database;
  readonly migrator: Database;
};

/** A database of its own for one test file, copied from the migrated template; closed and dropped when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject("server");
  const admin = { host: template.host, port: template.port, database: "postgres", ...inject("administrator") };
  const name = `haarvat_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(admin, `create database ${name} template ${template.database}`);
  const server = { ...template, database: name };
  const pool = (role: "haarvat_learning" | "haarvat_gate" | "haarvat_keeper" | "haarvat_migrator") => open(server, role, passwordOf(server, role), false, 6);
  const made = { server, learning: pool("haarvat_learning"), gate: pool("haarvat_gate"), keeper: pool("haarvat_keeper"), migrator: pool("haarvat_migrator") };
  await sql`grant connect, create on database ${sql.id(name)} to haarvat_migrator`.execute(made.migrator).catch(() => undefined);
  afterAll(async () => {
    await Promise.all([made.learning.destroy(), made.gate.destroy(), made.keeper.destroy(), made.migrator.destroy()]);
    await onServer(admin, `drop database ${name} with (force)`);
  });
  return made;
}
