import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { openTestDoors } from "#test/doors.ts";
import { aMunicipality, aSignal } from "#test/municipality.ts";
import { formulas } from "./payloads.ts";

// What people wrote, opened in a spreadsheet: no cell begins with what would make it a formula. Other separators: src/learning/overview/csv.test.ts.

const begins = /^[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@|%＝＋－＠]/u;

test("no cell of the table of signals is a formula, whatever people and teams are called and wrote", async () => {
  expect(formulas.length).toBeGreaterThanOrEqual(40);
  const database = await testDatabase();
  const house = await openTestDoors(database);
  const here = await aMunicipality(database);
  await database.migrator.updateTable("organisation.team").set({ name: "=1+1" }).where("id", "=", here.teams.oost).execute();
  await database.migrator.updateTable("organisation.member").set({ name: "@SUM(1)", title: "+cmd" }).where("municipality_id", "=", here.id).execute();
  for (const sentence of formulas) await aSignal(database, here.bringer, { sentence, named: true });
  const file = await (await (await house.as(here.colleague, here.host)).get("/signals.csv")).text();
  const rows: string[][] = parse(file, { delimiter: ";", bom: true });
  expect(rows).toHaveLength(formulas.length + 1);
  expect(rows.flat().filter((cell) => begins.test(cell))).toEqual([]);
});
