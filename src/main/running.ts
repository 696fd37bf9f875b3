import type { BlockList } from "node:net";
import type { Context } from "hono";
import { oldestUntold } from "#src/gate/deliver/deliver.ts";
import { oldestUnsentMail } from "#src/gate/mail/send.ts";
import { whoKnocks } from "#src/platform/addresses.ts";
import { type Database, waitingFor } from "#src/platform/database.ts";
import { type Bound, type LimitName, limitsOf, usualLimits } from "#src/platform/limits.ts";
import { loadWithin, usualBounds } from "#src/platform/load.ts";
import type { Log } from "#src/platform/log.ts";
import { readinessOf, type Waiting } from "#src/platform/readiness.ts";
import type { Running } from "#src/platform/running.ts";
import type { Telemetry } from "#src/platform/telemetry/telemetry.ts";
import { unsealedTail } from "#src/platform/trail/rows.ts";

/** What has to be done soon after it was written down, and how soon. */
export const waiting: readonly Waiting[] = [
  { name: "sealer", mostSeconds: 60, essential: true, oldest: async (room) => (await unsealedTail(room)).oldest },
  { name: "outbox", mostSeconds: 120, essential: true, oldest: oldestUntold },
  { name: "mail", mostSeconds: 900, essential: false, oldest: oldestUnsentMail },
];

type Needs = {
  readonly learning: Database;
  readonly gate: Database;
  readonly clock: () => Date;
  readonly log: Log;
  readonly addressOf: (c: Context) => string | undefined;
  readonly stopping: () => boolean;
  readonly limits?: Readonly<Record<LimitName, Bound>> | undefined;
  readonly telemetry?: Telemetry | undefined;
};

/** How this process is run, for its doors. */
export const runningOf = ({ learning, gate, clock, log, addressOf, stopping, limits = usualLimits, telemetry }: Needs): Running => ({
  log,
  addressOf,
  telemetry,
  readiness: readinessOf(gate, clock, waiting, stopping),
  load: loadWithin(usualBounds, () => waitingFor(learning) + waitingFor(gate)),
  limits: limitsOf(limits),
});

/** Who knocks at a connection of Node, or whom a believed proxy says. */
export const behind =
  (proxies: BlockList) =>
  (c: Context): string | undefined =>
    whoKnocks((c.env as { incoming?: { socket: { remoteAddress?: string } } }).incoming?.socket.remoteAddress, c.req.header("x-forwarded-for"), proxies);
