import { createHmac } from "node:crypto";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor, asJob, type Database, type Room } from "#src/platform/database.ts";
import { lock, unlock } from "#src/platform/locked.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { type Kept, sameness } from "./kept.ts";

const minute = 60_000;
const lasts = 60 * minute;
/** More than this of one person is not kept; the page itself then still shows what was sent. */
const most = 20;

/** Until when what came at this moment is kept. */
export const keptUntil = (at: Date): Date => new Date(at.getTime() + lasts);

const purposeOf = ({ municipalityId, memberId }: Actor): string => `kept post ${municipalityId} ${memberId}`;

/** The same form of the same person has the same id. */
function idOf(secret: string, actor: Actor, kept: Kept): string {
  const hex = createHmac("sha256", secret)
    .update(`${purposeOf(actor)} ${sameness(kept)}`)
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const own = ({ tx, actor, now }: Room) =>
  tx
    .selectFrom("organisation.kept_post")
    .where("municipality_id", "=", actor.municipalityId)
    .where("member_id", "=", actor.memberId)
    .where("kept_at", ">", new Date(now.getTime() - lasts));

/** Keeps what somebody sent too late, for that person alone, for an hour; the same form again replaces what it held. Undefined when that is too much. */
export const keep = (database: Database, writer: Actor, secret: string, kept: Kept, now: Date): Promise<string | undefined> =>
  asActor(database, writer, now, async (room) => {
    const id = idOf(secret, writer, kept);
    const waiting = (await own(room).select("id").execute()).map((row) => row.id);
    if (waiting.length >= most && !waiting.includes(id)) return undefined;
    const content = lock(secret, purposeOf(writer), JSON.stringify(kept));
    await room.tx
      .insertInto("organisation.kept_post")
      .values({ municipality_id: writer.municipalityId, id, member_id: writer.memberId, kept_at: now, content })
      .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doUpdateSet({ content, kept_at: now }))
      .execute();
    if (!waiting.includes(id)) await leaveTrail(room, { action: "post-kept", objectKind: "member", objectId: writer.memberId, purpose: "login" });
    return id;
  });

export type KeptPost = Kept & { readonly id: string; readonly keptAt: Date };

/** What is kept for whoever this is, the newest first. */
export async function findKept(room: Room, secret: string): Promise<KeptPost[]> {
  const rows = await own(room).select(["id", "kept_at as keptAt", "content"]).orderBy("kept_at", "desc").execute();
  return rows.flatMap(({ id, keptAt, content }) => {
    const text = unlock(secret, purposeOf(room.actor), content);
    return text === undefined ? [] : [{ id, keptAt, ...(JSON.parse(text) as Kept) }];
  });
}

export const anythingKept = async (room: Room): Promise<boolean> => (await own(room).select("id").limit(1).execute()).length > 0;

/** It was sent after all, or thrown away. */
export async function letGo(room: Room, id: string): Promise<boolean> {
  const gone = await room.tx
    .deleteFrom("organisation.kept_post")
    .where("municipality_id", "=", room.actor.municipalityId)
    .where("member_id", "=", room.actor.memberId)
    .where("id", "=", id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** A form that stood open longer than this after its session ended is not known any more. */
const known = 24 * 60 * minute;

/** What was kept for an hour goes, and so do sessions that cannot say any more whose form it was. */
export const sweepSessions = (gate: Database, municipalityId: string, now: Date): Promise<number> =>
  asJob(gate, municipalityId, now, async ({ tx }) => {
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const posts = await tx
      .deleteFrom("organisation.kept_post")
      .where("municipality_id", "=", municipalityId)
      .where("kept_at", "<=", before(lasts))
      .executeTakeFirst();
    const sessions = await tx
      .deleteFrom("organisation.session")
      .where("municipality_id", "=", municipalityId)
      .where("seen_at", "<=", before(known))
      .executeTakeFirst();
    return Number(posts.numDeletedRows + sessions.numDeletedRows);
  });
