import type { Handler } from "hono";
import type { House } from "#src/platform/house.ts";
import { findMunicipality } from "#src/platform/municipality.ts";

const yearInSeconds = 31_536_000;

/** The theme of the municipality of this host, for whoever comes; kept for a year under the address that a page gives it, and not at all under another. */
export const serveTheme =
  ({ learning }: Pick<House, "learning">): Handler =>
  async (c) => {
    const { hostname, search } = new URL(c.req.url);
    const theme = (await findMunicipality(learning, hostname))?.theme;
    if (!theme) return c.body(null, 404);
    const asked = search === `?${theme.version}`;
    return c.body(theme.stylesheet, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": asked ? `public, max-age=${yearInSeconds}, immutable` : "no-store",
    });
  };
