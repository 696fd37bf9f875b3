import { sql } from "kysely";
import { asJob, type Database, type Room } from "#src/platform/database.ts";
import { chained, type Head, instant, nextHead } from "./chain.ts";
import type { KeptHeads } from "./heads.ts";
import { isSigned, type TrailKey } from "./key.ts";
import { lineOf } from "./line.ts";
import { findLastHead, headsOf, holdUnsealed } from "./rows.ts";

export type Sealing = {
  readonly key: TrailKey;
  /** Public keys that signed before the secret was changed. */
  readonly earlierKeys: readonly string[];
  readonly kept: KeptHeads | undefined;
};

/** The last head is not one of ours: nothing is sealed on top of it, so that a forged trail never gets a true signature. */
export class HeadNotOurs extends Error {
  override readonly name = "HeadNotOurs";
}
/** The database does not hold the head that was kept elsewhere: it was cut off, rewritten or put back from an older copy. */
export class HeadsDiffer extends Error {
  override readonly name = "HeadsDiffer";
}
/** There are entries with a place that no head speaks of, where the next ones would come. */
export class EntriesBeyondHead extends Error {
  override readonly name = "EntriesBeyondHead";
}

const batches = 20;

/**
 * The job that seals: committed entries get their place, hash and signed head, batch by batch; an entry of a slow transaction comes
 * in a later one. Several processes may do this at once: who comes second finds nothing left, or its head refused by the key of the
 * table. With nothing to do it costs one query on indexes. Returns how many entries were sealed.
 */
export function sealer(sealing: Sealing, most = 1000) {
  const known = new Map<string, number>();
  return async (gate: Database, municipalityId: string, now: Date): Promise<number> => {
    const { last, waiting } = await asJob(gate, municipalityId, now, findStanding);
    if (!waiting && (!sealing.kept || last === (known.get(municipalityId) ?? 0))) return 0;
    let sealed = 0;
    let trouble: unknown;
    const keep = async (room: Room, head: Head | undefined) => {
      trouble = undefined;
      if (sealing.kept && head && head.number !== known.get(municipalityId))
        await catchUp(room, sealing.kept, head).then(
          () => known.set(municipalityId, head.number),
          (error: unknown) => (trouble = error),
        );
    };
    for (let batch = 0; batch <= batches; batch++) {
      const count = await asJob(gate, municipalityId, now, (room) => sealBatch(room, sealing, batch < batches ? most : 0, keep)).catch(whenSecond);
      sealed += count;
      if (count === 0) break;
    }
    // The place elsewhere being out of reach never holds up the sealing itself; but it is told.
    if (trouble) throw trouble;
    return sealed;
  };
}

const findStanding = async ({ tx, actor }: Room): Promise<{ last: number; waiting: true | null }> => {
  // By order, so that the index of what is unsealed serves it whatever the statistics say.
  const { rows } = await sql<{ last: number; waiting: true | null }>`
    select coalesce((select number from trail.head where municipality_id = ${actor.municipalityId} order by number desc limit 1), 0) as last,
      (select true from trail.entry where municipality_id = ${actor.municipalityId} and position is null order by at, id limit 1) as waiting`.execute(tx);
  return rows[0]!;
};

/** Before a batch the heads so far are kept, so that the place elsewhere lacks one at most. */
async function sealBatch(
  room: Room,
  { key, earlierKeys }: Sealing,
  most: number,
  keep: (room: Room, head: Head | undefined) => Promise<void>,
): Promise<number> {
  // Held first, and only then the last head is read: by then whoever held them before has committed.
  const entries = most === 0 ? [] : await holdUnsealed(room, most);
  const last = await findLastHead(room);
  await keep(room, last);
  if (entries.length === 0) return 0;
  if (last && !([key.id, ...earlierKeys].includes(last.key) && isSigned(last)))
    throw new HeadNotOurs("The last head of the trail is not signed with a key of this application");
  const municipalityId = room.actor.municipalityId;
  const places = chained(last, municipalityId, entries);
  const head = key.sign(nextHead(last, municipalityId, places.at(-1)!, instant(room.now), key.id));
  // The head first: of two who chain after the same head, the second is refused here.
  const bytes = (text: string) => Buffer.from(text, "hex");
  await room.tx
    .insertInto("trail.head")
    .values({
      municipality_id: municipalityId,
      number: head.number,
      position: head.position,
      at: room.now,
      hash: bytes(head.hash),
      previous: bytes(head.previous),
      key: bytes(head.key),
      signature: bytes(head.signature),
    })
    .execute();
  const { numAffectedRows } = await sql`
    update trail.entry set position = place.position, hash = decode(place.hash, 'hex')
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ position }) => position)}::bigint[], ${places.map(({ hash }) => hash)}::text[])
      as place (id, position, hash)
    where municipality_id = ${municipalityId} and entry.id = place.id and entry.position is null`.execute(room.tx);
  if (Number(numAffectedRows) !== entries.length) throw new Error("Entries that were held for sealing could not be sealed");
  return entries.length;
}

const whenSecond = (error: { constraint?: string }): number => {
  if (error.constraint === "head_pkey") return 0;
  if (error.constraint === "entry_sealed") throw new EntriesBeyondHead("Entries are sealed beyond the last head");
  throw error;
};

/** Keeps every head up to `last` that is not kept yet; another process may have kept some of them. */
async function catchUp(room: Room, kept: KeptHeads, last: Head): Promise<void> {
  const before = await kept.last(room.actor.municipalityId);
  let from = before?.number ?? 0;
  const [same] = before ? await headsOf(room).where("number", "=", from).execute() : [];
  if (before && (!same || lineOf(same) !== lineOf(before))) throw new HeadsDiffer("The heads kept elsewhere are not those of the database");
  while (from < last.number) {
    const missing = await headsOf(room).where("number", ">", from).where("number", "<=", last.number).orderBy("number").limit(1000).execute();
    await kept.add(room.actor.municipalityId, missing);
    from = missing.at(-1)!.number;
  }
}
