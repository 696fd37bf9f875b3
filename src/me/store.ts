import type { Language } from "#src/kernel/language.ts";
import type { Rhythm } from "#src/kernel/rhythm.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";

export type Chosen = { readonly language: Language; readonly rhythm: Rhythm };
/** How somebody wants to be spoken to, where e-mail goes, and whether the last one arrived. */
export type Settings = Chosen & { readonly email: string | null; readonly arrived: boolean };

export async function findSettings({ tx, actor }: Room): Promise<Settings> {
  const member = await tx
    .selectFrom("organisation.member")
    .select(["email", "language", "mail_rhythm"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", actor.memberId)
    .executeTakeFirstOrThrow();
  const last = await tx
    .selectFrom("trail.mail")
    .select("result")
    .where("municipality_id", "=", actor.municipalityId)
    .where("member_id", "=", actor.memberId)
    .where("result", "in", ["sent", "refused", "given-up"])
    .orderBy("ended_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    email: member.email,
    language: member.language as Language,
    rhythm: member.mail_rhythm as Rhythm,
    arrived: last === undefined || last.result === "sent",
  };
}

/** Keeps what somebody chose for themselves. */
export async function saveSettings(room: Room, { language, rhythm }: Chosen): Promise<void> {
  const { tx, actor } = room;
  await tx
    .updateTable("organisation.member")
    .set({ language, mail_rhythm: rhythm })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", actor.memberId)
    .execute();
  await leaveTrail(room, { action: "settings-changed", objectKind: "member", objectId: actor.memberId, purpose: "own-settings" });
}
