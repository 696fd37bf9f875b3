import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "#test/database.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors, type Visitor } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal, type Municipality } from "#test/municipality.ts";

// Whatever is sent: a page that says what to do, never an error of ours, and nothing changed when it was refused.

let database: TestDatabase;
let house: Doors;
let here: Municipality;
let visitors: Visitor[];
let addresses: { method: "GET" | "POST"; path: string }[];
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  here = await aMunicipality(database);
  visitors = await Promise.all([here.bringer, here.owner, here.facilitator].map((actor) => house.as(actor, here.host)));
  const [signal, draft] = [await aSignal(database, here.bringer), await aDraft(database, here.bringer)];
  const deeds = [
    "reply",
    "answer",
    "pass-on",
    "route",
    "helped",
    "also",
    "tried",
    "hold",
    "fall-back",
    "not-solved",
    "stay",
    "widen",
    "told",
    "ask-held",
    "take-up",
    "not-here",
  ];
  const paths = house.app.routes.filter(({ method, path }) => method !== "ALL" && !/leave|role/.test(path));
  addresses = paths.flatMap(({ method, path }) => {
    const filled = path.replace(/:id\{[^/]*\}/, path.startsWith("/drafts") ? draft : signal).replace(":name", "haarvat.css");
    return (path.includes(":deed") ? deeds.map((deed) => filled.replace(":deed", deed)) : [filled]).map((one) => ({
      method: method as "GET" | "POST",
      path: one,
    }));
  });
});

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    "\0",
    "\uD800",
    "𝕳𝖆𝖆𝖗",
    "‮omgekeerd",
    "９９９９９９９９９",
    "2026-13-45",
    "-1",
    "1e309",
    "NaN",
    "null",
    "[object Object]",
    "'; drop table learning.signal; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%00",
    "yes",
  ),
  fc.string({ maxLength: 12 }).map((piece) => piece.repeat(2000)),
  fc.uuid(),
  fc.integer().map(String),
);
const names = [
  "text",
  "checkpoint",
  "choice",
  "to",
  "position",
  "money",
  "audience",
  "readers",
  "seen",
  "deed",
  "version",
  "sentence",
  "story",
  "matters",
  "laws",
  "snags",
  "stage",
  "kind",
  "harm",
  "next",
  "part",
  "member",
  "back",
  "owner",
  "deputy",
  "snag",
  "level",
  "q",
  "state",
  "team",
  "after",
  "sort",
  "from",
  "until",
  "__proto__",
  "constructor",
  "token[]",
  "toOwner",
  "file",
];
const fields = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 8 });

const counts = async () =>
  (
    await sql<{
      all: string;
    }>`select concat_ws(' ', (select count(*) from learning.signal_fact), (select count(*) from learning.text), (select count(*) from organisation.mandate),
  (select sum(version) from draft.draft), (select sum(version) from learning.signal)) as all`.execute(database.migrator)
  ).rows[0]!.all;

test("a thousand odd requests over all doors: never an error of ours, and what is refused changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fields, async (which, who, given) => {
      const { method, path } = addresses[which % addresses.length]!;
      const visitor = visitors[who % visitors.length]!;
      const before = await counts();
      const query = new URLSearchParams(given.map(([name, value]) => [name, value.toWellFormed()]));
      const answer = method === "GET" ? await visitor.get(`${path}?${query}`) : await visitor.post(path, Object.fromEntries(given));
      expect([path, answer.status < 500]).toEqual([path, true]);
      if (answer.status >= 400) expect([path, await counts()]).toEqual([path, before]);
    }),
    { numRuns: process.env["TEST_ALL"] ? 20_000 : 1000, seed: 20261123 },
  );
  expect(house.errors).toEqual([]);
}, 1_200_000);

test("bodies that are no form, too deep, too large or of another kind are refused with a page", async () => {
  const [visitor] = visitors as [Visitor];
  const send = (body: BodyInit, type: string) =>
    house.app.fetch(
      new Request(`http://${here.host}/drafts/${crypto.randomUUID()}`, { method: "POST", body, headers: { cookie: visitor.cookie, "content-type": type } }),
    );
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const statuses = await Promise.all([
    send(deep, "application/json"),
    send("<a/>", "text/xml"),
    send("--x\r\n", "multipart/form-data; boundary=x"),
    send("\0\0\0", "application/x-www-form-urlencoded"),
    send("a=".padEnd(1024 * 1024 + 1, "b"), "application/x-www-form-urlencoded"),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 413]);
  for (const answer of statuses) expect(await answer.text()).toMatch(/Er is niets veranderd|Nothing has changed/);
  expect(house.errors).toEqual([]);
});

test("script in any text is shown as text, on the page and in the list", async () => {
  const payload = `</blockquote><script>alert(1)</script><img src=x onerror=alert(2)>"'`;
  const id = await aSignal(database, here.bringer, { sentence: payload, story: payload, matters: payload });
  const [visitor] = visitors as [Visitor];
  await visitor.post(`/signals/${id}/reply`, { text: payload });
  for (const path of [`/signals/${id}`, "/signals", `/signals?q=${encodeURIComponent(payload)}`, "/"]) {
    const page = await (await visitor.get(path)).text();
    expect(page).not.toMatch(/<script>alert|<img/);
  }
});

test("a file with signals that is none is refused in one sentence", async () => {
  const facilitator = visitors[2]!;
  for (const content of ["", "{", "[]", '{"haarvat":1,"signals":[{"id":"x"}]}', '{"haarvat":2,"signals":[]}', "\u0000"]) {
    const form = new FormData();
    form.set("file", new File([content], "signalen.json"));
    const answer = await facilitator.post("/signals/import", form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Er is niets veranderd");
  }
});
