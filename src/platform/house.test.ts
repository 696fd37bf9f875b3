import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { aMunicipality, aSignal, type Municipality, now } from "#test/municipality.ts";
import type { TestDatabase } from "#test/database.ts";

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let bringer: Visitor;
let signal: string;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  bringer = await house.as(here.bringer, here.host);
  signal = await aSignal(database, here.bringer);
});

const withdraw = (headers: Record<string, string>, fields: Record<string, string> = {}) =>
  bringer.post(`/signals/${signal}/withdraw`, { seen: "open", ...fields }, headers);
const stateOf = async () => (await database.migrator.selectFrom("learning.signal").select("state").where("id", "=", signal).executeTakeFirstOrThrow()).state;

test("a form from another site, without our token, or with that of another session is refused and changes nothing", async () => {
  const other = await house.as(here.bringer, here.host);
  for (const answer of [
    await withdraw({ origin: "https://elders.example" }),
    await withdraw({ "sec-fetch-site": "cross-site" }),
    await withdraw({}, { token: "" }),
    await withdraw({}, { token: other.token }),
    await withdraw({}, { token: `é${bringer.token.slice(1)}` }),
  ]) {
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Er is niets veranderd");
  }
  expect(await stateOf()).toBe("open");
});

test("every page forbids script and style of others, framing and keeping", async () => {
  const { headers } = await bringer.get("/signals");
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect([headers.get("x-content-type-options"), headers.get("x-frame-options"), headers.get("cache-control")]).toEqual(["nosniff", "DENY", "no-store"]);
});

test("a session of one municipality is none in another, and an unknown host is nobody's", async () => {
  const elsewhere = await aMunicipality(database);
  const at = (host: string) => house.app.fetch(new Request(`http://${host}/signals`, { headers: { cookie: bringer.cookie } }));
  expect((await at(elsewhere.host)).headers.get("location")).toMatch(/^\/who/);
  expect((await at("nergens.test")).status).toBe(404);
});

test("a session ends after a quarter of an hour of silence, and after ten hours whatever happens", async () => {
  const awake = await house.as(here.colleague, here.host);
  const after = (minutes: number) => house.setClock(new Date(now.getTime() + minutes * 60_000));
  const status = async () => (await awake.get("/")).status;
  for (let minutes = 0; minutes < 600; minutes += 14) {
    after(minutes);
    expect(await status()).toBe(200);
  }
  after(601);
  expect(await status()).toBe(303);
  house.setClock(now);
  const asleep = await house.as(here.colleague, here.host);
  after(16);
  expect((await asleep.get("/")).status).toBe(303);
  house.setClock(now);
});

test("a form that arrives after the session ended and that nobody knows changes nothing and leaves the words on the screen", async () => {
  const late = await house.as(here.bringer, here.host);
  house.setClock(new Date(now.getTime() + 20 * 60_000));
  const answer = await late.post(`/signals/${signal}/reply`, { token: "x", text: "Een lange gedachte." });
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain("Een lange gedachte.");
  house.setClock(now);
});

test("a role that was taken away acts no more", async () => {
  const coach = await house.as(here.facilitator, here.host);
  await database.migrator
    .updateTable("organisation.member")
    .set({ roles: ["professional"] })
    .where("id", "=", here.facilitator.memberId)
    .execute();
  expect((await coach.get("/signals/import")).headers.get("location")).toMatch(/^\/who/);
});

test("somebody who is both owner and deputy is asked once", async () => {
  const keeper = await house.as(here.administrator, here.host);
  const listed = { snag: "culture", level: "", owner: here.jurist.memberId, deputy: here.jurist.memberId };
  expect((await keeper.post("/mandates", listed)).status).toBe(303);
  // The same line again is there already; another person for the same place is refused.
  expect((await keeper.post("/mandates", listed)).status).toBe(303);
  expect((await keeper.post("/mandates", { ...listed, owner: here.official.memberId })).status).toBe(422);
  await aSignal(database, here.bringer, { snags: ["culture"] });
  expect((await (await house.as(here.jurist, here.host)).get("/")).status).toBe(200);
});

test("who stops is out at once, with the same cookie too", async () => {
  const leaving = await house.as(here.teammate, here.host);
  expect((await leaving.post("/leave")).status).toBe(303);
  expect((await leaving.get("/")).headers.get("location")).toMatch(/^\/who/);
});

test("the way back after picking a person never leads to another site", async () => {
  const leads = async (back: string) => (await house.withCookie("", here.host).post("/who", { member: here.bringer.memberId, back })).headers.get("location");
  for (const back of ["https://elders.example", "//elders.example", "/\\elders.example", "javascript:alert(1)"]) expect(await leads(back)).toBe("/");
  expect(await leads("/signals?state=open")).toBe("/signals?state=open");
});

test("the same form sent twice counts once", async () => {
  const colleague = await house.as(here.colleague, here.host);
  const deed = crypto.randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => colleague.post(`/signals/${signal}/reply`, { deed, text: "Wij belden eerst." })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await database.migrator.selectFrom("learning.text").select("content").where("signal_id", "=", signal).where("part", "=", "reply").execute()).toEqual([
    { content: "Wij belden eerst." },
  ]);
});

test("an answer after somebody else's shows what happened first, and keeps what was typed", async () => {
  const [owner, deputy] = [await house.as(here.owner, here.host), await house.as(here.deputy, here.host)];
  const id = await aSignal(database, here.bringer);
  const said = { choice: "change", text: "Wij laten de eis vallen.", checkpoint: "1 februari 2027", seen: "open" };
  expect((await owner.post(`/signals/${id}/answer`, said)).status).toBe(303);
  const second = await deputy.post(`/signals/${id}/answer`, { ...said, text: "Wij passen het formulier aan." });
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain("Er gebeurde iets terwijl u schreef");
  expect(page).toContain("Wij passen het formulier aan.");
});

test("a reply in which somebody is recognisable stays on the page with what was found, and is not kept", async () => {
  const colleague = await house.as(here.colleague, here.host);
  const answer = await colleague.post(`/signals/${signal}/reply`, { text: "Bel haar op 06-12345678." });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("<mark>06-12345678</mark>");
  expect(await (await bringer.get(`/signals/${signal}`)).text()).not.toContain("06-12345678");
});
