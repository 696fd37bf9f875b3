import type { MiddlewareHandler } from "hono";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { findMunicipality } from "#src/platform/municipality.ts";
import { findSession } from "#src/platform/session.ts";
import { readCookie } from "./cookie.ts";
import { isQuiet } from "./foreign.ts";
import { entrance, late } from "./late.tsx";
import { viewOf } from "./view.ts";

/** Doors for whoever has no session yet, or not any more. */
const open = /^(GET|HEAD|POST) \/(who|language|invitation(\/.*)?)$|^(GET|HEAD) \/(welcome|login|login\/back|leave|left)$/;

/** Whose municipality this is, by the name of the host, and who knocks, by the secret in the cookie; others are shown where to come in. */
export const visitor =
  (house: House): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { learning, gate, keeper, clock, secret, secure, demo } = house;
    const municipality = await findMunicipality(learning, new URL(c.req.url).hostname);
    if (!municipality) return c.body(null, 404);
    c.set("secure", secure);
    const token = readCookie(c);
    const now = clock();
    const session = token ? await findSession(learning, municipality.id, token, secret, now) : undefined;
    const view = viewOf(c, house, municipality, session, now);
    for (const [name, value] of Object.entries({ learning, gate, keeper, municipality, now, clock, view, sessionSecret: secret, session: session! }))
      c.set(name as "now", value as never);
    c.header("cache-control", "no-store");
    if (session || open.test(`${c.req.method} ${c.req.path}`)) return next();
    if (c.req.method === "POST") return late(c, 401);
    if (isQuiet(c)) return c.json({ ended: true }, 401);
    return c.redirect(demo ? entrance(demo, view.path) : `/welcome?back=${encodeURIComponent(view.path)}`, 303);
  };
