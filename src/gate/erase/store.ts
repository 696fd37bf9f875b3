import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Ground, holdSignal, type Part, record } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { emptyOut, eraseFromDrafts, forgetCleared } from "./draft-store.ts";
import { isTelling } from "./erase.ts";
import { bury } from "./tombstone-store.ts";

/** One text of a signal: what was said in which part of which fact. */
export type Which = { readonly signalId: string; readonly position: number; readonly part: Part };

/** In how many texts and drafts the words were. */
export type Erased = { readonly texts: number; readonly drafts: number };

type Row = Which & { readonly words: string };

/** Erases one text for good, and the same words wherever else they stand; undefined when there is no such text any more. */
export async function eraseText(room: Room, key: Buffer, { signalId, position, part }: Which, ground: Ground): Promise<Erased | undefined> {
  const rows = await texts(room).where("signal_id", "=", signalId).where("position", "=", position).where("part", "=", part).execute();
  return rows.length === 0 ? undefined : erase(room, key, rows as Row[], ground);
}

/** The same for all words of one signal, those that were undone or shielded included. */
export async function eraseSignal(room: Room, key: Buffer, signalId: string, ground: Ground): Promise<Erased | undefined> {
  const rows = await texts(room).where("signal_id", "=", signalId).execute();
  return rows.length === 0 ? undefined : erase(room, key, rows as Row[], ground);
}

/** Erases all words of a draft, and the same words wherever else they stand. */
export async function eraseDraft(room: Room, key: Buffer, id: string, ground: Ground): Promise<Erased | undefined> {
  const said = await emptyOut(room, id);
  if (!said) return undefined;
  for (const [part, words] of said) await bury(room, key, { objectKind: "draft", objectId: id, position: null, part, words }, ground);
  const elsewhere = await erase(
    room,
    key,
    [],
    ground,
    said.map(([, words]) => words),
  );
  return { ...elsewhere, drafts: elsewhere.drafts + 1 };
}

const texts = ({ tx, actor }: Room) =>
  tx
    .selectFrom("learning.text")
    .select(["signal_id as signalId", "position", "part", "content as words"])
    .where("municipality_id", "=", actor.municipalityId)
    .where("content", "is not", null);

/** Texts of any signal that say the same: a release that was taken back leaves its words twice. */
async function sameWords(room: Room, said: readonly string[]): Promise<Row[]> {
  const telling = said.filter(isTelling).map((words) => words.trim());
  if (telling.length === 0) return [];
  return (await texts(room)
    .where(sql<boolean>`btrim(content) = any (${telling}::text[])`)
    .execute()) as Row[];
}

async function erase(room: Room, key: Buffer, asked: readonly Row[], ground: Ground, also: readonly string[] = []): Promise<Erased> {
  const said = [...also, ...asked.map(({ words }) => words)];
  const nameOf = ({ signalId, position, part }: Row) => `${signalId} ${position} ${part}`;
  const rows = [...new Map([...asked, ...(await sameWords(room, said))].map((row) => [nameOf(row), row])).values()];
  // In one order, so that two officers at once wait for each other and never for ever.
  const bySignal = [...Map.groupBy(rows, ({ signalId }) => signalId)].toSorted(([one], [other]) => one.localeCompare(other));
  for (const [signalId, gone] of bySignal) await eraseOf(room, key, signalId, gone, ground);
  const drafts = await eraseFromDrafts(
    room,
    said,
    bySignal.map(([signalId]) => signalId),
  );
  await forgetCleared(room, said);
  return { texts: rows.length, drafts };
}

/** The words of one signal make place for a tombstone; what was still to be told about them is not told, and the course says that they are gone. */
async function eraseOf(room: Room, key: Buffer, signalId: string, gone: readonly Row[], ground: Ground): Promise<void> {
  const { tx, actor, now } = room;
  const municipality_id = actor.municipalityId;
  const signal = await holdSignal(room, signalId);
  if (!signal) return;
  // Two officers at once: the second finds what the first left.
  const taken: Row[] = [];
  for (const row of gone) {
    const { position, part, words } = row;
    const { numUpdatedRows } = await tx
      .updateTable("learning.text")
      .set({ content: null, shielded: false, erased_at: now })
      .where("municipality_id", "=", municipality_id)
      .where("signal_id", "=", signalId)
      .where("position", "=", position)
      .where("part", "=", part)
      .where("content", "is not", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) continue;
    taken.push(row);
    await bury(room, key, { objectKind: "signal", objectId: signalId, position, part, words }, ground);
    await tx
      .updateTable("trail.outbox")
      .set({ delivered_at: now })
      .where("municipality_id", "=", municipality_id)
      .where("signal_id", "=", signalId)
      .where("position", "=", position)
      .where("delivered_at", "is", null)
      .execute();
  }
  if (taken.length === 0) return;
  const only = taken.length === 1 ? { position: taken[0]!.position, part: taken[0]!.part } : {};
  await record(room, signal, { kind: "erased", to: signal.state, codes: { ...only, ground } }, randomUUID());
}
