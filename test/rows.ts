import { sql } from "kysely";
import type { TestDatabase } from "./database.ts";

const spaces = sql`('organisation', 'draft', 'learning', 'resident', 'trail', 'source')`;
// In these a refusal may be noted, and what is kept of a form of a session that ended.
const noted = sql`('trail.entry', 'organisation.kept_post')`;

const known = new WeakMap<object, Promise<string[]>>();
const tablesOf = async (migrator: TestDatabase["migrator"]): Promise<string[]> => {
  const tables = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ${spaces} and schemaname || '.' || tablename not in ${noted} order by 1`.execute(migrator);
  return tables.rows.map(({ name }) => name);
};

/** Where all rows stand, as one text; a row that is added, changed or taken away makes it another. */
export async function standOf({ migrator }: Pick<TestDatabase, "migrator">): Promise<string> {
  if (!known.has(migrator)) known.set(migrator, tablesOf(migrator));
  const stands = (await known.get(migrator)!).map((name) => sql`(select concat(count(*), ' ', sum(xmin::text::bigint)) from ${sql.table(name)})`);
  return JSON.stringify((await sql`select ${sql.join(stands)}`.execute(migrator)).rows);
}
