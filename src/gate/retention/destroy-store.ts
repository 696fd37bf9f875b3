import { sql } from "kysely";
import { v7 } from "uuid";
import { type Day, dayOf } from "#src/kernel/day.ts";
import { asJob, type Database, type Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { findTerms, findWoo, type Held, oneAfterTheOther } from "./store.ts";
import { type KeptKind, keptFrom } from "./terms.ts";

/** What of one kind is past its term: how many, and from which period. */
export type Past = Held & { readonly pieces: number; readonly oldest: Date | null; readonly newest: Date | null };

// Which rows of each kind are over, and since when. A loop that is not closed yet stays, however old.
const closed = sql`state in ('held', 'refused', 'held-there', 'not-here')`;
const over: Record<KeptKind, { table: string; since: string; only: ReturnType<typeof sql> }> = {
  draft: { table: "draft.draft", since: "saved_at", only: sql`true` },
  message: { table: "organisation.message", since: "read_at", only: sql`read_at is not null` },
  outbox: { table: "trail.outbox", since: "delivered_at", only: sql`delivered_at is not null` },
  withdrawn: { table: "learning.signal", since: "changed_at", only: sql`state = 'withdrawn'` },
  signal: { table: "learning.signal", since: "changed_at", only: closed },
};

const pastTerm = (kind: KeptKind, municipalityId: string, from: Day) => {
  const { since, only } = over[kind];
  return sql`municipality_id = ${municipalityId} and ${only} and ${sql.ref(since)} < (${from}::timestamp at time zone 'Europe/Amsterdam')`;
};

/** What is past its term now, kind by kind; nothing goes by looking. */
export async function findPast(room: Room): Promise<Past[]> {
  const today = dayOf(room.now);
  const past: Past[] = [];
  for (const held of await findTerms(room)) {
    const { table, since } = over[held.kind];
    const { rows } = await sql<{ pieces: number; oldest: Date | null; newest: Date | null }>`
      select count(*) as pieces, min(${sql.ref(since)}) as oldest, max(${sql.ref(since)}) as newest from ${sql.table(table)}
      where ${pastTerm(held.kind, room.actor.municipalityId, keptFrom(today, held.months))}`.execute(room.tx);
    past.push({ ...held, ...rows[0]! });
  }
  return past;
}

/** A batch that was destroyed, or why there is none. */
export type Outcome = { readonly batchId: string } | "woo-pending" | "nothing";

/** At most so many of a kind at once: the rest goes with the next batch. */
const batchSize = 5000;

/** Destroys what of these kinds is past its term, with a declaration of it; nothing while a request under the Woo is pending. `nothing` when nothing was. */
export async function destroy(room: Room, kinds: readonly KeptKind[]): Promise<Outcome> {
  await oneAfterTheOther(room);
  if ((await findWoo(room)).some(({ endedOn }) => endedOn === null)) return "woo-pending";
  const { tx, actor, now } = room;
  const batchId = v7({ msecs: now.getTime() });
  const declared = [];
  for (const { kind, months } of (await findTerms(room)).filter((term) => kinds.includes(term.kind))) {
    const times = await take(room, kind, keptFrom(dayOf(now), months));
    if (times.length === 0) continue;
    const [oldest, newest] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
    const row = { municipality_id: actor.municipalityId, id: v7(), batch_id: batchId, kind, pieces: times.length, oldest, newest, months };
    declared.push({ ...row, at: now, by_member: actor.memberId, by_role: actor.role });
  }
  if (declared.length === 0) return "nothing";
  await tx.insertInto("organisation.destruction").values(declared).execute();
  await leaveTrail(room, { action: "destroyed", objectKind: "retention", objectId: batchId, purpose: "keeping" });
  return { batchId };
}

/** Deletes the rows and returns since when each was over. */
async function take(room: Room, kind: KeptKind, from: Day): Promise<number[]> {
  const { table, since } = over[kind];
  const here = room.actor.municipalityId;
  const signals = table === "learning.signal";
  const { rows } = await sql<{ id: string; since: Date }>`
    select id, ${sql.ref(since)} as since from ${sql.table(table)} where ${pastTerm(kind, here, from)}
    order by ${sql.ref(since)} limit ${signals ? batchSize / 10 : batchSize}`.execute(room.tx);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  if (signals)
    for (const child of ["organisation.message", "trail.outbox", "learning.addressed", "learning.text", "learning.signal_fact"])
      await sql`delete from ${sql.table(child)} where municipality_id = ${here} and signal_id = any (${ids}::uuid[])`.execute(room.tx);
  await sql`delete from ${sql.table(table)} where municipality_id = ${here} and id = any (${ids}::uuid[])`.execute(room.tx);
  return rows.map((row) => row.since.getTime());
}

/** What was set to go by itself goes, once it is past its term. */
export const destroyByItself =
  (keeper: Database) =>
  (_: Database, municipalityId: string, now: Date): Promise<Outcome> =>
    asJob(keeper, municipalityId, now, async (room) => {
      const kinds = (await findTerms(room)).filter(({ automatic }) => automatic).map(({ kind }) => kind);
      return kinds.length > 0 ? destroy(room, kinds) : "nothing";
    });
