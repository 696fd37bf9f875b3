import { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { safety } from "#src/platform/doors/safety.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aMunicipality } from "#test/municipality.ts";
import { deeds, doors } from "#test/strangers/doors.ts";
import { makePeople, makeVisitors, type Visitor } from "#test/strangers/visitors.ts";

// What stands around every answer, whatever the door, whoever asks and whether it is refused.

let house: Doors;
let visitors: Visitor[];
beforeAll(async () => {
  const database = await testDatabase();
  house = await openTestDoors(database);
  const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
  const everybody = await makeVisitors(database, house, await makePeople(database, here, elsewhere), { here: here.host, elsewhere: elsewhere.host });
  const known = ["bringer as professional", "colleague as facilitator", "colleague as administrator", "colleague as privacy-officer", "nobody as undefined"];
  visitors = everybody.filter(({ who, role }) => known.includes(`${who} as ${role}`));
});

const always = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "access-control-allow-origin": null,
};

test("over TLS a browser comes back over TLS only, for a year", async () => {
  const answered = (secure: boolean) => new Hono().use(safety(secure)).request("/");
  expect((await answered(true)).headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect((await answered(false)).headers.get("strict-transport-security")).toBeNull();
});

test.each(Object.keys(doors))("%s", async (door) => {
  const [method, path] = door.replace(/\?.*/, "").replace(":id", crypto.randomUUID()).replace(":deed", Object.keys(deeds)[0]!).split(" ") as [string, string];
  const kept = path.startsWith("/assets/") || path === "/health" || path === "/ready";
  for (const { who, role, knocks } of visitors) {
    const from = { origin: "https://elsewhere.example" };
    for (const answer of method === "GET"
      ? [await knocks.get(path), await knocks.get(path, from)]
      : [await knocks.post(path), await knocks.post(path, {}, from)]) {
      const got = Object.fromEntries(Object.keys(always).map((name) => [name, answer.headers.get(name)]));
      expect([who, role, answer.status, got]).toEqual([who, role, answer.status, always]);
      if (!kept) expect([who, answer.status, answer.headers.get("cache-control")]).toEqual([who, answer.status, "no-store"]);
      // Looking gives nobody a session.
      if (method === "GET") expect((answer.headers.getSetCookie() ?? []).filter((cookie) => cookie.startsWith("haarvat="))).toEqual([]);
      const given = answer.headers.getSetCookie().filter((cookie) => !cookie.includes("Max-Age=0"));
      for (const cookie of given) expect(cookie).toMatch(/HttpOnly; .*SameSite=(Lax|Strict)|SameSite=(Lax|Strict).*HttpOnly/i);
    }
  }
  expect(house.errors).toEqual([]);
});
