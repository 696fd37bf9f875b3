import { Kysely, PostgresDialect, type RawBuilder, type Transaction, sql } from "kysely";
import pg from "pg";
import type { Actor } from "#src/kernel/actor.ts";
import type { Schema } from "./schema.ts";

export type Database = Kysely<Schema>;

/** Where a PostgreSQL listens, and the secret from which the passwords of its roles follow. */
export type Server = { readonly host: string; readonly port: number; readonly database: string; readonly secret: string; readonly ssl: boolean };

/** How a deed came in: through a door, by a job, or from the command line. */
export type Origin = "web" | "job" | "command";

/** One transaction as one actor. Outside a room there is no access to anybody's rows. */
export type Room = { readonly tx: Transaction<Schema>; readonly actor: Actor; readonly now: Date; readonly origin: Origin };

// A day has no time zone and stays the text it is; counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A pool that logs in as the role of one space; its time-outs come with the role. */
export function open({ host, port, database }: Server, user: string, password: string, ssl: boolean, most: number): Database {
  const pool = new pg.Pool({ host, port, database, user, password, ssl, max: most, connectionTimeoutMillis: 5000, idleTimeoutMillis: 30_000 });
  // A connection that breaks is replaced at the next request, and who uses it just then hears of it; without listeners it would end the program.
  pool.on("error", () => {});
  pool.on("connect", (connection) => connection.on("error", () => {}));
  const opened = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  pools.set(opened, pool);
  return opened;
}

const pools = new WeakMap<Database, pg.Pool>();

type Watch = <T>(work: () => Promise<T>) => Promise<T>;
const watches = new WeakMap<Database, Watch>();

/** From now on every transaction of this database goes through `watch`, to be measured. */
export const watchTransactions = (database: Database, watch: Watch): void => void watches.set(database, watch);

/** How many wait for a connection of this pool just now. */
export const waitingFor = (database: Database): number => pools.get(database)?.waitingCount ?? 0;

/**
 * Runs `work` as `actor` in one transaction: the database itself shows and accepts nothing that is not the actor's.
 * Settings go as SET LOCAL statements with checked values, not by set_config(): Citus passes only those on to its workers.
 */
export function asActor<T>(database: Database, actor: Actor, now: Date, work: (room: Room) => Promise<T>, origin: Origin = "web"): Promise<T> {
  const transaction = () => database.transaction().execute((tx) => entered(tx, actor, now, work, origin));
  return watches.get(database)?.(transaction) ?? transaction();
}

async function entered<T>(tx: Transaction<Schema>, actor: Actor, now: Date, work: (room: Room) => Promise<T>, origin: Origin): Promise<T> {
  await context(actor).execute(tx);
  return work({ tx, actor, now, origin });
}

/** Runs `work` for a job in one municipality: nobody's rights, only what policies grant to a job. */
export const asJob = <T>(database: Database, municipalityId: string, now: Date, work: (room: Room) => Promise<T>, origin: Origin = "job"): Promise<T> =>
  asActor(database, nobodyIn(municipalityId, "job"), now, work, origin);

/** As a job that only looks, at everything as it stands at one moment, however long that takes. */
export const asOnlooker = <T>(database: Database, municipalityId: string, now: Date, work: (room: Room) => Promise<T>): Promise<T> =>
  database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((tx) => entered(tx, nobodyIn(municipalityId, "job"), now, work, "job"));

/** As somebody at the door of whom nothing is known, who may see nothing: for what such a person was refused. */
export const asVisitor = <T>(database: Database, municipalityId: string, now: Date, work: (room: Room) => Promise<T>): Promise<T> =>
  asActor(database, nobodyIn(municipalityId, "visitor"), now, work);

/** Whose deeds the jobs do. */
export const nobody = "00000000-0000-0000-0000-000000000000";
const nobodyIn = (municipalityId: string, role: "job" | "visitor"): Actor => ({
  memberId: nobody,
  municipalityId,
  role: role as Actor["role"],
  teamId: nobody,
  otherTeamIds: [],
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const checked = (value: string, shape: RegExp): string => {
  if (!shape.test(value)) throw new Error("A setting of the transaction has an impossible value");
  return value;
};

function context({ municipalityId, memberId, role, teamId, otherTeamIds }: Actor): RawBuilder<unknown> {
  const teams = [teamId, ...otherTeamIds].map((id) => checked(id, uuid)).join(",");
  return sql.raw(
    `set local haarvat.municipality = '${checked(municipalityId, uuid)}'; set local haarvat.member = '${checked(memberId, uuid)}'; ` +
      `set local haarvat.role = '${checked(role, /^[a-z-]+$/)}'; set local haarvat.teams = '{${teams}}'`,
  );
}
