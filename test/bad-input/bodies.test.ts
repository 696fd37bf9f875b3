import { beforeAll, expect, test } from "vitest";
import { asActor } from "#src/platform/database.ts";
import { findCourse } from "#src/learning/signals/course.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { aMunicipality, aSignal, type Municipality, now } from "#test/municipality.ts";
import { standOf } from "#test/rows.ts";

// What comes instead of a form, or a form in a shape no browser sends: a page that says what to do, and nothing changed.

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let bringer: Visitor;
let facilitator: Visitor;
let signal: string;
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  [bringer, facilitator] = await Promise.all([house.as(here.bringer, here.host), house.as(here.facilitator, here.host)]);
  signal = await aSignal(database, here.bringer);
});

const sent = (body: BodyInit | undefined, headers: Record<string, string>, path = `/signals/${signal}/reply`) =>
  house.app.fetch(
    new Request(`http://${here.host}${path}`, { method: "POST", ...(body !== undefined && { body }), headers: { cookie: bringer.cookie, ...headers } }),
  );
const replying = (more: Record<string, string> = {}) =>
  new URLSearchParams({ token: bringer.token, deed: crypto.randomUUID(), text: "Bel eerst even.", ...more });
const facts = async () => (await asActor(database.learning, here.bringer, now, (room) => findCourse(room, signal))).length;

test.each([
  "application/json",
  "application/json; charset=utf-8",
  "text/plain",
  "text/xml",
  "application/x-www-form-urlencodedx",
  "application/octet-stream",
  "application/vnd.ms-excel",
  "x",
  "multipart/mixed; boundary=x",
])("a body of the kind %s is not read: 415, in a sentence", async (type) => {
  const before = await standOf(database);
  const answer = await sent(replying().toString(), { "content-type": type });
  expect([answer.status, await answer.text()]).toEqual([415, expect.stringContaining("Er is niets veranderd")]);
  expect(await standOf(database)).toBe(before);
});

const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;

test.each([
  ["nothing at all", undefined, {}],
  ["parts without a border", "--x\r\n", { "content-type": "multipart/form-data; boundary=x" }],
  ["parts that name no border", "--x\r\n", { "content-type": "multipart/form-data" }],
  ["parts that never end", `--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n`, { "content-type": "multipart/form-data; boundary=x" }],
  ["bytes that are no text", new Uint8Array([0, 255, 254, 0xed, 0xa0, 0x80]), { "content-type": "application/x-www-form-urlencoded" }],
  ["signs that stand for nothing", "token=%ZZ&text=%ED%A0%80&%=%&&==", { "content-type": "application/x-www-form-urlencoded" }],
  ["brackets fifty thousand deep", `token=${deep}`, { "content-type": "application/x-www-form-urlencoded" }],
  ["a hundred thousand fields", "a=&".repeat(100_000), { "content-type": "application/x-www-form-urlencoded" }],
] as const)("%s is no form of ours: 403, in a sentence", async (_, body, headers) => {
  const before = await standOf(database);
  const answer = await sent(body, headers);
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("Er is niets veranderd")]);
  expect(await standOf(database)).toBe(before);
});

test("more than a megabyte is refused before it is read, whether it says so or not", async () => {
  const large = new Uint8Array(1024 * 1024 + 1).fill(97);
  const flowing = new ReadableStream({
    pull(controller) {
      controller.enqueue(large.slice(0, 100_000));
    },
  });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const said = await sent(large, form);
  const unsaid = await house.app.fetch(
    new Request(`http://${here.host}/mandates`, { method: "POST", body: flowing, duplex: "half", headers: { cookie: bringer.cookie, ...form } } as RequestInit),
  );
  for (const answer of [said, unsaid]) expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining("Er is niets veranderd")]);
});

test.each([
  ["origin", "https://elsewhere.example"],
  ["origin", "null"],
  ["origin", "http://HOST.elsewhere.example"],
  ["origin", "https://HOST:8443"],
  ["sec-fetch-site", "cross-site"],
])("a form sent by another site (%s: %s) changes nothing, and is not shown to it again", async (name, value) => {
  const before = await standOf(database);
  const answer = await bringer.post(`/signals/${signal}/reply`, { text: "woorden van de ander" }, { [name]: value.replace("HOST", here.host) });
  expect([answer.status, (await answer.text()).includes("woorden van de ander")]).toEqual([403, false]);
  expect([await standOf(database), answer.headers.get("access-control-allow-origin")]).toEqual([before, null]);
});

test("a field that is asked once and comes twice is refused", async () => {
  for (const name of ["text", "deed", "token"]) {
    const before = await standOf(database);
    const body = replying();
    body.append(name, crypto.randomUUID());
    expect([name, (await sent(body, {})).status]).toEqual([name, name === "token" ? 403 : 422]);
    expect(await standOf(database)).toBe(before);
  }
});

test("fields nobody asked for, and names that mean something to the language, are left out", async () => {
  const strange = {
    __proto__x: "1",
    "__proto__[admin]": "yes",
    "constructor.prototype.admin": "yes",
    role: "administrator",
    bringer_id: here.colleague.memberId,
    municipality_id: here.id,
    state: "held",
  };
  const answer = await sent(replying({ ...strange, ["__proto__"]: "yes", constructor: "yes" }), {});
  expect(answer.status).toBe(303);
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  const [row] = await database.migrator.selectFrom("learning.signal").select(["state", "bringer_id"]).where("id", "=", signal).execute();
  expect(row).toEqual({ state: "open", bringer_id: here.bringer.memberId });
});

test("a form sent again counts once, also fifty times at once", async () => {
  const before = await facts();
  const body = replying().toString();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await sent(body, form)).status));
  expect([...new Set(statuses)]).toEqual([303]);
  expect((await sent(body, form)).status).toBe(303);
  expect(await facts()).toBe(before + 1);
});

test.each([
  ["signs no keyboard gives", "a\0b\uD800c", "ab\uFFFDc"],
  ["signs above the first plane", "𝕳𝖆𝖆𝖗𝖛𝖆𝖙 👩‍👩‍👧", "𝕳𝖆𝖆𝖗𝖛𝖆𝖙 👩‍👩‍👧"],
  ["letters and their accents apart", "e\u0301e\u0301n", "e\u0301e\u0301n"],
  ["signs that turn the direction", "\u202Eomgekeerd\u202C", "\u202Eomgekeerd\u202C"],
])("text with %s is kept", async (_, typed, kept) => {
  expect((await bringer.post(`/signals/${signal}/reply`, { text: typed })).status).toBe(303);
  const course = await asActor(database.learning, here.bringer, now, (room) => findCourse(room, signal));
  expect(course.at(-1)!.said.reply).toBe(kept);
});

test("a file with signals that is none, or is nested without end, is refused in one sentence", async () => {
  for (const content of [
    "",
    "{",
    "[]",
    '{"haarvat":1,"signals":[{"id":"x"}]}',
    '{"haarvat":2,"signals":[]}',
    "\u0000",
    deep,
    `{"haarvat":1,"signals":${deep}}`,
    '{"__proto__":{"haarvat":1,"signals":[]}}',
  ]) {
    const form = new FormData();
    form.set("file", new File([content], "signalen.json"));
    const answer = await facilitator.post("/signals/import", form);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("Er is niets veranderd")]);
  }
});

test("no door answered with an error of ours", () => {
  expect(house.errors).toEqual([]);
});
