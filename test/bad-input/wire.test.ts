import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getRequestListener } from "@hono/node-server";
import { listenAt, type Listener } from "#src/main/listening.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aMunicipality } from "#test/municipality.ts";

// What comes over the wire that is hardly HTTP: refused at once, and nobody else waits for it.

const host = "wire.test";
let house: Doors;
let listener: Listener;
beforeAll(async () => {
  const database = await testDatabase();
  house = await openTestDoors(database);
  await aMunicipality(database, host);
  listener = await listenAt("127.0.0.1", 0, getRequestListener(house.app.fetch, { overrideGlobalObjects: false }));
});
afterAll(() => listener.close());
beforeEach(() => void house.errors.splice(0));

/** Sends bytes as they are, and returns the first line and the rest of what comes back before the line closes or nothing more comes. */
const wire = (bytes: string): Promise<string> =>
  new Promise((done) => {
    let said = "";
    const socket = connect(listener.port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.setTimeout(1000, () => socket.destroy());
    socket.on("data", (piece) => {
      said += piece.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => done(said));
  });
const statusOf = (said: string) => said.split(" ")[1] ?? "closed";
const get = (path: string, ...headers: string[]) => [`GET ${path} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...headers, "", ""].join("\r\n");
const post = (...headers: string[]) => [`POST /who HTTP/1.1`, `Host: ${host}`, "Content-Type: application/x-www-form-urlencoded", ...headers].join("\r\n");

test("an ordinary request is answered", async () => {
  expect(statusOf(await wire(get("/who")))).toBe("200");
});

test.each([
  ["two lengths", `${post("Content-Length: 3", "Content-Length: 30")}\r\n\r\na=b`, "400"],
  ["a length and pieces", `${post("Content-Length: 3", "Transfer-Encoding: chunked")}\r\n\r\n0\r\n\r\nGET /who HTTP/1.1\r\nHost: ${host}\r\n\r\n`, "400"],
  ["pieces twice", `${post("Transfer-Encoding: chunked, identity")}\r\n\r\n0\r\n\r\n`, "400"],
  ["a piece whose length is none", `${post("Transfer-Encoding: chunked", "Connection: close")}\r\n\r\nxyz\r\na\r\n0\r\n\r\n`, "400"],
  ["a header with a line end in it", get("/who", "X: a\nSet-Cookie: b"), "400"],
  ["no host", "GET /who HTTP/1.1\r\nConnection: close\r\n\r\n", "400"],
  ["a host that is none", `GET /who HTTP/1.1\r\nHost: a b<c>\r\nConnection: close\r\n\r\n`, "400"],
  ["another language", "\x16\x03\x01\x02\x00\x01\x00", "400"],
  ["a header of twenty thousand signs", get("/who", `X: ${"a".repeat(20_000)}`), "431"],
  ["an address of twenty thousand signs", get(`/who?back=${"a".repeat(20_000)}`), "431"],
  ["a cookie of twenty thousand signs", get("/who", `Cookie: haarvat=${"a".repeat(20_000)}`), "431"],
  ["five thousand headers", get("/who", ...Array.from({ length: 5000 }, (_, nth) => `X${nth}: a`)), "431"],
])("%s", async (_, bytes, status) => {
  expect(statusOf(await wire(bytes))).toBe(status);
  expect(house.errors).toEqual([]);
});

test("a form in pieces, as a proxy may send it, is read as any other; an empty one is refused in a sentence", async () => {
  const said = (body: string) => wire(`${post("Transfer-Encoding: chunked", "Connection: close")}\r\n\r\n${body}0\r\n\r\n`);
  expect(statusOf(await said("8\r\nmember=x\r\n7\r\n&token=\r\n"))).toBe("422");
  expect(statusOf(await said(""))).toBe("403");
  expect(statusOf(await wire(`POST /who HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))).toBe("403");
  expect(house.errors).toEqual([]);
});

test.each(["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT"])("%s is not done here", async (method) => {
  const said = await wire(get("/who").replace("GET", method));
  expect(statusOf(said)).toBe(method === "CONNECT" ? "closed" : "405");
  expect(house.errors).toEqual([]);
});

test.each([
  "/../../etc/passwd",
  "/assets/..%2f..%2fpackage.json",
  "/assets/%2e%2e/package.json",
  "/.git/config",
  "/%00",
  "/%ff%fe",
  "//elsewhere.example/",
  "/who%0d%0aSet-Cookie:%20a=b",
  "/assets/haarvat.css.map",
  "/%",
])("%s is not there, or where one comes in", async (path) => {
  const said = await wire(get(path));
  expect(["303", "400", "404"]).toContain(statusOf(said));
  expect(said).not.toMatch(/^set-cookie: a=b/im);
  expect(said.match(/^location: (.*)$/im)?.[1] ?? "/who").toMatch(/^\/(?!\/)/);
  expect(house.errors).toEqual([]);
});

test("what a stranger says about where it comes from is not believed", async () => {
  const believed = await wire(get("/", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: https", "Forwarded: host=elsewhere.example"));
  expect([statusOf(believed), believed.includes("elsewhere.example")]).toEqual(["303", false]);
});

test("an answer does not tell what it runs on", async () => {
  expect(await wire(get("/who"))).not.toMatch(/^(server|x-powered-by|x-runtime):/im);
});
