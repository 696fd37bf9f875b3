import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { debianPostgres, onServer, startOwnServer } from "#test/postgres.ts";
import { endAll, run, start } from "#test/program.ts";

// Serve mode as a process, on the newest and on the oldest PostgreSQL that Haarvat runs on.

type Login = { readonly host: string; readonly port: number; readonly user: string; readonly password: string; readonly secret: string };
const servers: Record<string, () => Promise<{ login: Login; stop: () => Promise<void> }>> = {
  "PostgreSQL 18 from npm": async () => ({ login: { ...inject("server"), ...inject("administrator") }, stop: async () => {} }),
  "PostgreSQL 15 from Debian": async () => {
    const { server, template, stop } = await startOwnServer({ bin: debianPostgres! });
    return { login: { ...server, ...template }, stop };
  },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "haarvat-serve-"));
});
afterAll(async () => {
  endAll();
  await rm(folder, { recursive: true, force: true });
});

/** All settings, in a file; the identity provider is one that does not answer. */
async function configured(login: Login, database: string): Promise<string> {
  const file = join(folder, `${database}.env`);
  const settings = {
    DATABASE_URL: `postgres://${login.user}:${login.password}@${login.host}:${login.port}/${database}`,
    HAARVAT_SECRET: login.secret,
    OIDC_ISSUER: "http://127.0.0.1:1",
    OIDC_CLIENT_ID: "haarvat",
    OIDC_CLIENT_SECRET: "given",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "haarvat@example.nl",
    TRAIL_HEADS: join(folder, "heads"),
  };
  await writeFile(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  return file;
}

describe.each(Object.keys(servers))("on %s", (name) => {
  const absent = name.includes("Debian") && !debianPostgres;
  const database = `haarvat_serve_${randomBytes(6).toString("hex")}`;
  let at: Awaited<ReturnType<(typeof servers)[string]>>;
  let config: string;
  beforeAll(async () => {
    if (absent) return;
    at = await servers[name]!();
    const { host, port, user, password } = at.login;
    await onServer({ host, port, user, password, database: "postgres" }, `create database ${database}`);
    config = await configured(at.login, database);
  });
  afterAll(async () => {
    if (absent) return;
    const { host, port, user, password } = at.login;
    await onServer({ host, port, user, password, database: "postgres" }, `drop database ${database} with (force)`);
    await at.stop();
  });

  test.skipIf(absent)("an empty database is refused, migrated, served, and left in peace when it stops", async () => {
    const serve = ["serve", "--port", "0", "--config", config];
    expect(await run(serve, {})).toEqual({ status: 1, said: 'The database is not at this version yet: run "haarvat migrate" first.\n' });
    expect(await run(["migrate", "--config", config], {})).toMatchObject({ status: 0, said: expect.stringContaining("Applied: 0001_house.sql") });
    const served = start(serve, {});
    await expect.poll(() => served.said(), { timeout: 20_000 }).toMatch(/listens on 127\.0\.0\.1:\d+/);
    expect(served.said()).toContain("The settings of the identity provider cannot be read now");
    const [, port] = /listens on 127\.0\.0\.1:(\d+)/.exec(served.said())!;
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toEqual({ alive: true });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    served.child.kill("SIGTERM");
    expect(await served.ended).toBe(0);
    expect(served.said()).toContain("Haarvat has stopped.");
  });

  test.skipIf(absent)("a polite stop takes nobody in any more, lets what runs finish and ends well; asked twice it ends at once", async () => {
    const { host, user, password } = at.login;
    const municipality =
      "with made as (insert into organisation.municipality (id, name) values (gen_random_uuid(), 'Testdorp') returning id) insert into organisation.host (name, municipality_id) select '127.0.0.1', id from made";
    await onServer({ host, port: at.login.port, user, password, database }, municipality);
    for (const twice of [false, true]) {
      const served = start(["serve", "--port", "0", "--config", config], {});
      await expect.poll(() => served.said(), { timeout: 20_000 }).toMatch(/listens on 127\.0\.0\.1:\d+/);
      const port = Number(/listens on 127\.0\.0\.1:(\d+)/.exec(served.said())![1]);
      const slow = connect(port, "127.0.0.1").on("error", () => {});
      let answer = "";
      slow.on("data", (piece: Buffer) => (answer += piece.toString()));
      slow.write("POST /write HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n\r\nab");
      await pause(200);
      served.child.kill("SIGTERM");
      await expect.poll(() => served.said()).toContain('"event":"stopping"');
      await expect
        .poll(() =>
          fetch(`http://127.0.0.1:${port}/health`).then(
            () => "let in",
            () => "refused",
          ),
        )
        .toBe("refused");
      if (twice) served.child.kill("SIGTERM");
      else slow.write("=cdeGET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
      expect(await served.ended).toBe(twice ? 1 : 0);
      expect(answer.startsWith("HTTP/1.1 401")).toBe(!twice);
      expect(answer.includes('"running":"not ok"')).toBe(!twice);
      expect(served.said().includes("Haarvat has stopped.")).toBe(!twice);
      slow.destroy();
    }
  });

  test.skipIf(absent)("what is set in the environment goes before the file, and a folder for heads that cannot be written is refused", async () => {
    const taken = join(folder, "taken");
    await writeFile(taken, "");
    expect(await run(["serve", "--config", config], { TRAIL_HEADS: taken })).toEqual({
      status: 1,
      said: `Haarvat cannot write in the folder that TRAIL_HEADS names: ${taken}\n`,
    });
  });
});

test("without settings, everything that lacks is said, a sentence each; and a file that is not there is said", async () => {
  const { status, said } = await run(["serve"], {});
  expect({ status, sentences: said.trim().split("\n").length }).toEqual({ status: 1, sentences: 8 });
  expect(await run(["serve", "--config", join(folder, "none.env")], {})).toEqual({
    status: 1,
    said: `The file with settings cannot be read: ${join(folder, "none.env")}\n`,
  });
});
