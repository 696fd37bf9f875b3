import { sql } from "kysely";
import type { Day } from "#src/kernel/day.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { v7 } from "uuid";
import { type KeptKind, keptKinds, type Own, type Term, terms } from "./terms.ts";

/** A term as it holds here: of the municipality where it chose one. */
export type Held = Term & { readonly kind: KeptKind; readonly standard: number; readonly reason: string | null; readonly automatic: boolean };

/** All terms as they hold in this municipality. */
export async function findTerms({ tx, actor }: Room): Promise<Held[]> {
  const rows = await tx.selectFrom("organisation.retention").selectAll().where("municipality_id", "=", actor.municipalityId).execute();
  return keptKinds.map((kind) => {
    const own = rows.find((row) => row.kind === kind);
    return {
      ...terms[kind],
      kind,
      standard: terms[kind].months,
      months: own?.months ?? terms[kind].months,
      reason: own?.reason ?? null,
      automatic: own?.automatic ?? false,
    };
  });
}

export async function keepTerm(room: Room, kind: KeptKind, { months, reason, automatic }: Own): Promise<void> {
  const { tx, actor, now } = room;
  const chosen = { months, reason, automatic, changed_at: now, changed_by: actor.memberId };
  await tx
    .insertInto("organisation.retention")
    .values({ municipality_id: actor.municipalityId, kind, ...chosen })
    .onConflict((conflict) => conflict.columns(["municipality_id", "kind"]).doUpdateSet(chosen))
    .execute();
  await leaveTrail(room, { action: "term-changed", objectKind: "retention", objectId: actor.municipalityId, purpose: "keeping" });
}

export type Woo = { readonly id: string; readonly receivedOn: Day; readonly about: string; readonly endedOn: Day | null };

/** Requests under the Woo, those that are pending first. */
export const findWoo = ({ tx, actor }: Room): Promise<Woo[]> =>
  tx
    .selectFrom("organisation.woo_request")
    .select(["id", "received_on as receivedOn", "about", "ended_on as endedOn"])
    .where("municipality_id", "=", actor.municipalityId)
    .orderBy("ended_on", (order) => order.desc().nullsFirst())
    .orderBy("received_on", "desc")
    .limit(50)
    .execute();

/** Noting a request and destroying wait for each other: whichever is first, the other knows of it. */
export const oneAfterTheOther = ({ tx, actor }: Room) =>
  sql`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(${`haarvat keeping ${actor.municipalityId}`}, 0))`.execute(tx);

export async function noteWoo(room: Room, receivedOn: Day, about: string): Promise<void> {
  const { tx, actor } = room;
  await oneAfterTheOther(room);
  const id = v7();
  await tx
    .insertInto("organisation.woo_request")
    .values({ municipality_id: actor.municipalityId, id, received_on: receivedOn, about, noted_by: actor.memberId })
    .execute();
  await leaveTrail(room, { action: "woo-noted", objectKind: "retention", objectId: id, purpose: "keeping" });
}

/** The request was dealt with; false when there is none that is pending. */
export async function endWoo(room: Room, id: string, on: Day): Promise<boolean> {
  const { tx, actor } = room;
  const ended = await tx
    .updateTable("organisation.woo_request")
    .set({ ended_on: on })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", id)
    .where("ended_on", "is", null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await leaveTrail(room, { action: "woo-ended", objectKind: "retention", objectId: id, purpose: "keeping" });
  return true;
}

export type Declared = {
  readonly batchId: string;
  readonly kind: KeptKind;
  readonly pieces: number;
  readonly oldest: Date;
  readonly newest: Date;
  readonly months: number;
  readonly at: Date;
  readonly by: string | null;
};

/** What was destroyed, newest first; of one batch when that is asked. */
export const findDeclared = ({ tx, actor }: Room, batchId?: string): Promise<Declared[]> =>
  tx
    .selectFrom("organisation.destruction as destruction")
    .leftJoin("organisation.member as member", (join) =>
      join.onRef("member.municipality_id", "=", "destruction.municipality_id").onRef("member.id", "=", "destruction.by_member"),
    )
    .where("destruction.municipality_id", "=", actor.municipalityId)
    .$if(batchId !== undefined, (query) => query.where("batch_id", "=", batchId!))
    .select(["batch_id as batchId", "kind", "pieces", "oldest", "newest", "months", "at", "member.name as by"])
    .orderBy("at", "desc")
    .orderBy("kind")
    .limit(100)
    .execute() as Promise<Declared[]>;
