import { createHash } from "node:crypto";
import type pg from "pg";
import { counter, type Counted, type Header, type Heading, type Kind, type Manifest } from "./manifest.ts";
import { linesOf, readCanonical } from "./rows.ts";
import { tenantTables } from "./tables.ts";

/** The migrations a database has had, in their order. */
export async function schemaOf(connection: pg.ClientBase): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>('select name from migration.applied order by name collate "C"');
  return rows.map(({ name }) => name);
}

export type Written = { readonly tables: number; readonly rows: number };

/**
 * One municipality whole, as of one moment, as pieces of text; returns how much it was. `begun` runs when the moment is fixed and before
 * the first piece. The connection is that of haarvat_migrator, in no transaction.
 */
export const wholeMunicipality = (connection: pg.ClientBase, municipalityId: string, begun: () => Promise<void>) =>
  written(connection, "municipality", municipalityId, () => true, begun);

/** The same of the tombstones alone: which texts were erased, without a word of them. */
export const erasuresOf = (connection: pg.ClientBase, municipalityId: string, begun: () => Promise<void>) =>
  written(connection, "erasures", municipalityId, (table) => table === "learning.tombstone", begun);

async function* written(
  connection: pg.ClientBase,
  haarvat: Kind,
  municipality: string,
  holds: (table: string) => boolean,
  begun: () => Promise<void>,
): AsyncGenerator<string, Written> {
  await connection.query("begin isolation level repeatable read, read only");
  await readCanonical(connection);
  const schema = await schemaOf(connection);
  await begun();
  const whole = createHash("sha256");
  const piece = (text: string): string => {
    whole.update(text);
    return text;
  };
  const tables: Record<string, Counted> = {};
  yield piece(`${JSON.stringify({ haarvat, format: 1, municipality, schema } satisfies Header)}\n`);
  for (const table of (await tenantTables(connection)).filter(({ name }) => holds(name))) {
    const count = counter();
    yield piece(`${JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) } satisfies Heading)}\n`);
    for await (const lines of linesOf(connection, table, municipality)) {
      count.add(lines);
      yield piece(lines.join(""));
    }
    tables[table.name] = count.total();
  }
  yield `${JSON.stringify({ manifest: { tables, sha256: whole.digest("hex") } } satisfies Manifest)}\n`;
  await connection.query("commit");
  const counts = Object.values(tables);
  return { tables: counts.length, rows: counts.reduce((sum, { rows }) => sum + rows, 0) };
}
