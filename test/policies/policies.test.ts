import { afterAll, expect, inject, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { rows } from "./rows.ts";
import { type Role, rules } from "./rules.ts";
import { openTruths } from "./truth.ts";

// That row-level security keeps the rules, and that every policy counts: without any one of them, or with it open to all, a rule is broken.

const { server } = await testDatabase();
const truths = await openTruths({ host: server.host, port: server.port, database: server.database, ...inject("administrator") });
afterAll(truths.end);

const spaces = "('organisation', 'draft', 'learning', 'resident', 'trail', 'source')";
const tables = await truths.all<{ name: string }>(`select schemaname || '.' || tablename as name from pg_tables where schemaname in ${spaces} order by 1`);
type Policy = {
  readonly name: string;
  readonly table: string;
  readonly using: string | null;
  readonly check: string | null;
  readonly roles: readonly string[];
};
const policies =
  await truths.all<Policy>(`select quote_ident(policyname) as name, schemaname || '.' || tablename as table, qual as using, with_check as check, roles::text[] as roles
  from pg_policies where schemaname in ${spaces} order by 2, 1`);

test("what may be done with a table at all, and by whom, is what the rules name, and each table has rows to try it on", async () => {
  const granted = await truths.all<{
    may: string;
  }>(`select distinct g.table_schema || '.' || g.table_name || ' ' || g.grantee || ' ' || lower(g.privilege_type) as may
    from (select grantee, table_schema, table_name, privilege_type from information_schema.table_privileges
          union select grantee, table_schema, table_name, privilege_type from information_schema.column_privileges) g
    where g.table_schema in ${spaces} and g.grantee <> 'haarvat_migrator' order by 1`);
  const named = Object.entries(rules).flatMap(([table, roles]) =>
    Object.entries(roles).flatMap(([role, commands]) => Object.keys(commands).map((command) => `${table} ${role} ${command}`)),
  );
  expect(named.sort()).toEqual(granted.map(({ may }) => may).sort());
  expect(Object.keys(rows).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test.each(tables)("of $name everybody may have exactly the rows that are theirs", async ({ name }) => {
  expect(await truths.differs(name)).toEqual([]);
});

/** Open to all these change nothing: another policy of the table, which holds for everybody, asks the same. */
const covered = ["alter policy passed_on_by on learning.addressed with check (true)"];

test.each(policies)("without the policy $name of $table, or with it open to all, a rule is broken", async ({ name, table, using, check, roles }) => {
  // Where nobody adds rows, what a check asks was asked before: no column it names can be changed.
  const inserts = roles.some((role) => rules[table]![role as Role]?.insert);
  const changes = [
    `drop policy ${name} on ${table}`,
    ...(using && using !== "true" ? [`alter policy ${name} on ${table} using (true)`] : []),
    ...(check && check !== "true" && (check !== using || inserts) ? [`alter policy ${name} on ${table} with check (true)`] : []),
  ];
  for (const change of changes) {
    const broken = await truths.during(change, () => truths.differs(table, roles));
    expect([change, broken.length > 0]).toEqual([change, !covered.includes(change)]);
  }
});
