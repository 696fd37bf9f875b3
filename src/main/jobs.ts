import { deliver, routeUnrouted, sweepDrafts } from "#src/gate/deliver/deliver.ts";
import { sweepCleared } from "#src/gate/excuses/store.ts";
import { mailer } from "#src/gate/mail/send.ts";
import { sweepMail } from "#src/gate/mail/sweep-store.ts";
import { destroyByItself } from "#src/gate/retention/destroy-store.ts";
import type { Database } from "#src/platform/database.ts";
import type { Job } from "#src/platform/jobs.ts";
import type { Postman } from "#src/platform/mail/postman.ts";
import { sweepSessions } from "#src/platform/kept/store.ts";
import { keptIn } from "#src/platform/trail/heads.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";

const second = 1000;

type Needs = {
  readonly secret: string;
  /** Whoever destroys what is past its term. */
  readonly keeper: Database;
  readonly clock: () => Date;
  /** Who takes e-mail along; without one none goes out. */
  readonly postman: Postman | undefined;
  readonly trailHeads: string | undefined;
  readonly earlierTrailKeys: readonly string[] | undefined;
};

/** What is done in each municipality by itself, and how often: the only list of jobs. */
export function jobs({ secret, keeper, clock, postman, trailHeads, earlierTrailKeys = [] }: Needs): readonly Job[] {
  const seal = sealer({ key: trailKey(secret), earlierKeys: earlierTrailKeys, kept: trailHeads === undefined ? undefined : keptIn(trailHeads) });
  return [
    { name: "deliver", everyMs: second, work: deliver },
    { name: "route", everyMs: 60 * second, work: routeUnrouted },
    { name: "sweep", everyMs: 60 * second, work: sweepDrafts },
    { name: "sweep-cleared", everyMs: 3600 * second, work: sweepCleared },
    { name: "sweep-mail", everyMs: 3600 * second, work: sweepMail },
    { name: "sweep-sessions", everyMs: 60 * second, work: sweepSessions },
    { name: "keep", everyMs: 3600 * second, work: destroyByItself(keeper) },
    { name: "seal", everyMs: second, work: seal },
    ...(postman ? [{ name: "mail", everyMs: 5 * second, work: mailer(postman, clock) }] : []),
  ];
}
