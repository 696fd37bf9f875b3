import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor } from "#src/platform/database.ts";
import { endSession } from "#src/platform/session.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal, type Municipality, now } from "#test/municipality.ts";
import { anythingKept, sweepSessions } from "./store.ts";

// A form that comes after the session ended, through the doors.

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let signal: string;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  signal = await aSignal(database, here.bringer);
});

const after = (minutes: number) => house.setClock(new Date(now.getTime() + minutes * 60_000));
const words = "Een lange gedachte die lang duurde.";
const json = { accept: "application/json" };
const replies = async () =>
  (await database.migrator.selectFrom("learning.text").select("content").where("signal_id", "=", signal).where("part", "=", "reply").execute()).length;
const waits = (actor: Actor, minutes: number) => asActor(database.learning, actor, new Date(now.getTime() + minutes * 60_000), anythingKept);

/** Somebody whose session waited too long sends a reply; returns the page they get. */
async function late(actor: Actor, minutes = 0): Promise<string> {
  after(minutes);
  const writer = await house.as(actor, here.host);
  after(minutes + 16);
  const answer = await writer.post(`/signals/${signal}/reply`, { text: words });
  expect(answer.status).toBe(401);
  return answer.text();
}

/** What is offered to whoever comes back at this moment, as the fields of its form. */
async function backAt(actor: Actor, minutes: number) {
  after(minutes);
  const back = await house.as(actor, here.host);
  const page = await (await back.get("/kept")).text();
  const id = /name="kept" value="([^"]+)"/.exec(page)?.[1];
  const deed = /name="deed" value="([^"]+)"/.exec(page)?.[1];
  return { back, page, id, fields: { kept: id ?? "", deed: deed ?? "", text: words } };
}

test("it changes nothing, shows nothing to whoever sits there, and is back for its writer, to be sent on once", async () => {
  const before = await replies();
  const page = await late(here.colleague);
  expect(page).not.toContain(words);
  expect(page).toContain("veilig bewaard tot");
  expect(await replies()).toBe(before);
  const { back, page: kept, fields } = await backAt(here.colleague, 17);
  expect(kept).toContain(words);
  expect((await back.post(`/signals/${signal}/reply`, fields)).status).toBe(303);
  expect((await back.post(`/signals/${signal}/reply`, fields)).status).toBe(303);
  expect(await replies()).toBe(before + 1);
  expect(await waits(here.colleague, 17)).toBe(false);
});

test("nobody else sees anything of it, and after an hour nobody does", async () => {
  await late(here.teammate, 100);
  expect((await backAt(here.bringer, 117)).page).not.toContain(words);
  expect((await backAt(here.teammate, 117)).page).toContain(words);
  expect((await backAt(here.teammate, 177)).page).not.toContain(words);
});

test("logging in leads past what waits, and then to where one wanted to go", async () => {
  await late(here.facilitator, 200);
  const comes = async () =>
    (await house.withCookie("", here.host).post("/who", { member: here.facilitator.memberId, back: "/numbers" })).headers.get("location");
  after(217);
  expect(await comes()).toBe("/kept");
  const { back, id } = await backAt(here.facilitator, 217);
  expect((await back.post(`/kept/${id}/remove`)).status).toBe(303);
  expect(await comes()).toBe("/numbers");
});

test("in the database it is unreadable, and in no address", async () => {
  after(300);
  const writer = await house.as(here.owner, here.host);
  after(317);
  const answer = await writer.post(`/signals/${signal}/reply`, { text: words });
  expect(JSON.stringify([...answer.headers])).not.toContain("gedachte");
  const rows = await database.migrator.selectFrom("organisation.kept_post").select("content").execute();
  expect(rows.length).toBeGreaterThan(0);
  for (const { content } of rows) expect(content.toString("latin1")).not.toContain("gedachte");
});

