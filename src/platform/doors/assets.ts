import type { Handler } from "hono";
import type { Assets } from "#src/platform/assets.ts";

const yearInSeconds = 31_536_000;

/** Style, script and fonts, kept by the browser for a year under an address that changes with them. */
export const serveAssets =
  ({ files }: Assets): Handler =>
  (c) => {
    const asset = files.get(c.req.param("name") ?? "");
    if (!asset) return c.body(null, 404);
    const gzip = asset.gzipped && c.req.header("accept-encoding")?.includes("gzip");
    const headers = {
      "content-type": asset.type,
      "cache-control": `public, max-age=${yearInSeconds}, immutable`,
      vary: "accept-encoding",
      ...(gzip && { "content-encoding": "gzip" }),
    };
    return c.body(new Uint8Array(gzip && asset.gzipped ? asset.gzipped : asset.plain), 200, headers);
  };
