import { sql } from "kysely";
import type { TestDatabase } from "./database.ts";

/** The tables in which a word stands, in any column of any kind, looked up as the migrator, who sees all rows. */
export async function tablesWith({ migrator }: TestDatabase, word: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('organisation', 'draft', 'learning', 'resident', 'trail', 'source') order by 1`.execute(migrator);
  const hex = Buffer.from(word).toString("hex");
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql`select from ${sql.raw(name)} kept where strpos(kept::text, ${word}) > 0 or strpos(kept::text, ${hex}) > 0 limit 1`.execute(
        migrator,
      );
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}
