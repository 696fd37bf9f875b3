import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aMunicipality } from "#test/municipality.ts";
import { standOf } from "#test/rows.ts";
import { deeds, doors, type Line } from "#test/strangers/doors.ts";
import { type Kind, make, makers, type Place, type Thing } from "#test/strangers/things.ts";
import { makePeople, makeVisitors, type Visitor } from "#test/strangers/visitors.ts";
import { type Ask, readAsks, silent } from "./asks.ts";
import { fields, markup } from "./odd.ts";

// Whatever is sent to whichever door: never an error of ours, accepted only what the door asks, nothing shown as it came, nothing changed when refused.

let database: TestDatabase;
let house: Doors;
let place: Place;
let asks: Map<string, Ask>;
let visitors: Visitor[];
const things: Thing[] = [];
beforeAll(async () => {
  database = await testDatabase();
  house = await openTestDoors(database);
  const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
  place = { database, here, elsewhere, people: await makePeople(database, here, elsewhere) };
  const everybody = await makeVisitors(database, house, place.people, { here: here.host, elsewhere: elsewhere.host });
  const known = [
    "bringer as professional",
    "addressed as owner",
    "colleague as facilitator",
    "colleague as administrator",
    "colleague as privacy-officer",
    "nobody as undefined",
  ];
  visitors = everybody.filter(({ who, role }) => known.includes(`${who} as ${role}`));
  asks = await readAsks();
  for (const kind of Object.keys(makers) as Kind[]) for (const name of Object.keys(makers[kind])) things.push(await make(place, kind, name));
});

/** Doors as one knocks at them, each deed for itself, with what they ask. */
const knockable = Object.entries(doors).flatMap(([door, line]): [string, string, Line][] => {
  const named = door.replace(/\?.*/, "");
  return door.includes(":deed") ? Object.keys(deeds).map((deed) => [named, named.replace(":deed", deed), line]) : [[named, named, line]];
});

/** The fields as the application reads them: of a question the first of each, of a form all. */
function asRead(given: readonly (readonly [string, string])[], get: boolean): Record<string, unknown> {
  const read = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of new URLSearchParams(given.map(([name, value]) => [name, value])))
    if (!(name in read)) read[name] = name.endsWith("[]") && !get ? [value] : value;
    else if (!get) read[name] = [read[name], value].flat();
  return read;
}

test("every file whose doors read a form says what they ask, of doors that are there", () => {
  expect([...asks.keys()].filter((door) => !(door in doors))).toEqual([]);
  expect(silent).toEqual([]);
});

test("odd requests over all doors, made from what each asks", async () => {
  const counted = { refused: 0, accepted: 0 };
  let stand: string | undefined;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...knockable), fc.nat(), fc.nat(), fc.boolean(), fc.gen(), async ([door, address, line], who, which, files, gen) => {
      const ask = asks.get(door);
      const given = gen(fields, ask?.shape, fc.constantFrom(...things.map(({ id }) => id)));
      const visitor = visitors[who % visitors.length]!;
      const named = things.filter(({ kind }) => kind === line.on || kind === "nothing");
      const thing = named[which % named.length]!;
      const path = address.replace(":id", thing.id).replace(":name", "haarvat.css");
      const knocks = line.uses === "session" ? await visitor.anew() : visitor.knocks;
      const before = line.uses === "session" || !stand ? await standOf(database) : stand;
      const get = door.startsWith("GET");
      const answer = get
        ? await knocks.get(`${path.slice(4)}?${new URLSearchParams(given.map(([name, value]) => [name, value]))}`)
        : await knocks.post(path.slice(5), bodyOf(given, knocks.token, files));
      const said = `${door} ${JSON.stringify(given).slice(0, 600)}`;
      expect([said, answer.status < 500]).toEqual([said, true]);
      const html = (answer.headers.get("content-type") ?? "").startsWith("text/html");
      expect([said, html && (await answer.text()).includes(markup)]).toEqual([said, false]);
      expect([said, (answer.headers.get("location") ?? "/").startsWith("/")]).toEqual([said, true]);
      stand = await standOf(database);
      if (answer.status >= 400) expect([said, stand]).toEqual([said, before]);
      else if (ask && visitor.role) expect([said, ask.accepts(asRead(given, get))]).toEqual([said, true]);
      counted[answer.status >= 400 ? "refused" : "accepted"] += 1;
    }),
    { numRuns: process.env["TEST_ALL"] ? 20_000 : 1000, seed: 20261123 },
  );
  expect(house.errors).toEqual([]);
  expect(Math.min(counted.refused, counted.accepted)).toBeGreaterThan(100);
}, 1_200_000);

function bodyOf(given: readonly (readonly [string, string])[], token: string, files: boolean): FormData | URLSearchParams {
  const body = files ? new FormData() : new URLSearchParams();
  body.set("token", token);
  for (const [name, value] of given) body.append(name, value);
  return body;
}
