import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { browserOf, type Browser } from "#test/browser-of.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { type IdentityProvider, logIn, openIdentityProvider } from "#test/identity-provider.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";

// Logging in, through the doors and at a real provider.

let database: TestDatabase;
let provider: IdentityProvider;
let house: Doors;
let here: Municipality;
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
  provider = await openIdentityProvider([`http://${here.host}`]);
  house = await openTestDoors(database, { demo: false, login: provider.settings });
  const issuer = provider.settings.issuer.href.replace(/\/$/, "");
  await database.migrator.updateTable("organisation.member").set({ issuer }).where("municipality_id", "=", here.id).execute();
});

/** Goes to the provider as somebody, and stands before the door to come back through. */
async function underway(browser: Browser, subject: string, back = "/"): Promise<string> {
  const begun = await browser.get(`/login?back=${encodeURIComponent(back)}`);
  const returned = await logIn(begun.headers.get("location")!, subject);
  return returned.pathname + returned.search;
}
const entries = (actor: Actor, result: string) =>
  database.migrator.selectFrom("trail.entry").select(["action", "actor_role"]).where("actor_id", "=", actor.memberId).where("result", "=", result).execute();

test("who has no session is shown what this is, with one button, and comes back to where they wanted to go", async () => {
  const browser = browserOf(house, here.host);
  const { at, page } = await browser.visit("/signals?state=open");
  expect(at).toBe(`/welcome?back=${encodeURIComponent("/signals?state=open")}`);
  expect(page).toContain("Haarvat van Testdorp");
  expect(page).toContain(`href="/login?back=${encodeURIComponent("/signals?state=open")}"`);
  const answer = await browser.get(await underway(browser, "bringer", "/signals?state=open"));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/signals?state=open"]);
  expect((await browser.visit("/")).page).toContain("De bringer");
  expect(await entries(here.bringer, "done")).toContainEqual({ action: "session-begun", actor_role: "professional" });
});

test("the request to the provider has PKCE, state and nonce; nothing of it can be read in the cookie", async () => {
  const browser = browserOf(house, here.host);
  const begun = await browser.get("/login?back=/drafts");
  const { searchParams } = new URL(begun.headers.get("location")!);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: "code",
    client_id: "haarvat",
    code_challenge_method: "S256",
    redirect_uri: `http://${here.host}/login/back`,
    scope: "openid profile email",
  });
  for (const name of ["state", "nonce", "code_challenge"]) expect(searchParams.get(name)!.length).toBeGreaterThan(30);
  const [cookie] = begun.headers.getSetCookie();
  expect(cookie).toMatch(/^haarvat-login-[\w-]{8}=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  const value = Buffer.from(/=([^;]+)/.exec(cookie!)![1]!, "base64url").toString("latin1");
  for (const secret of [searchParams.get("nonce")!, "drafts"]) expect(value).not.toContain(secret);
});

test("each login has a secret of its own, and the session before it is dead", async () => {
  const browser = browserOf(house, here.host);
  await browser.get(await underway(browser, "colleague"));
  const first = browser.cookies.get("haarvat")!;
  await browser.get(await underway(browser, "colleague"));
  expect(browser.cookies.get("haarvat")).not.toBe(first);
  expect((await house.withCookie(`haarvat=${first}`, here.host).get("/")).headers.get("location")).toMatch(/^\/welcome/);
  expect((await browser.visit("/")).status).toBe(200);
});

test("one comes back in the role in which one left", async () => {
  await database.migrator
    .updateTable("organisation.member")
    .set({ roles: ["facilitator", "professional"] })
    .where("id", "=", here.facilitator.memberId)
    .execute();
  const browser = browserOf(house, here.host);
  await browser.get(await underway(browser, "facilitator"));
  const token = /name="token" value="([^"]+)"/.exec((await browser.visit("/")).page)![1]!;
  house.setClock(new Date(now.getTime() + 60_000));
  await browser.post("/role", { token, role: "professional" });
  await browser.get(await underway(browser, "facilitator"));
  expect((await browser.visit("/")).page).toContain("Wissel: leercoach");
  house.setClock(now);
});

test("whom the provider knows and the municipality does not, comes not in and is told whom to ask", async () => {
  const browser = browserOf(house, here.host);
  const { page } = await browser.visit(await underway(browser, "onbekend"));
  expect(page).toContain("Wij kennen u hier nog niet");
  expect(browser.cookies.has("haarvat")).toBe(false);
});

