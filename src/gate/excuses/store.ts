import { randomUUID } from "node:crypto";
import { type Day, dayOf } from "#src/kernel/day.ts";
import { asJob, type Database, type Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { type Excuse, type ExcuseVerdict, fewestTexts, type Proposal } from "./excuse.ts";

/** The words that are not asked about in this municipality. */
export const findExcused = async ({ tx, actor }: Room): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.selectFrom("organisation.excuse").select("word").where("municipality_id", "=", actor.municipalityId).where("verdict", "=", "accepted").execute()
    ).map(({ word }) => word),
  );

/** Notes that these words were cleared in a text that is shared: not in which, and not by whom. */
export async function noteCleared({ tx, actor, now }: Room, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const rows = words.map((word) => ({ municipality_id: actor.municipalityId, id: randomUUID(), word, month: monthOf(dayOf(now)) }));
  await tx.insertInto("organisation.cleared_word").values(rows).execute();
}

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** What was cleared in at least three texts and not decided on, most often first. */
export async function findProposals({ tx, actor }: Room): Promise<Proposal[]> {
  return tx
    .selectFrom("organisation.cleared_word as cleared")
    .leftJoin("organisation.excuse as excuse", (join) =>
      join.onRef("excuse.municipality_id", "=", "cleared.municipality_id").onRef("excuse.word", "=", "cleared.word"),
    )
    .where("cleared.municipality_id", "=", actor.municipalityId)
    .where("excuse.word", "is", null)
    .groupBy("cleared.word")
    .having(({ fn }) => fn.countAll(), ">=", fewestTexts)
    .select(({ fn }) => ["cleared.word", fn.countAll<number>().as("texts")])
    .orderBy("texts", "desc")
    .orderBy("cleared.word")
    .limit(200)
    .execute();
}

/** What was decided, newest first. */
export const findDecided = async ({ tx, actor }: Room): Promise<Excuse[]> =>
  (await tx
    .selectFrom("organisation.excuse")
    .select(["word", "verdict", "decided_at as decidedAt"])
    .where("municipality_id", "=", actor.municipalityId)
    .orderBy("decided_at", "desc")
    .limit(500)
    .execute()) as Excuse[];

/** Decides on a word; what was noted of it is no longer needed. Deciding again changes the verdict. */
export async function keepVerdict(room: Room, word: string, verdict: ExcuseVerdict): Promise<void> {
  const { tx, actor, now } = room;
  const municipality_id = actor.municipalityId;
  await tx.deleteFrom("organisation.excuse").where("municipality_id", "=", municipality_id).where("word", "=", word).execute();
  await tx.insertInto("organisation.excuse").values({ municipality_id, word, verdict, decided_at: now }).execute();
  await tx.deleteFrom("organisation.cleared_word").where("municipality_id", "=", municipality_id).where("word", "=", word).execute();
  await leaveTrail(room, { action: `excuse-${verdict}`, objectKind: "municipality", objectId: municipality_id, purpose: "excusing" });
}

/** Takes a verdict away: the word is asked again, and may be proposed again. */
export async function takeVerdictAway(room: Room, word: string): Promise<void> {
  const { tx, actor } = room;
  const gone = await tx.deleteFrom("organisation.excuse").where("municipality_id", "=", actor.municipalityId).where("word", "=", word).executeTakeFirst();
  if (gone.numDeletedRows > 0n)
    await leaveTrail(room, { action: "excuse-taken-away", objectKind: "municipality", objectId: actor.municipalityId, purpose: "excusing" });
}

/** Cleared words that nobody decided on within a year go. */
export const sweepCleared = (gate: Database, municipalityId: string, now: Date): Promise<number> =>
  asJob(gate, municipalityId, now, async ({ tx }) => {
    const [year, rest] = [Number(dayOf(now).slice(0, 4)), dayOf(now).slice(4)];
    const gone = await tx
      .deleteFrom("organisation.cleared_word")
      .where("municipality_id", "=", municipalityId)
      .where("month", "<", `${year - 1}${rest}` as Day)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
