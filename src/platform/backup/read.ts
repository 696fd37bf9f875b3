import { createHash } from "node:crypto";
import type pg from "pg";
import { linesIn } from "./lines.ts";
import { counter, type Counted, damaged, FileRefused, type Header, type Manifest, readHeader, readMark, same } from "./manifest.ts";
import { addLines, linesOf, readCanonical } from "./rows.ts";
import { type Table, tenantTables } from "./tables.ts";
import { schemaOf, type Written } from "./write.ts";

const broken = (): never => {
  throw new FileRefused(damaged);
};

const mostRows = 1000;
const mostBytes = 1_000_000;
const bracket = "[".charCodeAt(0);

type Meanwhile = { readonly begun?: (municipality: string) => void; readonly done?: (municipality: string) => Promise<void> };

/**
 * Reads one municipality in from what `wholeMunicipality` wrote, in one transaction: all or nothing. What the database holds afterwards is
 * read back and has to give the hashes of the manifest; then `done` does what has to happen in the same transaction. `begun` may refuse before the first row. The connection is that of haarvat_migrator, in no transaction. Refuses with FileRefused.
 */
export async function readMunicipality(
  connection: pg.ClientBase,
  bytes: AsyncIterable<Uint8Array>,
  { begun = () => {}, done = async () => {} }: Meanwhile = {},
): Promise<Written & { municipality: string }> {
  await connection.query("begin");
  try {
    await readCanonical(connection);
    const { header, manifest } = await readLines(connection, bytes, begun);
    for (const table of await tenantTables(connection)) {
      const count = counter();
      for await (const lines of linesOf(connection, table, header.municipality)) count.add(lines);
      if (!same(count.total(), manifest.tables[table.name])) broken();
    }
    await done(header.municipality);
    await connection.query("commit");
    const counts = Object.values(manifest.tables);
    return { municipality: header.municipality, tables: counts.length, rows: counts.reduce((sum, { rows }) => sum + rows, 0) };
  } catch (error) {
    await connection.query("rollback").catch(() => undefined);
    throw inWords(error);
  }
}

/** Adds the rows while they come in; returns when the manifest at the end agrees with all that came before. */
async function readLines(
  connection: pg.ClientBase,
  bytes: AsyncIterable<Uint8Array>,
  begun: (municipality: string) => void,
): Promise<{ header: Header; manifest: Manifest["manifest"] }> {
  const whole = createHash("sha256");
  const tables: Record<string, Counted> = {};
  let header: Header | undefined;
  let expected: Table[] = [];
  let open: { table: Table; count: ReturnType<typeof counter>; waiting: string[]; size: number } | undefined;
  let manifest: Manifest["manifest"] | undefined;
  const flush = async () => {
    if (open && open.waiting.length > 0) await addLines(connection, open.table, open.waiting);
    if (open) Object.assign(open, { waiting: [], size: 0 });
  };
  for await (const group of linesIn(bytes))
    for (const line of group) {
      if (manifest) broken();
      if (!header) {
        header = readHeader(line, "municipality");
        begun(header.municipality);
        await refuseUnfit(connection, header);
        expected = await tenantTables(connection);
      } else if (line[0] === bracket) {
        if (!open) throw new FileRefused(damaged);
        open.count.add([line]);
        open.waiting.push(line.toString());
        open.size += line.length;
        if (open.waiting.length >= mostRows || open.size >= mostBytes) await flush();
      } else {
        await flush();
        if (open) tables[open.table.name] = open.count.total();
        const mark = readMark(line);
        const table = expected.shift();
        manifest = table ? undefined : mark.manifest;
        if (table ? !same(mark, { table: table.name, columns: table.columns.map(({ name }) => name) }) : !manifest) broken();
        open = table && { table, count: counter(), waiting: [], size: 0 };
      }
      if (!manifest) whole.update(line);
    }
  if (!header || !manifest || !same(manifest, { tables, sha256: whole.digest("hex") })) throw new FileRefused(damaged);
  return { header, manifest };
}

async function refuseUnfit(connection: pg.ClientBase, { municipality, schema }: Header): Promise<void> {
  const here = await schemaOf(connection);
  if (!same(here, schema))
    throw new FileRefused(
      `The file was written at ${schema.at(-1)}, this database is at ${here.at(-1)}: import it into a database of the version that wrote it, then migrate that. Nothing has changed.`,
    );
  const { rowCount } = await connection.query("select from organisation.municipality where id = $1", [municipality]);
  if (rowCount !== 0) throw new FileRefused("This municipality is in the database already. Nothing has changed.");
}

const alreadyThere: Readonly<Record<string, string>> = {
  "organisation.municipality": "This municipality is in the database already, or was read in at the same moment.",
  "organisation.host": "Another municipality in this database has the same host name.",
};

/** What PostgreSQL says of rows it does not take, as a sentence; anything else stays the error it is. */
function inWords(error: unknown): unknown {
  const { code = "", table, schema } = error as { code?: string; table?: string; schema?: string };
  const taken = code === "23505" ? alreadyThere[`${schema}.${table}`] : undefined;
  if (taken) return new FileRefused(`${taken} Nothing has changed.`);
  if (/^(22|23|54)...$/.test(code)) return new FileRefused(damaged);
  return code === "53100" ? new FileRefused("The disk of the database is full. Nothing has changed.") : error;
}
