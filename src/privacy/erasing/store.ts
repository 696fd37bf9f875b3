import { sql } from "kysely";
import type { Ground, Part } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";

/** A text that somebody shielded, as the privacy officer reads it: the words, and whose team it is of. */
export type Shielded = {
  readonly signalId: string;
  readonly position: number;
  readonly part: Part;
  readonly team: string;
  readonly words: string;
  readonly since: Date | null;
};

/** What is shielded now, longest waiting first; in the learning room, where a policy lets the officer read exactly these. */
export async function findShielded({ tx, actor }: Room, which?: Pick<Shielded, "signalId" | "position" | "part">): Promise<Shielded[]> {
  const { rows } = await sql<Shielded>`
    select t.signal_id as "signalId", t.position, t.part, m.name as team, t.content as words,
      (select max(e.at) from trail.entry e where e.municipality_id = t.municipality_id and e.object_id = t.signal_id and e.action = 'shielded') as since
    from learning.text t
    join organisation.team m on m.municipality_id = t.municipality_id and m.id = t.team_id
    where t.municipality_id = ${actor.municipalityId} and t.shielded and t.content is not null
      ${which ? sql`and t.signal_id = ${which.signalId} and t.position = ${which.position} and t.part = ${which.part}` : sql``}
    order by since nulls first, t.signal_id, t.position, t.part
    limit 200`.execute(tx);
  return rows;
}

export const countShielded = async (room: Room): Promise<number> => (await findShielded(room)).length;

/** What one is about to erase: of which kind, whose team, and how many texts; the words are not read. */
export type Erasable = { readonly kind: "signal" | "draft"; readonly team: string; readonly texts: number };

/** As the keeper: a signal or a draft that still has words; undefined when there is none. */
export async function findErasable({ tx, actor }: Room, id: string): Promise<Erasable | undefined> {
  const { rows } = await sql<Erasable>`
    select 'signal' as kind, t.name as team, (select count(*) from learning.text w where w.municipality_id = s.municipality_id and w.signal_id = s.id and w.content is not null) as texts
    from learning.signal s join organisation.team t on t.municipality_id = s.municipality_id and t.id = s.team_id
    where s.municipality_id = ${actor.municipalityId} and s.id = ${id}
    union all
    select 'draft', t.name, 1 from draft.draft d join organisation.team t on t.municipality_id = d.municipality_id and t.id = d.team_id
    where d.municipality_id = ${actor.municipalityId} and d.id = ${id} and d.erased_at is null
      and not exists (select from learning.signal s where s.municipality_id = d.municipality_id and s.id = d.id)`.execute(tx);
  return rows.find(({ texts }) => texts > 0);
}

export type Tombstone = {
  readonly objectKind: "signal" | "draft";
  readonly objectId: string;
  readonly part: Part;
  readonly erasedAt: Date;
  readonly ground: Ground;
};

/** As the keeper: what was erased, newest first. */
export const findTombstones = ({ tx, actor }: Room): Promise<Tombstone[]> =>
  tx
    .selectFrom("learning.tombstone")
    .select(["object_kind as objectKind", "object_id as objectId", "part", "erased_at as erasedAt", "ground"])
    .where("municipality_id", "=", actor.municipalityId)
    .orderBy("erased_at", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute() as Promise<Tombstone[]>;

export const isWooPending = async ({ tx, actor }: Room): Promise<boolean> =>
  (await tx
    .selectFrom("organisation.woo_request")
    .select("id")
    .where("municipality_id", "=", actor.municipalityId)
    .where("ended_on", "is", null)
    .executeTakeFirst()) !== undefined;
