import type { Context } from "hono";
import type { Limits } from "./limits.ts";
import type { Load } from "./load.ts";
import type { Log } from "./log.ts";
import type { Readiness } from "./readiness.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

/** What the doors need to know of how they are run. */
export type Running = {
  readonly log: Log;
  readonly readiness: Readiness;
  readonly load: Load;
  readonly limits: Limits;
  /** Who knocks; undefined when nobody can tell, and then nobody comes in. */
  readonly addressOf: (c: Context) => string | undefined;
  /** Who measures; usually nobody. */
  readonly telemetry?: Telemetry | undefined;
};
