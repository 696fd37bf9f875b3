import { sql } from "kysely";
import type { Room } from "#src/platform/database.ts";
import type { Head, Stored } from "./chain.ts";

/** A moment and a hash as the chain writes them; to the microsecond, which a Date would drop. */
const moment = sql<string>`extract(epoch from at)::text`;
export const hex = (column: string) => sql<string>`encode(${sql.ref(column)}, 'hex')`;

/** The columns of an entry, in the words of the chain. */
export const entryColumns = [
  "id",
  moment.as("at"),
  "action",
  "object_kind as objectKind",
  "object_id as objectId",
  "result",
  "origin",
  "actor_id as actorId",
  "actor_role as actorRole",
  "represents",
  "purpose",
] as const;

export const headsOf = ({ tx, actor }: Room) =>
  tx
    .selectFrom("trail.head")
    .select([
      "municipality_id as municipalityId",
      "number",
      "position",
      moment.as("at"),
      hex("hash").as("hash"),
      hex("previous").as("previous"),
      hex("key").as("key"),
      hex("signature").as("signature"),
    ])
    .where("municipality_id", "=", actor.municipalityId);

export const findLastHead = (room: Room): Promise<Head | undefined> => headsOf(room).orderBy("number", "desc").limit(1).executeTakeFirst();

/** What is written but not sealed yet: how many entries, the first of them first. Held, so that nobody else seals them meanwhile. */
export const holdUnsealed = ({ tx, actor }: Room, most: number): Promise<Stored[]> =>
  tx
    .selectFrom("trail.entry")
    .select(entryColumns)
    .where("municipality_id", "=", actor.municipalityId)
    .where("position", "is", null)
    .orderBy("trail.entry.at")
    .orderBy("id")
    .limit(most)
    .forUpdate()
    .execute();

export type Tail = { readonly count: number; readonly oldest: Date | null };

/** How much waits to be sealed, counted up to a hundred thousand, and since when. */
export const unsealedTail = async ({ tx, actor }: Room): Promise<Tail> => {
  const waiting = tx
    .selectFrom("trail.entry")
    .select("at")
    .where("municipality_id", "=", actor.municipalityId)
    .where("position", "is", null)
    .orderBy("at")
    .limit(100_000);
  return tx
    .selectFrom(waiting.as("waiting"))
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min<Date | null>("at").as("oldest")])
    .executeTakeFirstOrThrow();
};
