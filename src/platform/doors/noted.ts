import { randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Env } from "#src/platform/door.ts";
import type { Log } from "#src/platform/log.ts";

/** What one can read aloud on the telephone: no letters that look like another. */
const signs = "23456789abcdefghjkmnpqrstuvwxyz";
const newId = (): string => [...randomBytes(10)].map((byte, index) => (index === 5 ? "-" : "") + signs[byte % signs.length]).join("");

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The pattern of the door somebody knocked at, never the address itself. */
const doorOf = (c: Context): string =>
  matchedRoutes(c)
    .findLast(({ method }) => method !== "ALL")
    ?.path.replaceAll(/\{[^/]*\}/g, "") ?? "none";

/** Gives each request a name of its own and writes one line about it: which door, how it went, how long it took. */
export const noted =
  (log: Log): MiddlewareHandler<Env> =>
  async (c, next) => {
    const began = performance.now();
    c.set("request", newId());
    c.set("door", doorOf(c));
    c.header("x-request-id", c.get("request"));
    await next();
    log("info", "request", {
      request: c.get("request"),
      method: methods.has(c.req.method) ? c.req.method : "other",
      door: c.get("door"),
      status: c.res.status,
      ms: Math.round((performance.now() - began) * 10) / 10,
      municipality: c.get("municipality")?.id,
    });
  };
