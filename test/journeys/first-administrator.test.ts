import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Browser, browserOf } from "#test/browser-of.ts";
import { type IdentityProvider, logIn, openIdentityProvider } from "#test/identity-provider.ts";
import { onServer } from "#test/postgres.ts";
import { endAll, run, start } from "#test/program.ts";
import { openSmtp, type Smtp } from "#test/smtp.ts";

// From an empty database to the first administrator who is in: the programs themselves, a real provider, a real mail server.

const host = "haarvat.gemeente.test";
const { port: at, host: server, secret } = inject("server");
const { user, password } = inject("administrator");
const database = `haarvat_first_${randomBytes(6).toString("hex")}`;
const onPostgres = (statement: string) => onServer({ host: server, port: at, user, password, database: "postgres" }, statement);
let folder: string;
let provider: IdentityProvider;
let smtp: Smtp;
let environment: Record<string, string>;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "haarvat-first-"));
  await onPostgres(`create database ${database}`);
  provider = await openIdentityProvider([`https://${host}`]);
  smtp = await openSmtp({ secure: false, plain: true });
  environment = {
    DATABASE_URL: `postgres://${user}:${password}@${server}:${at}/${database}`,
    HAARVAT_SECRET: secret,
    OIDC_ISSUER: provider.settings.issuer.href.replace(/\/$/, ""),
    OIDC_CLIENT_ID: provider.settings.clientId,
    OIDC_CLIENT_SECRET: provider.settings.clientSecret,
    SMTP_URL: `smtp://127.0.0.1:${smtp.settings.port}`,
    MAIL_FROM: "haarvat@example.nl",
    TRAIL_HEADS: join(folder, "heads"),
  };
});
afterAll(async () => {
  endAll();
  await onPostgres(`drop database if exists ${database} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

/** What a proxy that ends TLS would send on to the program. */
const overTheWire = (port: number) => async (asked: Request) => {
  const { pathname, search } = new URL(asked.url);
  const headers = { ...Object.fromEntries(asked.headers), host: new URL(asked.url).host };
  const body = asked.method === "POST" ? Buffer.from(await asked.arrayBuffer()) : undefined;
  return new Promise<Response>((done, failed) => {
    const sent = request({ host: "127.0.0.1", port, path: pathname + search, method: asked.method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => void pieces.push(piece));
      answer.on("end", () => {
        const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values]) => values!.map((value): [string, string] => [name, value]));
        done(new Response(Buffer.concat(pieces), { status: answer.statusCode!, headers: pairs }));
      });
    });
    sent.on("error", failed);
    sent.end(body);
  });
};

const adds = (...more: string[]) =>
  run(["municipality", "add", "--host", host, "--name", "Testdorp", "--admin-email", "kim@testdorp.nl", ...more], environment);
let invitation: { path: string; code: string };

test("a municipality is made at its host name, once, and its administrator is invited on the screen and by e-mail", async () => {
  expect((await run(["migrate"], environment)).status).toBe(0);
  const { status, said } = await adds();
  expect(status).toBe(0);
  const [, path, code] = /comes in at https:\/\/haarvat\.gemeente\.test(\/invitation\/\S+)\nwith the code (\S+), once/.exec(said)!;
  expect(said).toContain("It was sent by e-mail as well.");
  const [letter] = smtp.at("kim@testdorp.nl");
  expect(letter!.mail.text).toContain(`https://${host}${path}`);
  expect(letter!.mail.text).toContain(code);
  invitation = { path: path!, code: code! };
  expect(await adds()).toEqual({ status: 1, said: `There is a municipality at ${host} already. Nothing has changed.\n` });
});

test.each([
  ["a host name that is none", ["--host", "geen host"], "is not a host name"],
  ["an address that is none", ["--host", "nieuw.test", "--admin-email", "kim"], "is not an e-mail address"],
  ["no name", ["--host", "nieuw.test", "--name", " "], "A name may not be empty."],
])("%s is refused in a sentence", async (_, more, sentence) => {
  const { status, said } = await adds(...more);
  expect([status, said]).toEqual([1, expect.stringContaining(sentence)]);
});

test("while the mail server is away the invitation is on the screen, and one hears that it was not sent", async () => {
  await smtp.stop();
  const { status, said } = await adds("--host", "tweede.test");
  expect([status, said]).toEqual([0, expect.stringContaining("It could not be sent by e-mail: pass it on yourself.")]);
  await smtp.comeBack();
});

test("in serve mode nobody picks who they are; the administrator types the code, logs in, and is in", async () => {
  const served = start(["serve", "--port", "0"], environment);
  await expect.poll(() => served.said(), { timeout: 20_000 }).toMatch(/listens on 127\.0\.0\.1:\d+/);
  const port = Number(/listens on 127\.0\.0\.1:(\d+)/.exec(served.said())![1]);
  browser = browserOf({ app: { fetch: overTheWire(port) } }, host, "https");
  expect((await browser.get("/who")).status).toBe(404);
  expect((await browser.post("/who", { token: "", member: crypto.randomUUID(), back: "/" })).status).toBe(404);
  expect((await browser.visit("/")).page).toContain("Haarvat van Testdorp");
  expect((await browser.post(invitation.path, { token: "", code: invitation.code })).headers.get("location")).toBe("/invitation");
  expect((await browser.visit("/invitation")).page).toContain("U komt binnen als beheerder, bij Beheer.");
  provider.knows("kim", { name: "Kim" });
  const returned = await logIn((await browser.get("/login?invitation=yes")).headers.get("location")!, "kim");
  expect(returned.origin).toBe(`https://${host}`);
  const { status, page } = await browser.visit(returned.pathname + returned.search);
  expect([status, page]).toEqual([200, expect.stringContaining("Beheerder")]);
  expect([...browser.cookies.keys()].filter((name) => !name.startsWith("__Host-"))).toEqual([]);
  // Nothing of it is in what the program wrote.
  for (const secret of [invitation.code, returned.searchParams.get("code")!, "kim@testdorp.nl", browser.cookies.get("__Host-haarvat")!])
    expect(served.said()).not.toContain(secret);
  served.child.kill("SIGTERM");
  expect(await served.ended).toBe(0);
});