test("a page of an earlier session of the same person leads to what was kept; one of somebody else tells nothing", async () => {
  after(400);
  const [old, other] = [await house.as(here.jurist, here.host), await house.as(here.official, here.host)];
  await endSession(database.learning, here.jurist, old.cookie.split("=")[1]!, now);
  const [again, guest] = [await house.as(here.jurist, here.host), other];
  const withOldForm = { token: old.token, text: words };
  const own = await again.post(`/signals/${signal}/reply`, withOldForm);
  expect([own.status, own.headers.get("location")]).toEqual([303, "/kept"]);
  const foreign = await guest.post(`/signals/${signal}/reply`, withOldForm);
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).not.toContain(words);
  expect(await (await again.get("/kept")).text()).toContain(words);
  expect(await (await guest.get("/kept")).text()).not.toContain(words);
});

test("without the cookie, which stopping took away, the form itself says whose it was; another site cannot use it", async () => {
  after(500);
  const writer = await house.as(here.deputy, here.host);
  await writer.post("/leave");
  const without = house.withCookie("", here.host);
  const sent = { token: writer.token, text: words };
  expect(await (await without.post(`/signals/${signal}/reply`, sent, { origin: "https://elders.example" })).text()).not.toContain(words);
  expect(await waits(here.deputy, 500)).toBe(false);
  expect((await without.post(`/signals/${signal}/reply`, sent)).status).toBe(401);
  expect(await waits(here.deputy, 500)).toBe(true);
});

test("who saves while being logged out is told so and where to come in; the last text is kept, and goes when it was saved after all", async () => {
  after(600);
  const draft = await aDraft(database, here.bringer);
  const writer = await house.as(here.bringer, here.host);
  after(616);
  const saves = (by: typeof writer, sentence: string, more = {}) => by.post(`/drafts/${draft}`, { version: "1", sentence, deed: [], ...more }, json);
  await saves(writer, "Een begin");
  const answer = await saves(writer, "Een begin en een einde");
  const said = (await answer.json()) as { ended: boolean; kept: string; enter: { href: string } };
  expect([answer.status, said.ended, said.enter.href]).toEqual([401, true, "/who?back=%2Fagain"]);
  const again = await house.as(here.bringer, here.host);
  const page = await (await again.get("/kept")).text();
  expect(page.match(/Een begin/g)).toHaveLength(1);
  expect(page).toContain("Een begin en een einde");
  expect((await saves(again, "Een begin en een einde", { kept: said.kept })).status).toBe(200);
  expect(await waits(here.bringer, 616)).toBe(false);
});

test("only a page of this very site hears what its forms have to carry from now on", async () => {
  after(700);
  const writer = await house.as(here.bringer, here.host);
  const asks = (headers: Record<string, string>) => writer.get("/session", { ...json, ...headers });
  expect(await (await asks({ "sec-fetch-site": "same-origin" })).json()).toMatchObject({ token: writer.token });
  for (const site of ["cross-site", "same-site", "none"]) expect((await asks({ "sec-fetch-site": site })).status).toBe(404);
  expect((await asks({})).status).toBe(404);
  const gone = await house.withCookie("", here.host).get("/session", { ...json, "sec-fetch-site": "same-origin" });
  expect([gone.status, await gone.json()]).toEqual([401, { ended: true }]);
});

test("of one person no more than twenty forms wait; one more stays on the screen it came from", async () => {
  after(800);
  const writer = await house.as(here.executive, here.host);
  after(816);
  for (let form = 0; form < 20; form++) await writer.post(`/signals/${signal}/reply`, { text: words });
  expect(await (await writer.post(`/signals/${signal}/reply`, { text: words })).text()).toContain(words);
});

test("what was kept goes after an hour, and a session after a day, when it cannot say any more whose form it was", async () => {
  const later = new Date(now.getTime() + 25 * 3_600_000 + 900 * 60_000);
  const count = async () =>
    Promise.all(
      (["organisation.kept_post", "organisation.session"] as const).map(
        async (table) => (await database.migrator.selectFrom(table).select("municipality_id").where("municipality_id", "=", here.id).execute()).length,
      ),
    );
  expect((await count()).every((rows) => rows > 0)).toBe(true);
  await sweepSessions(database.gate, here.id, later);
  expect(await count()).toEqual([0, 0]);
});
