import { sql } from "kysely";
import { v7 } from "uuid";
import { dayOf } from "#src/kernel/day.ts";
import { findCourse, findSignal, record, type Signal, signalRows, toFacilitators, undoSeconds } from "#src/learning/signals/index.ts";
import { mailFor } from "#src/gate/mail/kind.ts";
import { awaitMail, findRhythms, type Mailed } from "#src/gate/mail/store.ts";
import { asJob, type Database, type Room } from "#src/platform/database.ts";
import { recipients } from "./recipients.ts";

/** Tells whoever should know what was done more than half a minute ago; returns how many deeds were told. A deed taken back meanwhile is told to nobody. */
export const deliver = (gate: Database, municipalityId: string, now: Date, most = 200): Promise<number> =>
  asJob(gate, municipalityId, now, async (room) => {
    const due = await room.tx
      .selectFrom("trail.outbox")
      .select(["id", "signal_id", "position"])
      .where("municipality_id", "=", municipalityId)
      .where("delivered_at", "is", null)
      .where("due_at", "<=", now)
      .orderBy("due_at")
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute();
    if (due.length === 0) return 0;
    const facilitators = await findFacilitators(room);
    const mailed: Mailed[] = [];
    for (const { signal_id, position } of due) mailed.push(...(await tell(room, signal_id, position, facilitators)));
    await awaitMail(room, mailed);
    await room.tx
      .updateTable("trail.outbox")
      .set({ delivered_at: now })
      .where("municipality_id", "=", municipalityId)
      .where(
        "id",
        "in",
        due.map(({ id }) => id),
      )
      .execute();
    return due.length;
  });

/** Writes the messages of one fact; returns who hears of it by e-mail besides. */
async function tell(room: Room, signalId: string, position: number, facilitators: readonly string[]): Promise<Mailed[]> {
  const signal = await findSignal(room, signalId);
  const course = signal ? await findCourse(room, signalId) : [];
  const fact = course.find((one) => one.position === position);
  if (!signal || !fact) return [];
  const told = recipients(signal, course, fact, facilitators);
  const rhythms = await findRhythms(
    room,
    told.map(({ memberId }) => memberId),
  );
  const messages = told.map(({ memberId, why }) => ({
    municipality_id: room.actor.municipalityId,
    id: v7({ msecs: fact.at.getTime() }),
    member_id: memberId,
    kind: fact.kind,
    why,
    signal_id: signalId,
    position,
    at: fact.at,
    // Nobody is mailed about their own deed.
    mail: (memberId !== fact.byMember && mailFor(fact.kind, why, rhythms.get(memberId) ?? "none")) || null,
  }));
  if (messages.length > 0) await room.tx.insertInto("organisation.message").values(messages).execute();
  return messages.flatMap(({ member_id: memberId, mail: kind }) => (kind ? [{ memberId, kind }] : []));
}

const findFacilitators = async ({ tx, actor }: Room): Promise<string[]> =>
  (
    await tx
      .selectFrom("organisation.member")
      .select("id")
      .where("municipality_id", "=", actor.municipalityId)
      .where("ended_at", "is", null)
      .where(sql<boolean>`'facilitator' = any (roles)`)
      .execute()
  ).map(({ id }) => id);

/** Signals that nobody could be asked for come to the facilitators on their day; returns how many did. */
export const routeUnrouted = (gate: Database, municipalityId: string, now: Date): Promise<number> =>
  asJob(gate, municipalityId, now, async (room) => {
    const waiting = (await signalRows(room.tx, municipalityId)
      .where("route_due", "<=", dayOf(now))
      .orderBy("route_due")
      .limit(200)
      .forUpdate("signal")
      .skipLocked()
      .execute()) as Signal[];
    if (waiting.length === 0) return 0;
    const facilitators = await findFacilitators(room);
    // Without a facilitator it keeps waiting: somebody may still become one.
    if (facilitators.length === 0) return 0;
    for (const signal of waiting) await record(room, signal, toFacilitators(signal, facilitators), v7());
    return waiting.length;
  });

/** Drafts thrown away or released longer ago than they can be brought back are gone for good. */
export const sweepDrafts = (gate: Database, municipalityId: string, now: Date): Promise<number> =>
  asJob(gate, municipalityId, now, async ({ tx }) => {
    const before = new Date(now.getTime() - 2 * undoSeconds * 1000);
    const gone = await tx.deleteFrom("draft.draft").where("municipality_id", "=", municipalityId).where("removed_at", "<", before).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });

/** Since when the oldest deed waits to be told that should have been by now; undefined when none does. */
export const oldestUntold = async ({ tx, actor, now }: Room): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom("trail.outbox")
      .select("due_at")
      .where("municipality_id", "=", actor.municipalityId)
      .where("delivered_at", "is", null)
      .where("due_at", "<=", now)
      .orderBy("due_at")
      .limit(1)
      .executeTakeFirst()
  )?.due_at;
