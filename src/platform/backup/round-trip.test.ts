import fc from "fast-check";
import { sql } from "kysely";
import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { seedDemo } from "#src/demo/seed.ts";
import { bringIn, wholeOf } from "#test/backup.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality } from "#test/municipality.ts";

let here: TestDatabase;
let there: TestDatabase;
beforeAll(async () => {
  [here, there] = [await testDatabase(), await testDatabase()];
});

const idOf = async ({ migrator }: TestDatabase, name: string): Promise<string> =>
  (await migrator.selectFrom("organisation.municipality").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id;

test("the demonstration municipality comes back to the byte, without its neighbours", async () => {
  await seedDemo(here, new Date(), () => {});
  const neighbour = await aMunicipality(here);
  const id = await idOf(here, "Duinrade");
  const file = await wholeOf(here.server, id);
  expect(file.toString()).not.toContain(neighbour.id);
  expect(await bringIn(there.server, file)).toMatchObject({ municipality: id, rows: file.toString().match(/^\[/gm)!.length });
  expect((await wholeOf(there.server, id)).equals(file)).toBe(true);
});

test("sessions stay behind: a copy lets nobody in", async () => {
  const { id, bringer } = await aMunicipality(here);
  const session = {
    municipality_id: id,
    token_hash: Buffer.from("secret"),
    member_id: bringer.memberId,
    role: "professional",
    form_hash: Buffer.from("form"),
    began_at: new Date(),
    seen_at: new Date(),
  };
  await here.migrator.insertInto("organisation.session").values(session).execute();
  expect((await wholeOf(here.server, id)).toString()).not.toContain(session.token_hash.toString("hex"));
});

// A table nobody knew of: it is found from the catalog, with columns of every type one might think of.
const odd = sql`
  create table learning.odd (municipality_id uuid, word text, n int, said text, bytes bytea, moment timestamptz, local timestamp, day date, span interval,
    fraction double precision, exact numeric, content jsonb, words text[], ids uuid[], flag boolean, twice text generated always as (word || word) stored,
    primary key (municipality_id, word, n))`;

const text = fc.string({ unit: "binary", maxLength: 40 }).map((value) => value.replaceAll("\0", ""));
const momentText = fc.oneof(
  fc.constantFrom("infinity", "-infinity", "4713-01-01 00:00:00+00 BC", "294276-12-31 23:59:59.999999+00", "1937-06-30 23:59:59.000001+00:19:32"),
  fc
    .tuple(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), fc.nat(999_999))
    .map(([date, micro]) => `${date.toISOString().slice(0, 19)}.${String(micro).padStart(6, "0")}Z`),
);
const withoutNul = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/\\u0000|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g, "")) as unknown;
const row = fc.record({
  word: text,
  said: fc.option(text),
  bytes: fc.option(fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes))),
  moment: fc.option(momentText),
  local: fc.option(fc.constantFrom("infinity", "2026-03-29 02:30:00.5", "0001-01-01 00:00:00 BC")),
  day: fc.option(fc.constantFrom("infinity", "-infinity", "4713-01-01 BC", "5874897-12-31", "2024-02-29")),
  span: fc.option(fc.constantFrom("1 mon -3 days 00:00:00.000001", "-178000000 years", "00:00:00")),
  fraction: fc.option(fc.double().map(String)),
  exact: fc.option(fc.constantFrom("NaN", "0.1000", "-12345678901234567890.000000001", "1e100", "Infinity")),
  content: fc.option(fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(withoutNul(value)))),
  words: fc.option(fc.array(fc.option(text), { maxLength: 4 })),
  ids: fc.option(fc.array(fc.uuid(), { maxLength: 3 })),
  flag: fc.option(fc.boolean()),
});

test("any row comes back to the byte: odd text, nulls, arrays, bytes, microseconds and moments at the ends of time", async () => {
  for (const { migrator } of [here, there]) await odd.execute(migrator);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
      const id = v7();
      await here.migrator.insertInto("organisation.municipality").values({ id, name: "Vreemd" }).execute();
      for (const [n, values] of rows.entries()) {
        const given = Object.entries({ municipality_id: id, n, ...values });
        const listed = sql.join(given.map(([name]) => sql.ref(name)));
        await sql`insert into learning.odd (${listed}) values (${sql.join(given.map(([, value]) => value))})`.execute(here.migrator);
      }
      const file = await wholeOf(here.server, id);
      expect(file.toString().match(/^\[/gm)).toHaveLength(rows.length + 1);
      await bringIn(there.server, file, 61);
      expect((await wholeOf(there.server, id)).toString()).toBe(file.toString());
    }),
    { numRuns: 40 },
  );
});
