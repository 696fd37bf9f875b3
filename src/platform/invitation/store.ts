import { timingSafeEqual } from "node:crypto";
import { v7 } from "uuid";
import type { Actor, Role } from "#src/kernel/actor.ts";
import { asActor, asVisitor, type Database, nobody, type Room } from "#src/platform/database.ts";
import { isAddress } from "#src/platform/mail/address.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { hashOfCode, newCode } from "./code.ts";

const hour = 3_600_000;
const lasts = 24 * hour;
export const mostWrong = 5;

/** Who is invited, as what, into which team; with `memberId` the login of somebody who is here already is bound anew. */
export type Wished = {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly teamId: string;
  readonly memberId?: string | undefined;
};

/** The code is shown or sent once; only its hash stays. */
export type Invited = { readonly id: string; readonly code: string; readonly endsAt: Date };

/** Where somebody types the code. */
export const addressOf = (origin: string, id: string): string => `${origin}/invitation/${id}`;

/** Invites somebody, once, for 24 hours: as an administrator, or at the command line. */
export async function invite(room: Room, { email, name, title, roles, teamId, memberId }: Wished): Promise<Invited> {
  const { tx, actor, now } = room;
  const [id, code, endsAt] = [v7({ msecs: now.getTime() }), newCode(), new Date(now.getTime() + lasts)];
  await tx
    .insertInto("organisation.invitation")
    .values({
      municipality_id: actor.municipalityId,
      id,
      code_hash: hashOfCode(code),
      email,
      name,
      title,
      roles: [...roles],
      team_id: teamId,
      member_id: memberId ?? null,
      made_by: actor.memberId === nobody ? null : actor.memberId,
      made_at: now,
      ends_at: endsAt,
    })
    .execute();
  await leaveTrail(room, { action: "invited", objectKind: "invitation", objectId: id, purpose: "members" });
  return { id, code, endsAt };
}

/** What an invitation offers, while it can still be accepted. */
export type Open = { readonly id: string; readonly name: string; readonly title: string; readonly roles: readonly Role[]; readonly teamName: string };

const usable = ({ tx, actor, now }: Room, id: string) =>
  tx
    .selectFrom("organisation.invitation as invitation")
    .where("invitation.municipality_id", "=", actor.municipalityId)
    .where("invitation.id", "=", id)
    .where("used_at", "is", null)
    .where("ends_at", ">", now)
    .where("wrong_tries", "<", mostWrong);

export const findOpen = async (room: Room, id: string): Promise<Open | undefined> =>
  (await usable(room, id)
    .innerJoin("organisation.team as team", (join) =>
      join.onRef("team.municipality_id", "=", "invitation.municipality_id").onRef("team.id", "=", "invitation.team_id"),
    )
    .select(["invitation.id", "invitation.name", "title", "roles", "team.name as teamName"])
    .executeTakeFirst()) as Open | undefined;

/** Whether this code opens this invitation. The fifth wrong one ends it; an invitation that is not there counts nothing. */
export async function tryCode(room: Room, id: string, typed: string): Promise<boolean> {
  const found = await usable(room, id).select("code_hash").forUpdate().executeTakeFirst();
  if (!found) return false;
  if (timingSafeEqual(found.code_hash, hashOfCode(typed))) return true;
  await room.tx
    .updateTable("organisation.invitation")
    .set(({ eb }) => ({ wrong_tries: eb("wrong_tries", "+", 1) }))
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", id)
    .execute();
  await leaveTrail(room, { action: "invitation-tried", objectKind: "invitation", objectId: id, purpose: "login", result: "refused" });
  return false;
}

/** Who logged in at the provider; the name and the e-mail address are its own, where it says them. */
export type LoggedIn = {
  readonly issuer: string;
  readonly subject: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly language: string;
};

/**
 * Lets in whoever logged in with an invitation whose code they typed: as a new member, as one who comes back, or as one whose
 * login is bound anew. Undefined when it was used or ended meanwhile, or when this login is somebody's who works here: an
 * invitation gives nobody another role, and so an administrator gives none to themselves by it.
 */
export async function accept(gate: Database, municipalityId: string, id: string, login: LoggedIn, now: Date): Promise<Actor | undefined> {
  const found = await asVisitor(gate, municipalityId, now, async (room) => ({
    invitation: await usable(room, id).selectAll("invitation").executeTakeFirst(),
    known: await room.tx
      .selectFrom("organisation.member")
      .select(["id", "ended_at"])
      .where("municipality_id", "=", municipalityId)
      .where("issuer", "=", login.issuer)
      .where("subject", "=", login.subject)
      .executeTakeFirst(),
    usual: await room.tx.selectFrom("organisation.municipality").select("mail_rhythm").where("id", "=", municipalityId).executeTakeFirstOrThrow(),
  }));
  const { invitation, known, usual } = found;
  if (!invitation || (known && known.id === invitation.made_by)) return undefined;
  if (known && (invitation.member_id ? known.id !== invitation.member_id : known.ended_at === null)) return undefined;
  const memberId = invitation.member_id ?? known?.id ?? v7({ msecs: now.getTime() });
  const { title, roles, team_id } = invitation;
  const email = login.email && isAddress(login.email) ? login.email : invitation.email;
  const actor: Actor = { memberId, municipalityId, role: roles[0] as Role, teamId: team_id, otherTeamIds: [] };
  return asActor(gate, { ...actor, role: "invited" as Role }, now, async (room) => {
    if (!(await usable(room, id).select("invitation.id").forUpdate().executeTakeFirst())) return undefined;
    const is = { issuer: login.issuer, subject: login.subject, name: login.name ?? invitation.name, title, roles, team_id, email };
    if (invitation.member_id ?? known)
      await room.tx
        .updateTable("organisation.member")
        .set({ ...is, ended_at: null })
        .where("municipality_id", "=", municipalityId)
        .where("id", "=", memberId)
        .execute();
    else
      await room.tx
        .insertInto("organisation.member")
        .values({ municipality_id: municipalityId, id: memberId, language: login.language, ...usual, ...is })
        .execute();
    await room.tx.updateTable("organisation.invitation").set({ used_at: now }).where("municipality_id", "=", municipalityId).where("id", "=", id).execute();
    await leaveTrail(room, { action: "invitation-accepted", objectKind: "invitation", objectId: id, purpose: "login" });
    return actor;
  });
}
