import pg from "pg";

const types: Record<string, string> = {
  uuid: "string",
  text: "string",
  int4: "number",
  int8: "number",
  bool: "boolean",
  timestamptz: "Date",
  date: "Day",
  jsonb: "Json",
  bytea: "Buffer",
  tsvector: "never",
  _text: "string[]",
  _uuid: "string[]",
  float8: "number",
};

/** The Kysely types of all tables as source text; generated columns cannot be written, defaulted ones need not be. */
export async function schemaText(login: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(login);
  await client.connect();
  const { rows } = await client.query<{ table: string; column: string; type: string; nullable: boolean; defaulted: boolean; generated: boolean }>(`
    select n.nspname || '.' || c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef as defaulted, a.attgenerated <> '' as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
    where n.nspname in ('organisation', 'draft', 'learning', 'resident', 'trail', 'source') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by 1, a.attnum`);
  await client.end();
  const tables = Map.groupBy(rows, (row) => row.table);
  const body = [...tables].map(([table, columns]) => {
    const lines = columns
      .filter(({ generated }) => !generated)
      .map(({ column, type, nullable, defaulted }) => {
        const known = types[type];
        if (!known) throw new Error(`No TypeScript type for ${type} (${table}.${column})`);
        const plain = nullable ? `${known} | null` : known;
        return `    ${column}: ${defaulted ? `Generated<${plain}>` : plain};`;
      });
    return `  "${table}": {\n${lines.join("\n")}\n  };`;
  });
  return `// Generated from the database by \`npm run schema\`; do not edit.
import type { ColumnType, Generated as KyselyGenerated } from "kysely";
import type { Day } from "#src/kernel/day.ts";

type Generated<T> = KyselyGenerated<T>;
/** Read as what it holds, written as text. */
type Json = ColumnType<unknown, string, string>;

export type Schema = {
${body.join("\n")}
};
`;
}
