import type { Context, MiddlewareHandler } from "hono";
import type { House } from "#src/platform/house.ts";
import { Notice } from "#src/ui/notice.tsx";
import { viewOf } from "./view.ts";

const megabyte = 1024 * 1024;
/** The one door that takes a file. */
export const importing = "/signals/import";

/** A form is at most a megabyte, a file twenty; what is larger is refused before anybody reads it. */
export const sizes =
  (house: House): MiddlewareHandler =>
  async (c, next) => {
    const size = await sizeOf(c, c.req.path === importing ? 20 * megabyte : megabyte);
    if (size === "fits") return next();
    // Nobody is left to read an answer.
    if (size === "broken-off") return c.body(null, 400);
    return c.html(<Notice view={viewOf(c, house, undefined, undefined, house.clock())} title="tooLarge" lead="tooLargeLead" />, 413);
  };

/** A body says how long it is, or comes in pieces: then it is read as far as it may be long, and kept for whoever reads it next. */
async function sizeOf(c: Context, most: number): Promise<"fits" | "too-large" | "broken-off"> {
  if (c.req.method !== "POST") return "fits";
  const length = c.req.header("content-length");
  if (length !== undefined && c.req.header("transfer-encoding") === undefined) return Number(length) <= most ? "fits" : "too-large";
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of c.req.raw.body ?? []) {
      size += piece.length;
      if (size > most) return "too-large";
      pieces.push(piece);
    }
  } catch {
    return "broken-off";
  }
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body: Buffer.concat(pieces) });
  return "fits";
}