test("who left comes not in, and that it was tried is in the trail", async () => {
  await database.migrator.updateTable("organisation.member").set({ ended_at: now }).where("id", "=", here.partner.memberId).execute();
  const browser = browserOf(house, here.host);
  expect((await browser.visit(await underway(browser, "partner"))).page).toContain("Uw plek hier is gestopt");
  expect(browser.cookies.has("haarvat")).toBe(false);
  expect(await entries(here.partner, "refused")).toEqual([{ action: "session-begun", actor_role: "partner" }]);
});

test("the same name at another provider is somebody else", async () => {
  const other = await openIdentityProvider([`http://${here.host}`]);
  const doors = await openTestDoors(database, { demo: false, login: other.settings });
  const browser = browserOf(doors, here.host);
  expect((await browser.visit(await underway(browser, "bringer"))).page).toContain("Wij kennen u hier nog niet");
});

test("for whom somebody acts is in the session as a pseudonym, the same each time, and in no other place", async () => {
  provider.knows("advocate", { represents: { iss: "https://digid.example", sub: "999999047" } });
  const browser = browserOf(house, here.host);
  for (const _ of [1, 2]) await browser.get(await underway(browser, "advocate"));
  const sessions = await database.migrator.selectFrom("organisation.session").selectAll().where("member_id", "=", here.advocate.memberId).execute();
  expect(new Set(sessions.map(({ represents }) => represents)).size).toBe(1);
  expect(sessions[0]!.represents).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.stringify(sessions)).not.toContain("999999047");
});

test("who is not sure at the provider is not in, and can try again", async () => {
  const browser = browserOf(house, here.host);
  const { page, at } = await browser.visit(await underway(browser, ""));
  expect(page).toContain("Inloggen lukte nu niet");
  expect(at).toMatch(/^\/welcome\?said=refused/);
});

test("while the provider is away a page says so, and the session one has goes on", async () => {
  const away = await openIdentityProvider([`http://${here.host}`]);
  const doors = await openTestDoors(database, { demo: false, login: away.settings });
  const browser = browserOf(doors, here.host);
  away.answers(503);
  expect((await browser.visit("/login")).page).toContain("De inlogdienst is even niet te bereiken");
  away.answers(undefined);
  const back = await underway(browser, "bringer");
  away.answers(500);
  expect((await browser.visit(back)).page).toContain("De inlogdienst is even niet te bereiken");
  const inside = await doors.as(here.colleague, here.host);
  expect((await inside.get("/")).status).toBe(200);
  expect(doors.errors).toHaveLength(2);
});

test("picking a fictitious person is impossible where people log in", async () => {
  const browser = browserOf(house, here.host);
  expect((await browser.get("/who")).status).toBe(404);
  expect((await browser.post("/who", { member: here.bringer.memberId, back: "/", token: "" })).status).toBe(404);
  expect(browser.cookies.has("haarvat")).toBe(false);
});

test("stopping ends the session here and leads on to the provider, to be logged out there too", async () => {
  const browser = browserOf(house, here.host);
  await browser.get(await underway(browser, "bringer"));
  const token = /name="token" value="([^"]+)"/.exec((await browser.visit("/")).page)![1]!;
  expect((await browser.post("/leave", { token })).headers.get("location")).toBe("/leave");
  const page = await browser.get("/leave");
  const there = new URL(/url=(.+)/.exec(page.headers.get("refresh")!)![1]!);
  expect(there.origin).toBe(provider.settings.issuer.origin);
  expect(Object.fromEntries(there.searchParams)).toEqual({ post_logout_redirect_uri: `http://${here.host}/left`, client_id: "haarvat" });
  expect((await browser.visit("/left")).page).toContain("U bent uitgelogd");
});

test("over TLS the cookies are bound to the host", async () => {
  const secure = await openIdentityProvider([`https://${here.host}`]);
  const doors = await openTestDoors(database, { demo: false, login: secure.settings, secure: true });
  const browser = browserOf(doors, here.host);
  expect((await browser.get("/login")).headers.getSetCookie()[0]).toMatch(/^__Host-haarvat-login-.*; Secure/);
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
