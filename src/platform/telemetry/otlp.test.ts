import { afterAll, beforeAll, expect, test } from "vitest";
import { listen } from "#src/main.ts";
import { beginSession } from "#src/platform/session.ts";
import { openCollector } from "#test/collector.ts";
import { testDatabase } from "#test/database.ts";
import { aDraft, aMunicipality, aSignal } from "#test/municipality.ts";

const database = await testDatabase();
const collector = await openCollector();
let draft: string;
let signal: string;
let cookie: string;
beforeAll(async () => {
  const here = await aMunicipality(database, "127.0.0.1");
  [draft, signal] = [await aDraft(database, here.bringer), await aSignal(database, here.bringer, {}, {}, new Date())];
  cookie = `haarvat=${await beginSession(database.learning, here.bringer, new Date())}`;
  const listening = await listen({ server: database.server, host: "127.0.0.1", port: 0, demo: true, secure: false, telemetryAt: collector.address });
  const get = (path: string) => fetch(`http://127.0.0.1:${listening.port}${path}`, { headers: { cookie }, redirect: "manual" }).then((answer) => answer.text());
  for (const path of [`/signals/${signal}`, `/drafts/${draft}`, "/signals?q=Anna", "/nergens/Anna"]) await get(path);
  await listening.stop();
});
afterAll(() => collector.close());

const named = (name: string) => collector.spans.filter((span) => span.name === name);

test("a request is a span by its door, with the learning room's transactions in it", () => {
  const [asked] = named("GET /signals/:id");
  expect(asked?.attributes).toEqual([
    { key: "http.request.method", value: { stringValue: "GET" } },
    { key: "http.route", value: { stringValue: "/signals/:id" } },
    { key: "http.response.status_code", value: { intValue: 200 } },
  ]);
  const inside = collector.spans.filter(({ parentSpanId }) => parentSpanId === asked!.spanId);
  expect(inside.map(({ name }) => name)).toContain("transaction learning");
});

test("no id leads from what the gate does to the request, or to the learning room", () => {
  const ofGate = named("transaction gate");
  const others = collector.spans.filter(({ name }) => name !== "transaction gate");
  expect([ofGate.length, others.length].every((count) => count > 3)).toBe(true);
  expect(new Set(ofGate.map(({ traceId }) => traceId)).size).toBe(ofGate.length);
  expect(others.filter(({ traceId }) => ofGate.some((one) => one.traceId === traceId))).toEqual([]);
  expect(ofGate.filter(({ parentSpanId }) => parentSpanId)).toEqual([]);
});

test("durations are counted by door, and who waits for a connection or for a job is told", () => {
  const latest = (name: string) => collector.metrics.findLast((metric) => metric.name === name);
  const doors = latest("http.server.request.duration")?.histogram?.dataPoints.map(
    ({ attributes }) => attributes.find(({ key }) => key === "http.route")?.value["stringValue"],
  );
  expect(doors?.sort()).toEqual(["/drafts/:id", "/signals", "/signals/:id", "none"]);
  const pools = latest("db.client.connection.pending_requests")?.gauge?.dataPoints.map(({ attributes }) => attributes[0]?.value["stringValue"]);
  expect(pools?.sort()).toEqual(["gate", "keeper", "learning"]);
  const parts = latest("haarvat.waiting.age")?.gauge?.dataPoints.map(({ attributes }) => attributes[0]?.value["stringValue"]);
  expect(parts?.sort()).toEqual(["mail", "outbox", "sealer"]);
});

test("nothing that goes out says who, what or which", () => {
  const all = collector.bodies.join();
  for (const secret of [draft, signal, cookie.split("=")[1]!, "Anna", "briefadres", "127.0.0.1"]) expect(all).not.toContain(secret);
});
