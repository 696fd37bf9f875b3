import type { Handler } from "hono";
import type { Readiness } from "#src/platform/readiness.ts";

/** This process answers. */
export const alive: Handler = (c) => c.json({ alive: true }, 200, { "cache-control": "no-store" });

/** Whether work can be sent here: names of parts and how they are, nothing that a stranger should not know. */
export const ready =
  (readiness: Readiness): Handler =>
  async (c) => {
    const { ready, parts } = await readiness();
    return c.json({ ready, parts }, ready ? 200 : 503, { "cache-control": "no-store" });
  };
