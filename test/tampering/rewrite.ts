import { sql } from "kysely";
import { asJob } from "#src/platform/database.ts";
import { chained, type Head, nextHead, type Stored, type Unsigned } from "#src/platform/trail/chain.ts";
import { entryColumns, headsOf } from "#src/platform/trail/rows.ts";
import { now } from "#test/municipality.ts";
import { owner, type Target } from "./target.ts";

/** Rewrites a trail from one of its heads on: other entries, hashed and headed as they should be, signed by whoever does it. */
export async function rewrite(target: Target, change: (entries: Stored[]) => Stored[], key: string, sign: (head: Unsigned) => Head, from = 1): Promise<void> {
  const { database, id } = target;
  const { stored, heads } = await asJob(database.gate, id, now, async (room) => ({
    stored: await room.tx.selectFrom("trail.entry").select(entryColumns).where("municipality_id", "=", id).orderBy("position").execute(),
    heads: await headsOf(room).orderBy("number").execute(),
  }));
  const before = heads[from - 2];
  const changed = change(stored).slice(before?.position ?? 0);
  const places = chained(before, id, changed);
  await owner(target, `update trail.entry set position = null, hash = null where HERE and position > ${before?.position ?? 0}`);
  for (const [index, { position, hash }] of places.entries()) {
    const { id: entry, actorRole } = changed[index]!;
    await sql`update trail.entry set position = ${position}, hash = decode(${hash}, 'hex'), actor_role = ${actorRole} where municipality_id = ${id} and id = ${entry}`.execute(
      database.migrator,
    );
  }
  await owner(target, "delete from trail.entry where HERE and position is null");
  await owner(target, `delete from trail.head where HERE and number >= ${from}`);
  let last = before;
  for (const { position, at } of heads.slice(from - 1)) {
    const reached = places.find((one) => one.position === Math.min(position, places.at(-1)!.position))!;
    if (reached.position === last?.position) continue;
    last = sign(nextHead(last, id, reached, at, key));
    await sql`insert into trail.head values (${id}, ${last.number}, ${last.position}, to_timestamp(${at}::numeric), decode(${last.hash}, 'hex'), decode(${last.previous}, 'hex'),
      decode(${last.key}, 'hex'), decode(${last.signature}, 'hex'))`.execute(database.migrator);
  }
}
