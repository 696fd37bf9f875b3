import { Kysely, PostgresDialect, type Transaction } from "kysely";
import type pg from "pg";
import { nobody, type Room } from "#src/platform/database.ts";
import type { Actor } from "#src/kernel/actor.ts";
import type { Schema } from "#src/platform/schema.ts";

/** A room in the transaction that a connection is in already, for what has to happen together with it, as nobody at the command line. */
export function roomOn(connection: pg.ClientBase, municipalityId: string, now: Date): Room {
  const only = { query: connection.query.bind(connection), release: () => {} };
  const pool = { connect: async () => only, end: async () => {}, options: {} };
  const actor: Actor = { memberId: nobody, municipalityId, role: "job" as Actor["role"], teamId: nobody, otherTeamIds: [] };
  return { tx: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) as unknown as Transaction<Schema>, actor, now, origin: "command" };
}
