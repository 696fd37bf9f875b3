import { sql } from "kysely";
import { type DraftContent, emptyDraft } from "#src/gate/drafts/draft.ts";
import { wordOf } from "#src/language/deidentify/listed.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { isTelling, without, wordsIn } from "./erase.ts";

/** Empties a draft and returns the words it had, part by part; undefined when there is none. The row stays, so that a page that is still open does not bring them back. */
export async function emptyOut(room: Room, id: string): Promise<ReturnType<typeof wordsIn> | undefined> {
  const { tx, actor, now } = room;
  const draft = await tx
    .selectFrom("draft.draft")
    .select("content")
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!draft) return undefined;
  await tx
    .updateTable("draft.draft")
    .set({ content: JSON.stringify(emptyDraft), cleared: [], version: sql`version + 1`, removed_at: null, erased_at: now })
    .where("municipality_id", "=", actor.municipalityId)
    .where("id", "=", id)
    .execute();
  await forget(room, id);
  await leaveTrail(room, { action: "erased", objectKind: "draft", objectId: id, purpose: "erasing" });
  return wordsIn({ ...emptyDraft, ...(draft.content as DraftContent) });
}

/** What was said about the words of a draft goes with them: which of them the second reader named, and which were cleared. */
async function forget({ tx, actor }: Room, draftId: string): Promise<void> {
  await tx.deleteFrom("draft.second_look").where("municipality_id", "=", actor.municipalityId).where("draft_id", "=", draftId).execute();
}

/** Words that were cleared somewhere and stand in what is erased: if one of them is somebody after all, it is nowhere any more. */
export async function forgetCleared({ tx, actor }: Room, said: readonly string[]): Promise<void> {
  const folds = said.map((words) => wordOf(words));
  if (folds.length === 0) return;
  await tx
    .deleteFrom("organisation.cleared_word")
    .where("municipality_id", "=", actor.municipalityId)
    .where(sql<boolean>`exists (select from unnest(${folds}::text[]) said where strpos(said, word) > 0)`)
    .execute();
}

/** Cuts the words out of what people are still writing, and out of what was just released or thrown away; returns how many drafts had them. */
export async function eraseFromDrafts(room: Room, said: readonly string[], ids: readonly string[]): Promise<number> {
  const { tx, actor } = room;
  const telling = said.filter(isTelling).map((words) => words.trim());
  const rows = await tx
    .selectFrom("draft.draft")
    .select(["id", "content"])
    .where("municipality_id", "=", actor.municipalityId)
    .where(
      sql<boolean>`(id = any (${ids}::uuid[]) or exists (select from unnest(${telling}::text[]) words
        where strpos(content ->> 'sentence', words) > 0 or strpos(content ->> 'story', words) > 0 or strpos(content ->> 'matters', words) > 0))`,
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  let count = 0;
  for (const { id, content } of rows) {
    const left = without({ ...emptyDraft, ...(content as DraftContent) }, ids.includes(id) ? said : telling);
    if (!left) continue;
    await tx
      .updateTable("draft.draft")
      .set({ content: JSON.stringify(left), cleared: [], version: sql`version + 1` })
      .where("municipality_id", "=", actor.municipalityId)
      .where("id", "=", id)
      .execute();
    await forget(room, id);
    await leaveTrail(room, { action: "erased", objectKind: "draft", objectId: id, purpose: "erasing" });
    count += 1;
  }
  return count;
}
