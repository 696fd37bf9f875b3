import type { MiddlewareHandler } from "hono";
import type { Env } from "#src/platform/door.ts";
import type { Telemetry } from "#src/platform/telemetry/telemetry.ts";

const methods = new Set(["GET", "HEAD", "POST"]);

/** Measures each request by its door. */
export const traced =
  ({ request }: Telemetry): MiddlewareHandler<Env> =>
  async (c, next) =>
    request(methods.has(c.req.method) ? c.req.method : "_OTHER", c.get("door"), async () => {
      await next();
      return c.res.status;
    });
