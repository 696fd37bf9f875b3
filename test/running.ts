import { runningOf } from "#src/main/running.ts";
import type { Database } from "#src/platform/database.ts";
import { type Bound, type LimitName, usualLimits } from "#src/platform/limits.ts";
import type { Log } from "#src/platform/log.ts";
import type { Running } from "#src/platform/running.ts";

/** Limits that nobody meets. */
export const manyTimes = Object.fromEntries(Object.keys(usualLimits).map((name) => [name, { times: 1_000_000, seconds: 60 }])) as Record<LimitName, Bound>;

/** As the application runs, but with a log of its own and without bounds that a test would meet. */
export const unhurried = (pools: { learning: Database; gate: Database }, clock: () => Date, log: Log = () => {}): Running => ({
  ...runningOf({ ...pools, clock, log, limits: manyTimes, addressOf: () => "127.0.0.1", stopping: () => false }),
  load: { enter: () => () => {} },
});
