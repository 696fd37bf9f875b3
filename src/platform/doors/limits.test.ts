import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#src/app.tsx";
import { readAssets } from "#src/platform/assets.ts";
import { counted, type LimitName, limitsOf, usualLimits } from "#src/platform/limits.ts";
import type { Log } from "#src/platform/log.ts";
import type { Running } from "#src/platform/running.ts";
import { beginSession } from "#src/platform/session.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";
import { unhurried } from "#test/running.ts";

let database: TestDatabase;
let here: Municipality;
let cookie: string;
const errors: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
  cookie = `haarvat=${await beginSession(database.learning, here.facilitator, now)}`;
});

const house = async (changed: Partial<Running>, log?: Log) => {
  const { learning, gate, keeper, server } = database;
  const running = { ...unhurried({ learning, gate }, () => now, log), ...changed };
  const report = (_: unknown, where: string) => errors.push(where);
  return createApp({ learning, gate, keeper, clock: () => now, secret: server.secret, secure: false, demo: true, assets: await readAssets(), report, running });
};
type App = Awaited<ReturnType<typeof house>>;

const knock = (app: App, path: string, method = "GET", headers: Record<string, string> = {}, fields: Record<string, string> = {}) =>
  app.fetch(
    new Request(`http://${here.host}${path}`, {
      method,
      headers: { cookie, ...headers },
      ...(method === "POST" && { body: new URLSearchParams(fields) }),
    }),
  );

