import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Actor, Role } from "#src/kernel/actor.ts";
import { asActor, type Database } from "./database.ts";
import type { Language } from "#src/kernel/language.ts";
import { leaveTrail } from "./trail.ts";

/** Who is logged in here, as found by the secret in the cookie. */
export type Session = {
  readonly actor: Actor;
  readonly name: string;
  readonly title: string;
  readonly teamName: string;
  readonly roles: readonly Role[];
  readonly laws: readonly string[];
  readonly language: Language;
  /** What every form of this session carries, so that no other site can post in its name. */
  readonly formToken: string;
  /** The same for every session of this member, and for nobody else. */
  readonly deviceMark: string;
};

const minute = 60_000;
/** Idle 15 minutes or ten hours old, whichever comes first, ends a session. */
const idle = 15 * minute;
const absolute = 600 * minute;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** What a form carries for this session; derived, so that it needs no row. */
const formTokenOf = (token: string, secret: string): string => createHmac("sha256", secret).update(`form ${token}`).digest("base64url");

const markOf = (memberId: string, secret: string): string => createHmac("sha256", secret).update(`device ${memberId}`).digest("base64url").slice(0, 16);

/** Compares two secrets in a time that tells nothing about where they differ. */
export function sameText(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

type Row = {
  member_id: string;
  role: Role;
  represents: string | null;
  began_at: Date;
  seen_at: Date;
  name: string;
  title: string;
  roles: Role[];
  team_id: string;
  other_team_ids: string[];
  team_name: string;
  laws: string[];
  language: Language;
};

/** Finds the session of a cookie in one municipality; undefined when it never was, ended, or waited too long. */
export async function findSession(database: Database, municipalityId: string, token: string, secret: string, now: Date): Promise<Session | undefined> {
  const found = await sql<Row>`select * from organisation.whose_session(${municipalityId}, ${hashOf(token)})`.execute(database);
  const row = found.rows[0];
  // A role that was taken away ends the session that acts in it.
  if (!row?.roles.includes(row.role) || now.getTime() - row.seen_at.getTime() > idle || now.getTime() - row.began_at.getTime() > absolute) return undefined;
  const actor: Actor = {
    memberId: row.member_id,
    municipalityId,
    role: row.role,
    teamId: row.team_id,
    otherTeamIds: row.other_team_ids,
    represents: row.represents ?? undefined,
  };
  if (now.getTime() - row.seen_at.getTime() > minute) await seen(database, actor, token, now);
  const { name, title, team_name: teamName, roles, laws, language } = row;
  return { actor, name, title, teamName, roles, laws, language, formToken: formTokenOf(token, secret), deviceMark: markOf(actor.memberId, secret) };
}

const seen = (database: Database, actor: Actor, token: string, now: Date) =>
  asActor(database, actor, now, ({ tx }) =>
    tx
      .updateTable("organisation.session")
      .set({ seen_at: now })
      .where("municipality_id", "=", actor.municipalityId)
      .where("token_hash", "=", hashOf(token))
      .execute(),
  );

/** Opens a session for somebody and returns the secret for the cookie. */
export async function beginSession(database: Database, actor: Actor, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const row = {
    municipality_id: actor.municipalityId,
    token_hash: hashOf(token),
    member_id: actor.memberId,
    role: actor.role,
    represents: actor.represents ?? null,
    began_at: now,
    seen_at: now,
  };
  await asActor(database, actor, now, async (room) => {
    await room.tx.insertInto("organisation.session").values(row).execute();
    await leaveTrail(room, { action: "session-begun", objectKind: "member", objectId: actor.memberId, purpose: "login" });
  });
  return token;
}

export const endSession = (database: Database, actor: Actor, token: string, now: Date) =>
  asActor(database, actor, now, async (room) => {
    await room.tx.deleteFrom("organisation.session").where("municipality_id", "=", actor.municipalityId).where("token_hash", "=", hashOf(token)).execute();
    await leaveTrail(room, { action: "session-ended", objectKind: "member", objectId: actor.memberId, purpose: "login" });
  });

/** From now on this session acts in another of the member's roles. */
export const actInRole = (database: Database, actor: Actor, token: string, role: Role, now: Date) =>
  asActor(database, actor, now, async (room) => {
    await room.tx
      .updateTable("organisation.session")
      .set({ role })
      .where("municipality_id", "=", actor.municipalityId)
      .where("token_hash", "=", hashOf(token))
      .execute();
    await leaveTrail(room, { action: `acts-as-${role}`, objectKind: "member", objectId: actor.memberId, purpose: "login" });
  });
