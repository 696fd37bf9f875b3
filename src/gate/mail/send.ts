import { asJob, type Room } from "#src/platform/database.ts";
import type { Job } from "#src/platform/jobs.ts";
import type { Postman } from "#src/platform/mail/postman.ts";
import { findSite, type Site } from "#src/platform/municipality.ts";
import { letterOf } from "./letter.ts";
import { type Claimed, claimMail, endMail } from "./store.ts";

/** The mail server took nothing; code says why. Thrown so that it is in the log, without whom it was for. */
class MailAway extends Error {
  override readonly name = "MailAway";
  readonly code: string;
  constructor(code: string) {
    super(`The mail server took nothing: ${code}`);
    this.code = code;
  }
}

const most = 50;
const restMs = 60_000;

/**
 * Sends the e-mail that is due, one after the other; returns how many went. Each is claimed, sent and marked in this order, claim and mark a transaction each:
 * a kill in between means that it is sent once more, with the same Message-ID. When the server takes nothing, everything rests for a minute.
 */
export function mailer(postman: Postman, clock: () => Date): Job["work"] {
  let restUntil = 0;
  return async (gate, municipalityId) => {
    if (clock().getTime() < restUntil) return 0;
    const site = await findSite(gate, municipalityId);
    if (!site) return 0;
    let sent = 0;
    for (let turn = 0; turn < most; turn += 1) {
      const claimed = await asJob(gate, municipalityId, clock(), claimMail);
      if (!claimed) break;
      if ("ended" in claimed) continue;
      const outcome = await sendOne(postman, site, claimed, clock());
      const { went } = outcome;
      if (went === "sent" || went === "refused") await asJob(gate, municipalityId, clock(), (room) => endMail(room, claimed, went));
      if (went === "sent") sent += 1;
      if (went !== "away") continue;
      restUntil = clock().getTime() + restMs;
      throw new MailAway(outcome.code);
    }
    return sent;
  };
}

const sendOne = async (postman: Postman, site: Site, { id, to, language, ...about }: Claimed, at: Date) =>
  postman.send({ id, to, language, at, ...site, ...(await letterOf(language, site, about)) });

/** Since when the e-mail of this municipality that waits longest should have gone out; undefined when nothing is late. */
export const oldestUnsentMail = async ({ tx, actor, now }: Room): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom("trail.mail")
      .select(({ fn }) => fn.min("due_at").as("due"))
      .where("municipality_id", "=", actor.municipalityId)
      .where("ended_at", "is", null)
      .where("due_at", "<=", now)
      .executeTakeFirst()
  )?.due ?? undefined;