/** Doors that anybody may ask for anything at any time: they do nothing. */
const free = ["GET /health", "GET /ready", "GET /assets/:name"];
const doorsOf = (app: App) => [
  ...new Set(
    app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replaceAll(/:\w+\{[^/]*\}/g, randomUUID()).replaceAll(/:deed/g, "reply")}`),
  ),
];
const limited = (app: App) => doorsOf(app).filter((door) => !free.includes(door));
const asked = (door: string): [path: string, method: string] => [door.slice(door.indexOf(" ") + 1), door.slice(0, door.indexOf(" "))];
const statuses = async (app: App) => [...new Set(await Promise.all(limited(app).map(async (door) => (await knock(app, ...asked(door))).status)))];

describe("no door falls through", () => {
  test("when the limits cannot count, nobody comes in", async () => {
    const app = await house({ limits: { count: () => Promise.reject(new Error("no memory")) } });
    expect(limited(app).length).toBeGreaterThan(25);
    expect(await statuses(app)).toEqual([503]);
    expect(errors).toContain("limit knock");
  });

  test("when nobody can tell who knocks, nobody comes in", async () => {
    expect(await statuses(await house({ addressOf: () => undefined }))).toEqual([503]);
  });

  test("when a network knocks too often, no door opens any more", async () => {
    const limits = limitsOf({ ...usualLimits, knock: { times: 1, seconds: 60 } });
    await limits.count("knock", "127.0.0.1");
    expect(await statuses(await house({ limits }))).toEqual([429]);
  });

  test("whatever is posted counts for whoever posts it", async () => {
    const app = await house({});
    for (const door of limited(app).filter((one) => one.startsWith("POST")))
      expect([door, counted("POST", door.split(" ")[1]!, new URLSearchParams()).person.includes("post")]).toEqual([door, true]);
  });
});

describe("what is counted", () => {
  test.each<[string, string, LimitName[]]>([
    ["GET", "/", ["knock"]],
    ["POST", "/who", ["knock", "login", "post"]],
    ["GET", "/login", ["knock", "login"]],
    ["GET", "/login/back?code=x", ["knock", "login"]],
    ["GET", "/invitation/abc", ["knock"]],
    ["POST", "/invitation/abc", ["knock", "invitation", "post"]],
    ["GET", "/signals", ["knock"]],
    ["GET", "/signals?q=brief", ["knock", "search"]],
    ["GET", "/signals?q=", ["knock"]],
    ["GET", "/signals.csv?q=brief", ["knock", "take", "search"]],
    ["GET", "/privacy/trail.csv", ["knock", "take"]],
    ["GET", "/privacy/trail/abc/csv", ["knock", "take"]],
    ["POST", "/signals/import", ["knock", "post", "import"]],
  ])("%s %s counts as %s", (method, address, names) => {
    const { pathname, searchParams } = new URL(address, "http://here.test");
    const { network, person } = counted(method, pathname, searchParams);
    expect([...network, ...person]).toEqual(names);
  });

  test("somebody who searches too often waits, a colleague at the same address does not, and opening a signal goes on", async () => {
    const app = await house({ limits: limitsOf({ ...usualLimits, search: { times: 2, seconds: 60 } }) });
    const searches = async (headers = {}) => (await knock(app, "/signals?q=brief", "GET", headers)).status;
    expect([await searches(), await searches(), await searches()]).toEqual([200, 200, 429]);
    expect(await searches({ cookie: `haarvat=${await beginSession(database.learning, here.colleague, now)}` })).toBe(200);
    expect((await knock(app, "/signals")).status).toBe(200);
  });
});

describe("who has to wait", () => {
  test("is told how long, keeps what was typed and can send it again as it was", async () => {
    const app = await house({ limits: limitsOf({ ...usualLimits, post: { times: 0, seconds: 30 } }) });
    const deed = randomUUID();
    const answer = await knock(app, `/signals/${randomUUID()}/reply`, "POST", {}, { deed, token: "t", text: "Bel <b>eerst</b> even" });
    const page = await answer.text();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "30"]);
    expect(page).toContain("Bel &lt;b&gt;eerst&lt;/b&gt; even");
    expect(page).toContain(`name="deed" value="${deed}"`);
    expect(page).toContain("Wacht 30 tellen");
  });

  test("gets nothing back of a form from another site", async () => {
    const app = await house({ limits: limitsOf({ ...usualLimits, post: { times: 0, seconds: 30 } }) });
    for (const [headers, kept] of [
      [{ origin: "https://elders.example" }, false],
      [{ origin: "null" }, false],
      [{ "sec-fetch-site": "cross-site" }, false],
      [{ origin: `https://${here.host}` }, true],
    ] as [Record<string, string>, boolean][]) {
      const answer = await knock(app, "/mandates", "POST", headers, { text: "Een woord" });
      expect([answer.status, (await answer.text()).includes("Een woord")]).toEqual([429, kept]);
    }
  });

  test("gets problem+json as a program", async () => {
    const app = await house({ limits: limitsOf({ ...usualLimits, post: { times: 0, seconds: 30 } }) });
    const answer = await knock(app, `/drafts/${randomUUID()}`, "POST", { accept: "application/json" }, { sentence: "Het loket was dicht" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status: 429, title: "Dit ging heel snel achter elkaar", request: expect.stringMatching(/^\w{5}-\w{5}$/) });
  });

  test("sees the colours of the own municipality, and never those of another on the same server", async () => {
    const app = await house({ limits: limitsOf({ ...usualLimits, search: { times: 0, seconds: 30 } }) });
    const [coloured, plain] = [await aMunicipality(database), await aMunicipality(database)];
    const theme = JSON.stringify({ light: { "color-default-color-document": "#101010" }, dark: {} });
    await database.migrator.updateTable("organisation.municipality").set({ theme }).where("id", "=", coloured.id).execute();
    const shown = async (host: string) => {
      const answer = await app.fetch(new Request(`http://${host}/who?q=brief`));
      return [answer.status, (await answer.text()).includes("/assets/theme.css")];
    };
    expect(await shown(coloured.host)).toEqual([429, true]);
    expect(await shown(plain.host)).toEqual([429, false]);
  });

  test("stands in the log by limit and network, never by address", async () => {
    const lines: object[] = [];
    const log: Log = (level, event, fields) => lines.push({ level, event, ...fields });
    const limits = limitsOf({ ...usualLimits, knock: { times: 0, seconds: 60 } });
    await knock(await house({ limits, addressOf: () => "203.0.113.9", log }, log), "/signals?q=Anna");
    expect(lines).toContainEqual(expect.objectContaining({ level: "warning", event: "limited", limit: "knock", network: "203.0.113.0/24" }));
    expect(JSON.stringify(lines)).not.toMatch(/203\.0\.113\.9|Anna/);
  });
});
