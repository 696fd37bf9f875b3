import { beforeAll, expect, test } from "vitest";
import { roles } from "#src/kernel/actor.ts";
import { testDatabase } from "#test/database.ts";
import { type Doors, openTestDoors } from "#test/doors.ts";
import { aMunicipality } from "#test/municipality.ts";
import { standOf } from "#test/rows.ts";
import { deeds, doors, type Line } from "./doors.ts";
import { reads } from "./oracle.ts";
import { type Kind, make, makers, type Place, type Thing } from "./things.ts";
import { makePeople, makeVisitors, type Visitor } from "./visitors.ts";

// Every door × everybody, in every role and standing × everything an address can name: each answer is exactly the expected one.

type Try = { readonly visitor: Visitor; readonly thing: Thing; readonly expected: number };

let place: Place;
let house: Doors;
let visitors: Visitor[];
const things = new Map<Kind, Thing[]>();
const worded = () => [...things.values()].flat().filter(({ word }) => word);
const nothing: Thing = { name: "-", id: "", kind: "nothing" };
let tried = 0;
/** How a door said "not found" to somebody: the same for what is hidden as for what is not there. */
const notFounds = new Map<Visitor, string>();

beforeAll(async () => {
  const database = await testDatabase();
  house = await openTestDoors(database);
  const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
  place = { database, here, elsewhere, people: await makePeople(database, here, elsewhere) };
  visitors = await makeVisitors(database, house, place.people, { here: here.host, elsewhere: elsewhere.host });
  for (const kind of Object.keys(makers) as Kind[]) things.set(kind, await Promise.all(Object.keys(makers[kind]).map((name) => make(place, kind, name))));
});

/** The lines with each deed as a door of its own; what only looks goes first, before anything is made or changed. */
const lines: [string, Line][] = Object.entries(doors)
  .flatMap(([door, line]): [string, Line][] =>
    door.includes(":deed") ? Object.entries(deeds).map(([deed, own]) => [door.replace(":deed", deed), { ...line, ...own }]) : [[door, line]],
  )
  .sort(([one], [other]) => Number(other.startsWith("GET")) - Number(one.startsWith("GET")));

function expectedOf({ may, gets, but, open }: Line, door: string, visitor: Visitor, thing: Thing): number {
  if (visitor.role === undefined && !open) return door.startsWith("GET") ? 303 : 401;
  // A form from before the session ended.
  if (visitor.who === "ended" && !door.startsWith("GET")) return 403;
  if (!may(visitor, thing)) return 404;
  return but?.[0](visitor, thing) ? but[1] : gets;
}

const filled = (pattern: string, { id, beside = "niets" }: Thing) => pattern.replace(":id", id).replace(":beside", beside).replace(":name", "nothing.css");

/** Knocks, and says what was not as expected. */
async function knock(door: string, line: Line, { visitor, thing, expected }: Try): Promise<string[]> {
  tried += 1;
  const named = line.uses === "thing" && expected < 400 && line.on ? await make(place, line.on, thing.name) : thing;
  const knocks = line.uses === "session" && expected < 400 ? await visitor.anew() : visitor.knocks;
  const [method, path] = door.split(" ") as [string, string];
  const fields = Object.fromEntries(Object.entries(line.with ?? {}).map(([name, value]) => [name, filled(value, named)]));
  const answer = await (method === "GET" ? knocks.get(filled(path, named)) : knocks.post(filled(path, named), fields));
  const said = JSON.stringify([...answer.headers]) + (await answer.text());
  const shown = worded().filter(({ word }) => said.includes(word!));
  const mayBe = line.shows && expected === 200 ? line.shows : reads;
  const notFound =
    answer.status === 404
      ? said.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|naast[a-z]*|niets|(?<="x-request-id",")[^"]*|(?<=name="token" value=")[^"]*/g, "")
      : undefined;
  const before = notFounds.get(visitor) ?? notFound;
  if (notFound) notFounds.set(visitor, notFound);
  const asked = mayBe === reads ? [] : worded().filter((one) => !line.on || one === thing);
  const who = `${door}: ${visitor.who} as ${visitor.role}, ${thing.name}`;
  return [
    ...(answer.status === expected ? [] : [`${who}: ${answer.status}, not ${expected}`]),
    ...(notFound === undefined || notFound === before ? [] : [`${who}: not found as nothing else is`]),
    ...shown.filter((one) => !mayBe(visitor, one)).map(({ name }) => `${who}: shows ${name}`),
    ...asked.filter((one) => mayBe(visitor, one) && !shown.includes(one)).map(({ name }) => `${who}: lacks ${name}`),
  ];
}

async function all(door: string, line: Line, tries: readonly Try[], atOnce: number): Promise<string[]> {
  const wrong: string[] = [];
  notFounds.clear();
  const left = [...tries];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = left.pop(); next; next = left.pop()) wrong.push(...(await knock(door, line, next)));
    }),
  );
  return wrong;
}

test("every door has a line, and every line a door", () => {
  const known = house.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path.replaceAll(/\{[^/]*\}/g, "")}`);
  expect([...new Set(Object.keys(doors).map((door) => door.replace(/\?.*/, "")))].sort()).toEqual([...new Set(known)].sort());
});

/** A part of all combinations, in which every two of door, thing, standing and role meet; all of them with TEST_ALL. */
const isTried = (nth: number, who: number, which: number, of: number) =>
  process.env["TEST_ALL"] !== undefined ||
  visitors[who]!.role === undefined ||
  (nth + who + Math.floor(who / roles.length) + which) % (of < 3 ? 1 : of < 5 ? 3 : 5) === 0;

test.each(lines.map((line, nth) => [...line, nth] as const))(
  "%s opens for whom it should and for nobody else, and shows what it may",
  async (door, line, nth) => {
    const named = line.on ? things.get(line.on)! : [nothing];
    const tries = visitors.flatMap((visitor, who) =>
      named
        .filter((_, which) => isTried(nth, who, which, named.length))
        .map((thing): Try => ({ visitor, thing, expected: expectedOf(line, door, visitor, thing) })),
    );
    const before = await standOf(place.database);
    const refused = await all(
      door,
      line,
      tries.filter(({ expected }) => expected >= 400 || door.startsWith("GET")),
      8,
    );
    expect(refused).toEqual([]);
    expect(await standOf(place.database)).toBe(before);
    expect(
      await all(
        door,
        line,
        tries.filter(({ expected }) => expected < 400 && !door.startsWith("GET")),
        1,
      ),
    ).toEqual([]);
  },
);

test("that were at least five thousand, none of them answered with an error of ours", () => {
  console.log(`${tried} combinations`);
  expect(tried).toBeGreaterThan(5000);
  expect(house.errors).toEqual([]);
});
