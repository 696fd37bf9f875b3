import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Actor, Role } from "#src/kernel/actor.ts";
import { asActor, type Database, type Room } from "./database.ts";
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

/** What a form carries for this session; it follows from the token, and nothing follows from it. */
const formTokenOf = (token: string): string => createHmac("sha256", token).update("haarvat form").digest("base64url");

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
  // A role that was taken away ends the session that acts in it; of who left, or was logged out, no session is found.
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
  return { actor, name, title, teamName, roles, laws, language, formToken: formTokenOf(token), deviceMark: markOf(actor.memberId, secret) };
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

/** What the provider said about a login, besides who it is. */
type Assured = { readonly acr?: string | undefined };

/** Opens a session for somebody and returns the secret for the cookie. */
export async function beginSession(database: Database, actor: Actor, now: Date, { acr }: Assured = {}): Promise<string> {
  return asActor(database, actor, now, async (room) => {
    const token = await openSession(room, { role: actor.role, represents: actor.represents ?? null, acr: acr ?? null, began_at: now });
    await leaveTrail(room, { action: "session-begun", objectKind: "member", objectId: actor.memberId, purpose: "login" });
    return token;
  });
}

type Opened = { role: string; represents: string | null; acr: string | null; began_at: Date };

async function openSession({ tx, actor, now }: Room, opened: Opened): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx
    .insertInto("organisation.session")
    .values({
      municipality_id: actor.municipalityId,
      token_hash: hashOf(token),
      form_hash: hashOf(formTokenOf(token)),
      member_id: actor.memberId,
      seen_at: now,
      ...opened,
    })
    .execute();
  return token;
}

const close = ({ tx, actor, now }: Room, token: string) =>
  tx
    .updateTable("organisation.session")
    .set({ ended_at: now })
    .where("municipality_id", "=", actor.municipalityId)
    .where("token_hash", "=", hashOf(token))
    .where("ended_at", "is", null);

export const endSession = (database: Database, actor: Actor, token: string, now: Date) =>
  asActor(database, actor, now, async (room) => {
    await close(room, token).execute();
    await leaveTrail(room, { action: "session-ended", objectKind: "member", objectId: actor.memberId, purpose: "login" });
  });

/** Ends every session of a member, wherever it is, from the next request on: one's own, or as an administrator somebody else's. */
export async function endAllSessions(room: Room, memberId: string): Promise<void> {
  const ended = await room.tx
    .updateTable("organisation.member")
    .set({ logged_out_at: room.now })
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("id", "=", memberId)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return;
  await leaveTrail(room, { action: "all-sessions-ended", objectKind: "member", objectId: memberId, purpose: "login" });
}

/** From now on one acts in another role: under a new secret, and no longer than the session would have lasted. Returns the secret; undefined when the session ended meanwhile. */
export const actInRole = (database: Database, actor: Actor, token: string, role: Role, now: Date): Promise<string | undefined> =>
  asActor(database, actor, now, async (room) => {
    const before = await close(room, token).returning(["represents", "acr", "began_at"]).executeTakeFirst();
    if (!before) return undefined;
    await leaveTrail(room, { action: `acts-as-${role}`, objectKind: "member", objectId: actor.memberId, purpose: "login" });
    return openSession(room, { ...before, role });
  });

/** Whose form this is, also after its session ended; undefined when nobody knows, or that person left. */
export async function findWriter(database: Database, municipalityId: string, formToken: string): Promise<Actor | undefined> {
  const found = await sql<Pick<Row, "member_id" | "role" | "team_id">>`select * from organisation.whose_form(${municipalityId}, ${hashOf(formToken)})`.execute(
    database,
  );
  const row = found.rows[0];
  return row && { memberId: row.member_id, municipalityId, role: row.role, teamId: row.team_id, otherTeamIds: [] };
}
