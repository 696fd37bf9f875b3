import type { Context } from "hono";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { Busy, type Why } from "#src/ui/busy.tsx";
import { importing } from "./size.tsx";
import { postedIn } from "./typed.ts";
import { viewOf } from "./view.ts";

const statusOf = { busy: 503, away: 503, often: 429 } as const satisfies Record<Why, number>;

/** "Not now, but in some seconds": to a person a calm page with what was typed, to a program problem+json (RFC 9457). */
export async function later(c: Context<Env>, house: House, why: Why, seconds: number): Promise<Response> {
  const view = c.get("view") ?? viewOf(c, house, undefined, undefined, house.clock());
  const status = statusOf[why];
  const reference = c.get("request");
  c.header("retry-after", String(seconds));
  c.header("cache-control", "no-store");
  if (wantsJson(c)) {
    const says = view.w.running[why];
    const problem = { type: "about:blank", title: says, status, says, request: reference };
    return c.body(JSON.stringify(problem), status, { "content-type": "application/problem+json" });
  }
  const posted = c.req.method === "POST" ? await postedIn(c) : undefined;
  const here = c.req.method === "GET" ? { ...view, path: c.req.path + new URL(c.req.url).search } : view;
  const file = c.req.method === "POST" && c.req.path === importing;
  return c.html(<Busy view={here} why={why} seconds={seconds} posted={posted} file={file} reference={reference} />, status);
}

const wantsJson = (c: Context): boolean => {
  const accept = c.req.header("accept") ?? "";
  return accept.includes("json") && !accept.includes("html");
};
