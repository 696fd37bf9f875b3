import type pg from "pg";

/** A table as the catalog knows it: which rows are of one municipality, what they hold and in which order they are written. */
export type Table = {
  readonly name: string;
  /** The column that says whose row it is. */
  readonly whose: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The primary key, as words for `order by`: the same order on every server, whatever its collation. */
  readonly order: string;
  readonly references: readonly string[];
};

/** What no export holds, by name, each with its reason; nothing that is exported may refer to it. */
export const leftOut: Readonly<Record<string, string>> = {
  "organisation.session": "a secret for ten hours at most: after a restore everybody logs in again",
  "organisation.invitation": "a secret for a day: who had not come in yet is invited again",
  "organisation.kept_post": "kept for an hour, for a session that is left out as well",
};

const municipality = "organisation.municipality";

type Found = Omit<Table, "whose">;

const statement = `
  select c.oid::regclass::text as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
      from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary) as "order",
    coalesce((select json_agg(distinct r.confrelid::regclass::text) from pg_constraint r where r.conrelid = c.oid and r.contype = 'f'), '[]') as "references"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')`;

/** Every table in the database, found from the catalog: those with rows of a municipality, those without, and those left out. */
export async function sortedTables(connection: pg.ClientBase): Promise<{ tenant: Table[]; shared: string[]; omitted: string[] }> {
  const { rows } = await connection.query<Found>(statement);
  const whole = rows.filter(({ name }) => !(name in leftOut));
  const tenant = whole.flatMap((table) => {
    const whose = table.name === municipality ? "id" : table.columns.find(({ name }) => name === "municipality_id")?.name;
    return whose ? [{ ...table, whose }] : [];
  });
  const names = new Set(tenant.map(({ name }) => name));
  return {
    tenant: inOrder(tenant),
    shared: whole.map(({ name }) => name).filter((name) => !names.has(name)),
    omitted: rows.map(({ name }) => name).filter((name) => name in leftOut),
  };
}

/** The tables of one municipality, each after those it refers to, otherwise by name. */
export const tenantTables = async (connection: pg.ClientBase): Promise<Table[]> => (await sortedTables(connection)).tenant;

function inOrder(tables: readonly Table[]): Table[] {
  const waiting = tables.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ references }) => references.every((name) => ordered.some((table) => table.name === name)));
    if (next < 0) throw new Error(`Tables that refer to each other, or to a table that is not exported: ${waiting.map(({ name }) => name).join(", ")}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}
