import { beforeAll, expect, inject, test } from "vitest";
import { asMigratorOf } from "#test/backup.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { differences, rightsOf } from "./rights.ts";

let database: TestDatabase;
let fresh: string[];
const rights = () => asMigratorOf(database.server, rightsOf);
beforeAll(async () => {
  database = await testDatabase();
  fresh = await asMigratorOf({ ...database.server, database: inject("server").database }, rightsOf);
});

test("two databases of the same migrations have the same rights", async () => {
  expect(fresh.length).toBeGreaterThan(200);
  expect(differences(await rights(), fresh)).toEqual([]);
});

test.each([
  ["a policy that is gone", "drop policy own_session on organisation.session", /^missing: policy .*own_session/],
  ["a policy that says more", "alter policy seen_by on learning.text using (true)", /^added: policy .*seen_by/],
  ["a right that was given", "grant delete on learning.text to haarvat_learning", /^added: table learning\.text .*haarvat_learning DELETE/],
  ["a right on one column", "grant update (content) on learning.text to haarvat_learning", /^added: column learning\.text content .*haarvat_learning UPDATE/],
  ["security that is not forced", "alter table draft.draft no force row level security", /^added: table draft\.draft/],
  ["a function for everybody", "grant execute on function learning.overdue to public", /^added: function learning\.overdue.*public EXECUTE/],
  ["a check that is gone", "alter table learning.text drop constraint text_part_check", /^missing: constraint learning\.text/],
])("%s is found", async (_, statement, words) => {
  const found = await asMigratorOf(database.server, async (connection) => {
    await connection.query("begin");
    await connection.query(statement);
    const lines = await rightsOf(connection);
    await connection.query("rollback");
    return differences(lines, fresh);
  });
  expect(found.join("\n")).toMatch(new RegExp(words.source, "m"));
});
