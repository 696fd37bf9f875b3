import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { beforeAll, expect, inject, test } from "vitest";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { schemaText } from "#test/schema-text.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const spaces = sql`('organisation', 'draft', 'learning', 'resident', 'trail', 'source')`;
const rowsOf = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(database.migrator)).rows;

test("every table has row-level security, forced, and the migrator a policy of its own", async () => {
  const bare = await rowsOf(sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ${spaces} and not (c.relrowsecurity and c.relforcerowsecurity and exists (
      select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname = 'migrated'))`);
  expect(bare).toEqual([]);
});

test("every command a role may give on a table has a policy for it", async () => {
  const missing = await rowsOf(sql<{ grantee: string; table: string; command: string }>`
    select distinct g.grantee, g.table_schema || '.' || g.table_name as table, g.privilege_type as command
    from (select grantee, table_schema, table_name, privilege_type from information_schema.table_privileges
          union select grantee, table_schema, table_name, privilege_type from information_schema.column_privileges) g
    where g.grantee in ('haarvat_learning', 'haarvat_gate', 'haarvat_keeper', 'haarvat_resident', 'haarvat_finder') and g.table_schema in ${spaces}
      and not exists (select from pg_policies p where p.schemaname = g.table_schema and p.tablename = g.table_name and g.grantee = any (p.roles) and p.cmd in (g.privilege_type, 'ALL'))`);
  expect(missing).toEqual([]);
});

test("policies are plain expressions: no subquery, and every one names the municipality but those that find it", async () => {
  const found = await rowsOf(sql<{ name: string; expression: string }>`
    select schemaname || '.' || tablename || ' ' || policyname as name, coalesce(qual, '') || coalesce(with_check, '') as expression
    from pg_policies where schemaname in ${spaces} and policyname <> 'migrated'`);
  expect(found.filter(({ expression }) => /\bselect\b|exists/i.test(expression))).toEqual([]);
  const exempt = [
    "organisation.municipality found_by_host",
    "organisation.host found_by_host",
    "organisation.session found_by_token",
    "organisation.member found_with_session",
    "organisation.team found_with_session",
    "learning.text found",
  ];
  expect(found.filter(({ name, expression }) => !exempt.includes(name) && !expression.includes("haarvat.municipality")).map(({ name }) => name)).toEqual([]);
});

test("municipality comes first in every key", async () => {
  const wrong = await rowsOf(sql<{ name: string }>`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where n.nspname in ${spaces} and a.attname <> 'municipality_id' and c.relname not in ('municipality', 'host')`);
  expect(wrong).toEqual([]);
});

test("the application's roles own nothing, bypass nothing, and carry time-outs; learning cannot read drafts or residents", async () => {
  const roles = await rowsOf(sql<{ name: string; powerful: boolean; owns: number; settings: string[] }>`
    select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as powerful, r.rolconfig as settings,
      (select count(*) from pg_class c where c.relowner = r.oid)::int as owns
    from pg_roles r where r.rolname in ('haarvat_learning', 'haarvat_gate', 'haarvat_keeper', 'haarvat_resident') order by 1`);
  expect(roles).toHaveLength(4);
  for (const role of roles) {
    expect(role).toMatchObject({ powerful: false, owns: 0 });
    expect(role.settings.map((setting) => setting.split("=")[0]).sort()).toEqual(["idle_in_transaction_session_timeout", "lock_timeout", "statement_timeout"]);
  }
  for (const table of ["draft.draft"]) await expect(sql`select from ${sql.table(table)}`.execute(database.learning)).rejects.toThrow(/permission denied/);
  await expect(sql`create table resident.x ()`.execute(database.learning)).rejects.toThrow(/permission denied/);
});

test("views look with the reader's rights, definer functions are on the short list with a fixed search path and no public execute", async () => {
  const views = await rowsOf(sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and n.nspname in ${spaces} and not coalesce('security_invoker=true' = any (c.reloptions), false)`);
  const definers = await rowsOf(sql<{ name: string; path: string; owner: string; open: boolean }>`
    select p.oid::regproc::text as name, array_to_string(p.proconfig, ',') as path, pg_get_userbyid(p.proowner) as owner,
      coalesce(exists (select from aclexplode(p.proacl) where grantee = 0), true) as open
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ${spaces} order by 1`);
  expect(views).toEqual([]);
  expect(definers).toEqual(
    ["learning.find_signals", "learning.numbers", "learning.overdue", "organisation.whose_form", "organisation.whose_session"].map((name) => ({
      name,
      path: expect.stringMatching(/^search_path=""(,|$)/),
      owner: "haarvat_finder",
      open: false,
    })),
  );
});

test("there are no triggers and no rules", async () => {
  expect(
    await rowsOf(
      sql`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and n.nspname in ${spaces}`,
    ),
  ).toEqual([]);
  expect(await rowsOf(sql`select rulename from pg_rules where schemaname in ${spaces}`)).toEqual([]);
});

test("without a context nobody sees a row", async () => {
  for (const table of ["learning.signal", "learning.text", "learning.signal_fact", "organisation.member", "organisation.message"])
    expect((await sql`select from ${sql.table(table)}`.execute(database.learning)).rows).toEqual([]);
});

// Mandatory fields about a resident need a legal basis. A signal asks one thing: its bringer's own sentence, which is on the short list.
const mayBeAsked = ["sentence"];

test("no column about a resident is mandatory but the bringer's own words", async () => {
  const about = ["voice", "matters_source", "stage", "level", "without_money"];
  const mandatory = await rowsOf(sql<{ column_name: string }>`
    select column_name from information_schema.columns where table_schema = 'learning' and table_name = 'signal' and is_nullable = 'NO' and column_default is null`);
  expect(mandatory.map(({ column_name }) => column_name).filter((name) => about.includes(name) && !mayBeAsked.includes(name))).toEqual([]);
  const tables = await rowsOf(sql<{ table_name: string }>`select table_name from information_schema.tables where table_schema = 'resident'`);
  expect(tables).toEqual([]);
});

test("the types of the tables are those of the database", async () => {
  const { host, port, database: name } = inject("server");
  const written = await readFile(new URL("../../src/platform/schema.ts", import.meta.url), "utf8");
  expect(await schemaText({ host, port, database: name, ...inject("administrator") })).toBe(written);
});
