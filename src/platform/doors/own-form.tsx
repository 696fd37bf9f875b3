import type { MiddlewareHandler } from "hono";
import { type Env, fieldsOf } from "#src/platform/door.ts";
import { sameText } from "#src/platform/session.ts";
import { Kept, Notice } from "#src/ui/notice.tsx";
import { typedIn } from "./typed.ts";

/** Nothing changes but by a form of ours, sent from our own pages in this very session. */
export const ownForm =
  (secure: boolean): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const origin = c.req.header("origin");
    const foreign =
      (origin !== undefined && origin !== new URL(c.req.url).origin && !(secure && origin === `https://${c.req.header("host")}`)) ||
      c.req.header("sec-fetch-site") === "cross-site";
    const type = c.req.header("content-type");
    const form = type !== undefined && /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type);
    if (type !== undefined && !form && !foreign) return c.html(<Notice view={c.var.view} title="unreadable" lead="unreadableLead" />, 415);
    // A body that cannot be read carries no token.
    const given = form && !foreign ? (await fieldsOf(c).catch((): Record<string, unknown> => ({})))["token"] : undefined;
    if (typeof given === "string" && sameText(given, c.var.view.formToken)) return next();
    return c.html(<Kept view={c.var.view} title="oldForm" lead="oldFormLead" typed={foreign ? [] : await typedIn(c)} />, 403);
  };
