import { createHmac, generateKeyPairSync } from "node:crypto";
import { decodeJwt, exportSPKI, importJWK, SignJWT } from "jose";
import { beforeAll, expect, test } from "vitest";
import { browserOf, type Browser } from "#test/browser-of.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { type IdentityProvider, logIn, openIdentityProvider } from "#test/identity-provider.ts";
import { aMunicipality, type Municipality } from "#test/municipality.ts";

// Whatever is wrong with a token or with the way back: one calm page, no session, nothing changed.

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

const sessions = async () => (await database.migrator.selectFrom("organisation.session").select("token_hash").execute()).length;

async function underway(browser: Browser, subject = "bringer"): Promise<string> {
  const begun = await browser.get("/login?back=/signals");
  const returned = await logIn(begun.headers.get("location")!, subject);
  return returned.pathname + returned.search;
}

async function isRefused(browser: Browser, back: string): Promise<void> {
  const before = await sessions();
  const { at, page } = await browser.visit(back);
  expect(at).toMatch(/^\/welcome\?said=refused&back=/);
  expect(page).toContain("Inloggen lukte nu niet");
  expect(browser.cookies.has("haarvat")).toBe(false);
  expect(await sessions()).toBe(before);
}

const now = () => Math.floor(Date.now() / 1000);
/** The token as it was, with other claims, signed with the provider's own key. */
const saying = (other: Readonly<Record<string, unknown>>) => async (token: string) =>
  new SignJWT({ ...decodeJwt(token), ...other }).setProtectedHeader({ alg: "RS256", kid: provider.kid }).sign(provider.privateKey);
const part = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");
/** The same claims under another header, with a signature made by hand. */
const under = (header: object, sign: (input: string) => string) => async (token: string) => {
  const input = `${part(header)}.${part(decodeJwt(token))}`;
  return `${input}.${sign(input)}`;
};
const hs256 = (key: string) => under({ alg: "HS256" }, (input) => createHmac("sha256", key).update(input).digest("base64url"));
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const publicKey = async () => {
  const { keys } = (await (await fetch(`${provider.settings.issuer.href}jwks`)).json()) as { keys: object[] };
  return exportSPKI((await importJWK(keys[0]!, "RS256", { extractable: true })) as CryptoKey);
};

const wrong: Record<string, (token: string) => Promise<string>> = {
  "another issuer": saying({ iss: "https://login.elders.example" }),
  "another audience": saying({ aud: "another" }),
  "a second audience and another authorised party": saying({ aud: ["haarvat", "another"], azp: "another" }),
  "another nonce": saying({ nonce: "another" }),
  "no nonce": saying({ nonce: undefined }),
  "an end that passed a minute ago": saying({ exp: now() - 60 }),
  "no end": saying({ exp: undefined }),
  "a begin in the future": saying({ nbf: now() + 3600 }),
  "no subject": saying({ sub: undefined }),
  "an empty subject": saying({ sub: "" }),
  "no signature (none)": under({ alg: "none" }, () => ""),
  "a signature with the shared secret (HS256)": async (token) => hs256(provider.settings.clientSecret)(token),
  "a signature with the public key as a secret (HS256)": async (token) => hs256(await publicKey())(token),
  "a key of somebody else under the same name": async (token) =>
    new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: "RS256", kid: provider.kid }).sign(stranger),
  "a key that nobody knows": async (token) => new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: "RS256", kid: "second" }).sign(provider.privateKey),
  "a key it brings along itself": async (token) =>
    new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: "RS256", jwk: generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" }) })
      .sign(stranger),
  "another subject under the old signature": async (token) => {
    const [header, , signature] = token.split(".");
    return `${header}.${part({ ...decodeJwt(token), sub: "administrator" })}.${signature}`;
  },
  "a signature that was cut": async (token) => token.slice(0, -8),
  "something that is no token": async () => "e30.e30.e30",
};

test.each(Object.keys(wrong))("a token with %s opens no session", async (name) => {
  const browser = browserOf(house, here.host);
  const back = await underway(browser);
  provider.forges(wrong[name]);
  await isRefused(browser, back).finally(() => provider.forges(undefined));
});

test("the same token, left as it was or signed anew by the provider, does open one", async () => {
  for (const forger of [undefined, saying({})]) {
    const browser = browserOf(house, here.host);
    const back = await underway(browser);
    provider.forges(forger);
    expect((await browser.get(back)).headers.get("location")).toBe("/signals");
    provider.forges(undefined);
    expect(browser.cookies.has("haarvat")).toBe(true);
  }
});

test("a signature that the provider offers and the settings do not accept opens no session", async () => {
  const strict = await openTestDoors(database, { demo: false, login: { ...provider.settings, algorithms: ["ES256"] } });
  const browser = browserOf(strict, here.host);
  await isRefused(browser, await underway(browser));
});

test("the way back works once, in the browser that went away, with the state it went away with", async () => {
  const browser = browserOf(house, here.host);
  const back = await underway(browser);
  const kept = new Map(browser.cookies);
  await isRefused(browserOf(house, here.host), back);
  await isRefused(browser, back.replace(/state=[^&]+/, "state=another-state"));
  expect((await browser.get(back)).headers.get("location")).toBe("/signals");
  expect((await browser.get(back)).headers.get("location")).toBe("/");
  browser.cookies.delete("haarvat");
  await isRefused(browser, back);
  // Even with the cookies of before: the provider takes a code once.
  for (const [name, value] of kept) browser.cookies.set(name, value);
  await isRefused(browser, back);
});

test("a code of somebody else's journey does not work in one's own", async () => {
  const [one, other] = [browserOf(house, here.host), browserOf(house, here.host)];
  const [own, foreign] = [await underway(one), await underway(other, "administrator")];
  const code = (back: string) => new URL(back, "http://x").searchParams.get("code")!;
  await isRefused(one, own.replace(code(own), code(foreign)));
});

test("an answer that names another issuer is refused", async () => {
  const browser = browserOf(house, here.host);
  const back = await underway(browser);
  await isRefused(browser, back.replace(/iss=[^&]+/, `iss=${encodeURIComponent("https://login.elders.example")}`));
});

test("a way back without anything, and one that is made up, lead to the same page", async () => {
  for (const back of ["/login/back", "/login/back?code=x", "/login/back?state=abcdefgh&code=x", "/login/back?error=server_error&state=%00"])
    await isRefused(browserOf(house, here.host), back);
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
