import { beforeAll, expect, test } from "vitest";
import { asMigratorOf } from "#test/backup.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { leftOut, sortedTables, type Table } from "./tables.ts";

let database: TestDatabase;
let found: { tenant: Table[]; shared: string[]; omitted: string[] };
beforeAll(async () => {
  database = await testDatabase();
  found = await asMigratorOf(database.server, sortedTables);
});

test("every table is exported or left out by name: none is in between, and none is named that is not there", () => {
  expect(found.shared).toEqual([]);
  expect(found.omitted.sort()).toEqual(Object.keys(leftOut).sort());
  expect(Object.values(leftOut).filter((reason) => reason.length < 20)).toEqual([]);
});

test("a table comes after the tables it refers to, and refers to none that is left out", () => {
  const names = found.tenant.map(({ name }) => name);
  expect(names).toContain("learning.text");
  for (const [place, { references }] of found.tenant.entries())
    expect(references.filter((name) => !names.includes(name) || names.indexOf(name) > place)).toEqual([]);
});

test("whose row it is stands first in the key of every table but that of host names, which one municipality has", () => {
  expect(found.tenant.filter(({ order, whose }) => order.split(", ")[0] !== whose).map(({ name }) => name)).toEqual(["organisation.host"]);
});
