import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { Busy, type Why } from "#src/ui/busy.tsx";
import type { View } from "#src/ui/view.ts";
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
  if (c.req.method !== "POST") return c.html(looking(view, why, seconds).replace(mark, reference), status);
  const file = c.req.path === importing;
  const back = file ? { ...view, path: importing } : view;
  return c.html(<Busy view={back} why={why} seconds={seconds} posted={await postedIn(c)} file={file} reference={reference} />, status);
}

const mark = "00000-00000";
const kept = new Map<string, string>();

/** Before anybody knows whose page it is, it is the same for all but its number: made once, so that sending many away costs next to nothing. */
function looking(view: View, why: Why, seconds: number): string {
  const ofNobody = view.municipality === "";
  const key = `${view.language} ${why} ${seconds} ${view.demo} ${view.assets}`;
  const known = ofNobody ? kept.get(key) : undefined;
  if (known) return known;
  // An empty address is the one that was asked.
  const made = <Busy view={{ ...view, path: "" }} why={why} seconds={seconds} posted={undefined} file={false} reference={mark} />;
  const page = (made as HtmlEscapedString).toString();
  if (ofNobody) kept.set(key, page);
  return page;
}

const wantsJson = (c: Context): boolean => {
  const accept = c.req.header("accept") ?? "";
  return accept.includes("json") && !accept.includes("html");
};
