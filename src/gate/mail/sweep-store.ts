import { asJob, type Database } from "#src/platform/database.ts";

const keptMs = 90 * 24 * 3_600_000;
const most = 500;

/** When somebody was mailed is forgotten after ninety days; returns how many e-mails were. */
export const sweepMail = (gate: Database, municipalityId: string, now: Date): Promise<number> =>
  asJob(gate, municipalityId, now, async ({ tx }) => {
    const over = await tx
      .selectFrom("trail.mail")
      .select("id")
      .where("municipality_id", "=", municipalityId)
      .where("ended_at", "<", new Date(now.getTime() - keptMs))
      .limit(most)
      .execute();
    if (over.length === 0) return 0;
    const ids = over.map(({ id }) => id);
    await tx
      .updateTable("organisation.message")
      .set({ mail: null, mail_id: null })
      .where("municipality_id", "=", municipalityId)
      .where("mail_id", "in", ids)
      .execute();
    await tx.deleteFrom("trail.mail").where("municipality_id", "=", municipalityId).where("id", "in", ids).execute();
    return over.length;
  });
