import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { Kept } from "#src/ui/notice.tsx";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { findMunicipality } from "#src/platform/municipality.ts";
import { findSession } from "#src/platform/session.ts";
import { typedIn } from "./typed.ts";
import { viewOf } from "./view.ts";

/** Doors for whoever has no session yet. */
const open = new Set(["/who", "/language"]);

/** Whose municipality this is, by the name of the host, and who knocks, by the secret in the cookie; others are shown where to come in. */
export const visitor =
  (house: House, cookie: string): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { learning, gate, keeper, clock, secret, demo } = house;
    const municipality = await findMunicipality(learning, new URL(c.req.url).hostname);
    if (!municipality) return c.body(null, 404);
    const token = getCookie(c, cookie);
    const now = clock();
    const session = token ? await findSession(learning, municipality.id, token, secret, now) : undefined;
    const view = viewOf(c, house, municipality, session, now);
    for (const [name, value] of Object.entries({ learning, gate, keeper, municipality, now, clock, view, sessionSecret: secret, session: session! }))
      c.set(name as "now", value as never);
    c.header("cache-control", "no-store");
    if (session || open.has(c.req.path)) return next();
    if (c.req.method === "POST") return c.html(<Kept view={view} title="ended" lead="endedLead" typed={await typedIn(c)} />, 401);
    return demo ? c.redirect(`/who?back=${encodeURIComponent(view.path)}`, 303) : c.notFound();
  };
