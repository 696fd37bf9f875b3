import { beforeAll, expect, test } from "vitest";
import { asActor } from "#src/platform/database.ts";
import { invite, type Invited } from "#src/platform/invitation/store.ts";
import { browserOf, type Browser } from "#test/browser-of.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { type IdentityProvider, logIn, openIdentityProvider } from "#test/identity-provider.ts";
import { aMunicipality, type Municipality, now } from "#test/municipality.ts";

// Being invited, and a way of logging in that is strong enough: through the doors, at a real provider that asks for it.

let database: TestDatabase;
let provider: IdentityProvider;
let house: Doors;
let here: Municipality;
beforeAll(async () => {
  database = await testDatabase();
  here = await aMunicipality(database);
  provider = await openIdentityProvider([`http://${here.host}`], ["substantial"]);
  house = await openTestDoors(database, { demo: false, login: provider.settings });
  const issuer = provider.settings.issuer.href.replace(/\/$/, "");
  await database.migrator.updateTable("organisation.member").set({ issuer }).where("municipality_id", "=", here.id).execute();
});

const invited = (): Promise<Invited> =>
  asActor(database.learning, here.administrator, now, (room) =>
    invite(room, { email: "nieuw@voorbeeld.nl", name: "Nieuw", title: "consulent", roles: ["professional"], teamId: here.teams.oost }),
  );
const goes = async (browser: Browser, path: string, subject: string, acr = "substantial") => {
  const returned = await logIn((await browser.get(path)).headers.get("location")!, subject, acr);
  return browser.visit(returned.pathname + returned.search);
};
const tries = (browser: Browser, id: string, code: string) => browser.post(`/invitation/${id}`, { token: "", code });

test("who types the code and logs in is in, with the name and the address the provider says; the code is in no address", async () => {
  provider.knows("nieuw", { name: "Nieuw de Vries", email: "nieuw@elders.nl" });
  const { id, code } = await invited();
  const browser = browserOf(house, here.host);
  expect((await browser.visit(`/invitation/${id}`)).page).toContain("Code uit de uitnodiging");
  const answer = await tries(browser, id, code.toLowerCase().replaceAll("-", " "));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/invitation"]);
  expect((await browser.visit("/invitation")).page).toContain("U komt binnen als professional, bij wijkteam Oost.");
  const { page } = await goes(browser, "/login?invitation=yes", "nieuw");
  expect(page).toContain("Consulent");
  const member = await database.migrator.selectFrom("organisation.member").selectAll().where("subject", "=", "nieuw").executeTakeFirstOrThrow();
  expect(member).toMatchObject({ name: "Nieuw de Vries", email: "nieuw@elders.nl", roles: ["professional"] });
  const other = browserOf(house, here.host);
  expect((await tries(other, id, code)).status).toBe(422);
});

test("a wrong code gets a page that says what to do; the fifth ends the invitation; one that is not there looks the same", async () => {
  const { id, code } = await invited();
  const absent = crypto.randomUUID();
  const plain = async (answer: Response) => (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
  const browser = browserOf(house, here.host);
  expect(await plain(await browser.get(`/invitation/${id}`))).toBe(await plain(await browser.get(`/invitation/${absent}`)));
  for (let wrong = 0; wrong < 5; wrong++) {
    const answer = await tries(browser, id, "0000-0000-0000-0000");
    expect(answer.status).toBe(422);
    expect(await plain(answer)).toBe(await plain(await tries(browser, absent, "0000-0000-0000-0000")));
  }
  expect((await tries(browser, id, code)).status).toBe(422);
  expect((await browser.get("/invitation")).status).toBe(404);
});

test("without the code in this browser a login makes no member, whatever the address says", async () => {
  const { id } = await invited();
  const browser = browserOf(house, here.host);
  expect((await goes(browser, `/login?invitation=${id}`, "iemand")).page).toContain("Wij kennen u hier nog niet");
  browser.cookies.set("haarvat-invitation", Buffer.from(JSON.stringify({ id, until: now.getTime() * 2 })).toString("base64url"));
  expect((await goes(browser, "/login?invitation=yes", "iemand")).page).toContain("Wij kennen u hier nog niet");
});

test("what was proven with a code is forgotten after a quarter of an hour", async () => {
  const { id, code } = await invited();
  const browser = browserOf(house, here.host);
  await tries(browser, id, code);
  house.setClock(new Date(now.getTime() + 16 * 60_000));
  expect((await browser.get("/invitation")).status).toBe(404);
  house.setClock(now);
});

test("the way of logging in that the settings ask for is asked of the provider", async () => {
  const begun = await browserOf(house, here.host).get("/login");
  expect(new URL(begun.headers.get("location")!).searchParams.get("acr_values")).toBe("substantial");
});

test("a way that is not strong enough opens no session, and can be done again with a stronger one", async () => {
  const browser = browserOf(house, here.host);
  const { page, at } = await goes(browser, "/login?back=/drafts", "bringer", "low");
  expect(page).toContain("Hier is een sterkere manier van inloggen nodig");
  expect(browser.cookies.has("haarvat")).toBe(false);
  const refused = await database.migrator
    .selectFrom("trail.entry")
    .select("action")
    .where("actor_id", "=", here.bringer.memberId)
    .where("result", "=", "refused")
    .execute();
  expect(refused).toEqual([{ action: "session-begun" }]);
  expect(new URL(at, "http://x").searchParams.get("back")).toBe("/drafts");
  expect((await goes(browser, "/login?back=/drafts", "bringer")).at).toBe("/drafts");
  const session = await database.migrator.selectFrom("organisation.session").select("acr").where("member_id", "=", here.bringer.memberId).execute();
  expect(session).toEqual([{ acr: "substantial" }]);
});

test("an invitation is not used up by a way of logging in that is not strong enough", async () => {
  const { id, code } = await invited();
  const browser = browserOf(house, here.host);
  await tries(browser, id, code);
  expect((await goes(browser, "/login?invitation=yes", "zwak", "low")).page).toContain("sterkere manier");
  expect(await database.migrator.selectFrom("organisation.member").select("id").where("subject", "=", "zwak").execute()).toEqual([]);
  expect((await goes(browser, "/login?invitation=yes", "zwak")).page).toContain("Consulent");
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
