import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#src/app.tsx";
import { deliver } from "#src/gate/deliver/deliver.ts";
import { runningOf } from "#src/main/running.ts";
import { readAssets } from "#src/platform/assets.ts";
import { type Database, open } from "#src/platform/database.ts";
import type { Env } from "#src/platform/door.ts";
import { loadWithin } from "#src/platform/load.ts";
import type { Fields, Log } from "#src/platform/log.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";
import type { Running } from "#src/platform/running.ts";
import { beginSession } from "#src/platform/session.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, type Municipality, now } from "#test/municipality.ts";
import { unhurried } from "#test/running.ts";
import { crowd } from "./crowd.tsx";
import { noted } from "./noted.ts";

type Line = { readonly level: string; readonly event: string } & Fields;
let database: TestDatabase;
let here: Municipality;
let cookie: string;
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
  cookie = `haarvat=${await beginSession(database.learning, here.bringer, now)}`;
});

/** The application with something changed about how it runs, and everything it wrote to its log. */
async function house(changed: Partial<Running> = {}, pools: { learning?: Database; gate?: Database } = {}) {
  const { learning, gate, keeper, server } = { ...database, ...pools };
  const lines: Line[] = [];
  const log: Log = (level, event, fields) => lines.push({ level, event, ...fields });
  const running = { ...unhurried({ learning, gate }, () => now, log), ...changed };
  const report = (_: unknown, where: string, request?: string) => log("error", "failed", { where, request });
  const app = createApp({
    learning,
    gate,
    keeper,
    clock: () => now,
    secret: server.secret,
    secure: false,
    demo: true,
    assets: await readAssets(),
    report,
    running,
  });
  const knock = (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`http://${here.host}${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } }));
  return { app, lines, knock, post: (path: string, fields: Record<string, string>) => knock(path, { method: "POST", body: new URLSearchParams(fields) }) };
}
const nowhere = (role: "haarvat_learning" | "haarvat_gate") => open({ ...database.server, port: 1 }, role, "", false, 1);

describe("the log of requests", () => {
  test("has one line each: the pattern of the door, how it went and where, and nothing of what was asked", async () => {
    const { knock, lines } = await house();
    const signal = await aSignal(database, here.bringer);
    const answer = await knock(`/signals/${signal}?q=Anna`);
    expect(lines).toEqual([
      {
        level: "info",
        event: "request",
        request: answer.headers.get("x-request-id"),
        method: "GET",
        door: "/signals/:id",
        status: 200,
        ms: expect.any(Number),
        municipality: here.id,
      },
    ]);
    expect(lines[0]!["request"]).toMatch(/^[2-9a-z]{5}-[2-9a-z]{5}$/);
  });

  test("of doors that are not there, hosts that are nobody's and methods nobody knows keeps no word", async () => {
    const { app, knock, lines } = await house();
    await knock("/Anna/../Anna%0a{}");
    await app.fetch(new Request("http://anna.test/signals"));
    await knock("/", { method: "ANNA" });
    expect(JSON.stringify(lines).toLowerCase()).not.toContain("anna");
    expect(lines.map(({ door, method }) => `${String(method)} ${String(door)}`)).toEqual(["GET none", "GET /signals", "other none"]);
  });
});

describe("what goes wrong", () => {
  test("by us is a page with the number under which it stands in the log", async () => {
    const { knock, lines } = await house({}, { gate: undefined as unknown as Database });
    const answer = await knock("/drafts");
    const page = await answer.text();
    const [failed] = lines.filter(({ event }) => event === "failed");
    expect([answer.status, failed?.["where"]]).toEqual([500, "GET /drafts"]);
    expect(page).toContain(`Noem dan dit nummer: ${String(failed?.["request"])}`);
  });

  test("because the database is away asks for patience, before and after one is known, and keeps what was typed", async () => {
    for (const pools of [{ learning: nowhere("haarvat_learning") }, { gate: nowhere("haarvat_gate") }]) {
      const { post } = await house({}, pools);
      const token = /name="token" value="([^"]+)"/.exec(await (await (await house()).knock("/write")).text())![1]!;
      const answer = await post(`/drafts/${randomUUID()}`, { token, version: "0", sentence: "Het loket was dicht" });
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await answer.text()).toContain("Het loket was dicht");
    }
  });
});

describe("when it is too busy", () => {
  test("people are sent away before any work on the database, with what they typed; health is not", async () => {
    const load = loadWithin({ mostInside: 0, keptForWriting: 0, mostWaiting: 1 }, () => 0);
    const { post, knock } = await house({ load }, { learning: undefined as unknown as Database });
    const answer = await post("/mandates", { text: "Bel de bode even" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await answer.text()).toContain("Bel de bode even");
    expect((await knock("/health")).status).toBe(200);
    expect((await knock("/ready")).status).toBe(200);
  });
});

describe("when it takes too long", () => {
  test("nobody waits on for what does not come: they keep what they typed, and what was begun goes on", async () => {
    const { learning, gate, keeper, server } = database;
    const failed: string[] = [];
    const running = unhurried({ learning, gate }, () => now);
    const assets = await readAssets();
    const report = (error: unknown, where: string) => failed.push(`${(error as Error).name} ${where}`);
    const begun = Promise.withResolvers<string>();
    const slow = new Hono<Env>()
      .use(noted(() => {}))
      .use(crowd({ learning, gate, keeper, clock: () => now, secret: server.secret, secure: false, demo: true, assets, report, running }, 50))
      .post("/slow", async (c) => c.text(await begun.promise));
    const answer = await slow.request("http://here.test/slow", { method: "POST", body: new URLSearchParams({ text: "Bel de bode even" }) });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await answer.text()).toContain("Bel de bode even");
    expect(failed).toEqual(["TookTooLong POST /slow"]);
    begun.resolve("done");
  });

  test("somebody whose signal another holds is told to wait, and the same form counts once when it is free", async () => {
    const { post, knock } = await house();
    const signal = await aSignal(database, here.bringer);
    const token = /name="token" value="([^"]+)"/.exec(await (await knock("/write")).text())![1]!;
    const form = { token, deed: randomUUID(), text: "Morgen probeer ik het opnieuw" };
    const replies = () => database.migrator.selectFrom("learning.signal_fact").select("deed").where("deed", "=", form.deed).execute();
    await database.migrator.transaction().execute(async (tx) => {
      await tx.selectFrom("learning.signal").select("id").where("id", "=", signal).forUpdate().execute();
      const answer = await post(`/signals/${signal}/reply`, form);
      expect([answer.status, (await answer.text()).includes(form.text)]).toEqual([503, true]);
    });
    expect(await replies()).toHaveLength(0);
    for (const turn of [1, 2]) expect([turn, (await post(`/signals/${signal}/reply`, form)).status]).toEqual([turn, 303]);
    expect(await replies()).toHaveLength(1);
  });
});

describe("ready", () => {
  const asked = async (clock: () => Date, changed: { gate?: Database; stopping?: boolean } = {}) => {
    const running = runningOf({
      learning: database.learning,
      gate: changed.gate ?? database.gate,
      clock,
      log: () => {},
      addressOf: () => "127.0.0.1",
      stopping: () => changed.stopping ?? false,
    });
    const answer = await (await house(running)).app.fetch(new Request("http://127.0.0.1/ready"));
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const after = (seconds: number) => () => new Date(now.getTime() + seconds * 1000);
  const good = { database: "ok", migrations: "ok", sealer: "ok", outbox: "ok", mail: "ok", running: "ok" };
  const seal = async (at: Date) => sealer({ key: trailKey(database.server.secret), earlierKeys: [], kept: undefined })(database.gate, here.id, at);

  test("is who can do its work, for strangers too", async () => {
    await seal(now);
    expect(await asked(() => now)).toEqual({ status: 200, ready: true, parts: good });
  });

  test("is not who seals nothing for a minute, or tells nobody for two", async () => {
    const at = await aMunicipality(database);
    await aSignal(database, at.bringer);
    expect(await asked(after(59))).toMatchObject({ status: 200 });
    expect(await asked(after(62))).toMatchObject({ status: 503, ready: false, parts: { ...good, sealer: "not ok" } });
    await sealer({ key: trailKey(database.server.secret), earlierKeys: [], kept: undefined })(database.gate, at.id, now);
    expect(await asked(after(152))).toMatchObject({ status: 503, parts: { ...good, outbox: "not ok" } });
    await deliver(database.gate, at.id, after(152)());
    await deliver(database.gate, here.id, after(152)());
    expect(await asked(after(152))).toMatchObject({ status: 200, parts: { outbox: "ok" } });
  });

  test("is not who cannot reach the database, or stops", async () => {
    expect(await asked(() => now, { gate: nowhere("haarvat_gate") })).toMatchObject({ status: 503, parts: { database: "not ok", sealer: "not ok" } });
    expect(await asked(() => now, { stopping: true })).toMatchObject({ status: 503, ready: false, parts: { ...good, running: "not ok" } });
  });

  test("is not who waits for a migration", async () => {
    const [last] = (await sql<{ name: string }>`select name from migration.applied order by name desc limit 1`.execute(database.migrator)).rows;
    await sql`delete from migration.applied where name = ${last!.name}`.execute(database.migrator);
    expect(await asked(() => now)).toMatchObject({ status: 503, parts: { ...good, migrations: "not ok" } });
    await sql`insert into migration.applied (name) values (${last!.name})`.execute(database.migrator);
  });
});
