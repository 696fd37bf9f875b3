import { v7 } from "uuid";
import type { Language } from "#src/kernel/language.ts";
import type { Rhythm } from "#src/kernel/rhythm.ts";
import type { Room } from "#src/platform/database.ts";
import { backOffMs, dueAt, type NotSent, whyNot } from "./due.ts";
import type { MailKind } from "./kind.ts";

/** Who hears something by e-mail, and with which. */
export type Mailed = { readonly memberId: string; readonly kind: MailKind };

/** In which rhythm each of these people wants e-mail; whoever left or has no address is not among them. */
export async function findRhythms({ tx, actor }: Room, memberIds: readonly string[]): Promise<ReadonlyMap<string, Rhythm>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("organisation.member")
    .select(["id", "mail_rhythm"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "in", memberIds)
    .where("email", "is not", null)
    .where("ended_at", "is", null)
    .execute();
  return new Map(rows.map(({ id, mail_rhythm }) => [id, mail_rhythm as Rhythm]));
}

/** Sees to it that an e-mail of this kind waits for each of these people. One that waits already is locked, so that it cannot be ended unseen meanwhile. */
export async function awaitMail(room: Room, told: readonly Mailed[]): Promise<void> {
  const { tx, actor, now } = room;
  const once = [...new Map(told.map((one) => [`${one.memberId} ${one.kind}`, one])).values()].sort((one, other) => (one.memberId < other.memberId ? -1 : 1));
  for (const { memberId, kind } of once) {
    const due = dueAt(kind, now, kind === "at-once" ? await lastAtOnce(room, memberId) : undefined);
    await tx
      .insertInto("trail.mail")
      .values({ municipality_id: actor.municipalityId, id: v7({ msecs: now.getTime() }), member_id: memberId, kind, due_at: due, try_at: due })
      .onConflict((waiting) =>
        waiting
          .columns(["municipality_id", "member_id", "kind"])
          .where("ended_at", "is", null)
          .doUpdateSet(({ ref }) => ({ tries: ref("trail.mail.tries") })),
      )
      .execute();
  }
}

const lastAtOnce = async ({ tx, actor }: Room, memberId: string): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom("trail.mail")
      .select("ended_at")
      .where("municipality_id", "=", actor.municipalityId)
      .where("member_id", "=", memberId)
      .where("kind", "=", "at-once")
      .where("result", "=", "sent")
      .orderBy("ended_at", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.ended_at ?? undefined;

/** An e-mail that this process may send now, and nobody else until its time for that is over. */
export type Claimed = {
  readonly id: string;
  readonly memberId: string;
  readonly kind: MailKind;
  readonly count: number;
  readonly to: string;
  readonly language: Language;
  readonly rhythm: Rhythm;
};

/** Takes the e-mail that waits longest: to send it, or to end it here because it should not go out after all. Undefined: none is due. */
export async function claimMail(room: Room): Promise<Claimed | { readonly ended: NotSent } | undefined> {
  const { tx, actor, now } = room;
  const row = await tx
    .selectFrom("trail.mail")
    .select(["id", "member_id", "kind", "due_at", "tries"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("ended_at", "is", null)
    .where("try_at", "<=", now)
    .orderBy("try_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, member_id: memberId } = row;
  const kind = row.kind as MailKind;
  // What comes after the first try goes with the next e-mail: this one may have arrived although we did not hear so.
  if (row.tries === 0) await gather(room, id, memberId, kind);
  const { email, ended_at, language, mail_rhythm } = await tx
    .selectFrom("organisation.member")
    .select(["email", "ended_at", "language", "mail_rhythm"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", memberId)
    .executeTakeFirstOrThrow();
  const rhythm = mail_rhythm as Rhythm;
  const count = await countUnread(room, id);
  const not = whyNot({ email, endedAt: ended_at, rhythm }, count, { dueAt: row.due_at, tries: row.tries }, now);
  if (not) {
    await endMail(room, { id, memberId, kind }, not);
    return { ended: not };
  }
  const tries = row.tries + 1;
  await tx
    .updateTable("trail.mail")
    .set({ tries, try_at: new Date(now.getTime() + backOffMs(tries)) })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", id)
    .execute();
  return { id, memberId, kind, count, to: email!, language: language as Language, rhythm };
}

const gather = ({ tx, actor }: Room, id: string, memberId: string, kind: MailKind) =>
  tx
    .updateTable("organisation.message")
    .set({ mail_id: id })
    .where("municipality_id", "=", actor.municipalityId)
    .where("member_id", "=", memberId)
    .where("mail", "=", kind)
    .where("mail_id", "is", null)
    .where("read_at", "is", null)
    .execute();

/** What is still unread of what an e-mail tells, without signals that were withdrawn from its receiver. */
async function countUnread({ tx, actor }: Room, id: string): Promise<number> {
  const { count } = await tx
    .selectFrom("organisation.message as message")
    .innerJoin("learning.signal as signal", (join) =>
      join.onRef("signal.municipality_id", "=", "message.municipality_id").onRef("signal.id", "=", "message.signal_id"),
    )
    .where("message.municipality_id", "=", actor.municipalityId)
    .where("mail_id", "=", id)
    .where("read_at", "is", null)
    .where((is) => is.or([is("signal.audience", "<>", "bringer"), is("signal.bringer_id", "=", is.ref("message.member_id"))]))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Closes an e-mail, and lets the next one wait for what came meanwhile. */
export async function endMail(
  room: Room,
  { id, memberId, kind }: Pick<Claimed, "id" | "memberId" | "kind">,
  result: NotSent | "sent" | "refused",
): Promise<void> {
  const { tx, actor, now } = room;
  await tx.updateTable("trail.mail").set({ ended_at: now, result }).where("municipality_id", "=", actor.municipalityId).where("id", "=", id).execute();
  const later = await tx
    .selectFrom("organisation.message")
    .select("id")
    .where("municipality_id", "=", actor.municipalityId)
    .where("member_id", "=", memberId)
    .where("mail", "=", kind)
    .where("mail_id", "is", null)
    .where("read_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (later) await awaitMail(room, [{ memberId, kind }]);
}
