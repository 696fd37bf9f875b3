import pg from "pg";
import type { Table } from "./tables.ts";

/** The same text for the same value on every server: PostgreSQL's own, in UTC and with every digit. */
const canonical =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; " +
  "set local bytea_output = 'hex'; set local search_path = ''; set local cursor_tuple_fraction = 1";

const asText = { getTypeParser: () => (value: string) => value };
const atOnce = 500;

/** From here on in this transaction, values read and write as canonical text. */
export const readCanonical = (connection: pg.ClientBase) => connection.query(canonical);

/** The rows of one municipality in a table, in order, a few hundred at a time: each a line of JSON with a text or null per column. */
export async function* linesOf(connection: pg.ClientBase, { name, whose, columns, order }: Table, municipalityId: string): AsyncGenerator<string[]> {
  const listed = columns.map((column) => pg.escapeIdentifier(column.name)).join(", ");
  await connection.query(
    `declare whole no scroll cursor for select ${listed} from ${name} where ${pg.escapeIdentifier(whose)} = ${pg.escapeLiteral(municipalityId)} order by ${order}`,
  );
  for (;;) {
    const { rows } = await connection.query<(string | null)[]>({ text: `fetch ${atOnce} from whole`, rowMode: "array", types: asText });
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`);
    if (rows.length < atOnce) break;
  }
  await connection.query("close whole");
}

/** Adds rows, given as lines that `linesOf` wrote. */
export async function addLines(connection: pg.ClientBase, { name, columns }: Table, lines: readonly string[]): Promise<void> {
  const listed = columns.map((column) => pg.escapeIdentifier(column.name)).join(", ");
  const values = columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(", ");
  await connection.query({
    name: `add ${name}`,
    text: `insert into ${name} (${listed}) overriding system value select ${values} from jsonb_array_elements($1::jsonb) line`,
    values: [`[${lines.join(",")}]`],
  });
}
