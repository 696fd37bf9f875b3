import { sql } from "kysely";
import type { TestDatabase } from "#test/database.ts";

/** The trail that is tampered with: of municipality `id`, so many entries and heads, and the file that keeps its heads. */
export type Target = {
  readonly database: TestDatabase;
  readonly id: string;
  /** Another municipality, to which a row can be moved. */
  readonly elsewhere: string;
  readonly entries: number;
  readonly heads: number;
  readonly file: string;
};

/** Something that somebody could do who owns the database, or the file, but not the key; `i` and `j` say where. */
export type Tampering = (target: Target, i: number, j: number) => Promise<unknown>;

/** Runs a statement as the owner of the tables; HERE stands for the rows of this trail, ABROAD for another municipality. */
export const owner = ({ database, id, elsewhere }: Target, statement: string) =>
  sql.raw(statement.replaceAll("HERE", `municipality_id = '${id}'`).replaceAll("ABROAD", `'${elsewhere}'`)).execute(database.migrator);

/** A place from 1 up to `count`; and another than that one. */
export const place = (i: number, count: number): number => (i % count) + 1;
export const other = (i: number, j: number, count: number): number => place(i + 1 + (j % (count - 1)), count);

/** One tampering for each column of a table: the row at a place gets something else there. */
export const edits = (table: "entry" | "head", by: "position" | "number", columns: Readonly<Record<string, string>>): Record<string, Tampering> =>
  Object.fromEntries(
    Object.entries(columns).map(([column, to]): [string, Tampering] => [
      `${table}: ${column} edited`,
      (target, i) =>
        owner(target, `update trail.${table} set ${column} = ${to} where HERE and ${by} = ${place(i, table === "entry" ? target.entries : target.heads)}`),
    ]),
  );
