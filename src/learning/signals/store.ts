import { type Selectable, type SelectQueryBuilder, sql } from "kysely";
import { v7 } from "uuid";
import type { Room } from "#src/platform/database.ts";
import type { Schema } from "#src/platform/schema.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { Changes, Deed, Part, Signal } from "./signal.ts";
import { undoSeconds } from "./undo.ts";

type Rows = SelectQueryBuilder<Schema, never, Selectable<Schema["learning.signal"]>>;

// Every statement names the municipality, although row-level security would: on Citus that is one shard instead of all.

/** The signal, when this person may see it; `undefined` is both "not there" and "not yours". */
export const findSignal = ({ tx, actor }: Room, id: string): Promise<Signal | undefined> =>
  signalRows(tx, actor.municipalityId).where("signal.id", "=", id).executeTakeFirst() as Promise<Signal | undefined>;

/** The same, held for a deed: of two people at once, the second decides on what the first left. */
export const holdSignal = ({ tx, actor }: Room, id: string): Promise<Signal | undefined> =>
  signalRows(tx, actor.municipalityId).where("signal.id", "=", id).forUpdate("signal").executeTakeFirst() as Promise<Signal | undefined>;

/** All columns of signals under the names of the domain; the one place that knows both. With `only`, of no more than those rows: what is joined is then looked up for them alone. */
export const signalRows = (tx: Room["tx"], municipalityId: string, only?: Rows) =>
  tx
    .selectFrom((only?.as("signal") ?? "learning.signal as signal") as "learning.signal as signal")
    .innerJoin("organisation.team as team", (join) => join.onRef("team.municipality_id", "=", "signal.municipality_id").onRef("team.id", "=", "signal.team_id"))
    .leftJoin("organisation.member as asked", (join) =>
      join.onRef("asked.municipality_id", "=", "signal.municipality_id").onRef("asked.id", "=", "signal.asked_id"),
    )
    .innerJoin("organisation.member as bringer", (join) =>
      join.onRef("bringer.municipality_id", "=", "signal.municipality_id").onRef("bringer.id", "=", "signal.bringer_id"),
    )
    .where("signal.municipality_id", "=", municipalityId)
    .select(({ ref }) => ["asked.title as askedTitle", sql<string | null>`case when ${ref("signal.named")} then ${ref("bringer.name")} end`.as("bringerName")])
    .select([
      "signal.id",
      "signal.kind",
      "signal.state",
      "signal.version",
      "signal.bringer_id as bringerId",
      "signal.bringer_role as bringerRole",
      "signal.team_id as teamId",
      "team.name as teamName",
      "signal.audience",
      "signal.readers",
      "signal.addressed_to as addressedTo",
      "signal.named",
      "signal.asked_id as askedId",
      "signal.deputy_id as deputyId",
      "signal.voice",
      "signal.matters_source as mattersSource",
      "signal.laws",
      "signal.life_areas as lifeAreas",
      "signal.snags",
      "signal.stage",
      "signal.level",
      "signal.harm",
      "signal.without_money as withoutMoney",
      "signal.taken_by_id as takenById",
      "signal.released_at as releasedAt",
      "signal.changed_at as changedAt",
      "signal.first_reply_at as firstReplyAt",
      "signal.first_answer_at as firstAnswerAt",
      "signal.answer_due as answerDue",
      "signal.route_due as routeDue",
      "signal.checkpoint",
      "signal.told_position as toldPosition",
    ]);

const columns = {
  askedId: "asked_id",
  deputyId: "deputy_id",
  audience: "audience",
  readers: "readers",
  addressedTo: "addressed_to",
  withoutMoney: "without_money",
  takenById: "taken_by_id",
  firstReplyAt: "first_reply_at",
  firstAnswerAt: "first_answer_at",
  answerDue: "answer_due",
  routeDue: "route_due",
  checkpoint: "checkpoint",
  toldPosition: "told_position",
} as const satisfies Record<keyof Changes, string>;

const asColumns = (changes: Changes) => Object.fromEntries(Object.entries(changes).map(([name, value]) => [columns[name as keyof Changes], value]));

