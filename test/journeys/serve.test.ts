import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { debianPostgres, onServer, startOwnServer } from "#test/postgres.ts";
import { endAll, run, start } from "#test/program.ts";

// Serve mode as a process, on the newest and on the oldest PostgreSQL that Haarvat runs on.

type Login = { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
const servers: Record<string, () => Promise<{ login: Login; stop: () => Promise<void> }>> = {
  "PostgreSQL 18 from npm": async () => ({ login: { ...inject("server"), ...inject("administrator") }, stop: async () => {} }),
  "PostgreSQL 15 from Debian": async () => {
    const { template, stop } = await startOwnServer({ bin: debianPostgres! });
    return { login: template, stop };
  },
};

afterAll(endAll);

describe.each(Object.keys(servers))("on %s", (name) => {
  const absent = name.includes("Debian") && !debianPostgres;
  const database = `haarvat_serve_${randomBytes(6).toString("hex")}`;
  let at: Awaited<ReturnType<(typeof servers)[string]>>;
  let environment: Record<string, string>;
  beforeAll(async () => {
    if (absent) return;
    at = await servers[name]!();
    const { host, port, user, password } = at.login;
    await onServer({ host, port, user, password, database: "postgres" }, `create database ${database}`);
    environment = { DATABASE_URL: `postgres://${user}:${password}@${host}:${port}/${database}`, HAARVAT_SECRET: inject("server").secret };
  });
  afterAll(async () => {
    if (absent) return;
    const { host, port, user, password } = at.login;
    await onServer({ host, port, user, password, database: "postgres" }, `drop database ${database} with (force)`);
    await at.stop();
  });

  test.skipIf(absent)("an empty database is migrated, served, and left in peace when it stops", async () => {
    expect(await run(["migrate"], environment)).toMatchObject({ status: 0, said: expect.stringContaining("Applied: 0001_house.sql") });
    const served = start(["serve", "--port", "0"], environment);
    await expect.poll(() => served.said(), { timeout: 20_000 }).toMatch(/listens on 127\.0\.0\.1:\d+/);
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(served.said())!;
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toEqual({ alive: true });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    served.child.kill("SIGTERM");
    expect(await served.ended).toBe(0);
  });
});