/**
 * Writes what changed, the fact, its words, what has to be told, and the trail, together; for a signal that is held.
 * `deedId` comes with the form, so that the same form counts once.
 */
export async function record(room: Room, signal: Signal, deed: Deed, deedId: string): Promise<void> {
  const { tx, actor, now } = room;
  const municipality_id = actor.municipalityId;
  const position = signal.version + 1;
  const { numUpdatedRows } = await tx
    .updateTable("learning.signal")
    .set({ ...asColumns(deed.set ?? {}), state: deed.to, version: position, changed_at: now })
    .where("municipality_id", "=", municipality_id)
    .where("id", "=", signal.id)
    .where("version", "=", signal.version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Error("A deed was recorded on a signal that was not held");
  const after = { ...signal, ...deed.set };
  if (deed.set?.audience ?? deed.set?.readers ?? deed.set?.addressedTo) await spread(room, signal, after);
  await write(room, after, position, deed, deedId, before(signal, deed.set ?? {}));
  await leaveTrail(room, { action: deed.kind, objectKind: "signal", objectId: signal.id, purpose: "learning" });
}

/** The fact with its words, and the row in the outbox; for a signal at `position`, as it is readable from now on. */
export async function write(
  { tx, actor, now }: Room,
  signal: Pick<Signal, "id" | "bringerId" | "teamId" | "audience" | "readers" | "addressedTo">,
  position: number,
  deed: Deed,
  deedId: string,
  earlier: Changes = {},
): Promise<void> {
  const municipality_id = actor.municipalityId;
  const said = Object.entries(deed.said ?? {}).filter(([, content]) => content) as [Part, string][];
  const readable = {
    bringer_id: signal.bringerId,
    team_id: signal.teamId,
    audience: signal.audience,
    readers: [...signal.readers],
    addressed_to: [...signal.addressedTo],
  };
  const content = JSON.stringify({ codes: deed.codes ?? {}, parts: said.map(([part]) => part), before: earlier });
  const fact = { municipality_id, signal_id: signal.id, position, ...readable, kind: deed.kind, content, state: deed.to };
  await tx
    .insertInto("learning.signal_fact")
    .values({ ...fact, by_member: actor.memberId, by_role: actor.role, by_team: actor.teamId, at: now, deed: deedId })
    .execute();
  if (said.length > 0) {
    const texts = said.map(([part, words]) => ({
      municipality_id,
      signal_id: signal.id,
      position,
      part,
      ...readable,
      author_id: actor.memberId,
      content: words,
    }));
    await tx.insertInto("learning.text").values(texts).execute();
  }
  const due_at = new Date(now.getTime() + undoSeconds * 1000);
  await tx
    .insertInto("trail.outbox")
    .values({ municipality_id, id: v7({ msecs: now.getTime() }), signal_id: signal.id, position, kind: deed.kind, due_at })
    .execute();
}

const before = (signal: Signal, set: Changes): Changes =>
  Object.fromEntries(
    Object.keys(set)
      .filter((name) => name !== "addressedTo")
      .map((name) => [name, signal[name as keyof Changes]]),
  );

/** Facts and words repeat who may read them; when that grows they follow, and who is newly addressed can find the signal. */
async function spread({ tx, actor, now }: Room, earlier: Signal, { id, audience, readers, addressedTo }: Signal): Promise<void> {
  const municipality_id = actor.municipalityId;
  const readable = { audience, readers: [...readers], addressed_to: [...addressedTo] };
  await tx.updateTable("learning.signal_fact").set(readable).where("municipality_id", "=", municipality_id).where("signal_id", "=", id).execute();
  await tx.updateTable("learning.text").set(readable).where("municipality_id", "=", municipality_id).where("signal_id", "=", id).execute();
  await address(
    tx,
    municipality_id,
    id,
    addressedTo.filter((memberId) => !earlier.addressedTo.includes(memberId)),
    now,
  );
}

/** Whom a signal was sent to, as rows of their own. */
export async function address(tx: Room["tx"], municipality_id: string, signal_id: string, memberIds: readonly string[], at: Date): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .insertInto("learning.addressed")
    .values(memberIds.map((member_id) => ({ municipality_id, member_id, signal_id, at })))
    .execute();
}
