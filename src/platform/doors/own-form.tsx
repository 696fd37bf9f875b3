import type { MiddlewareHandler } from "hono";
import { z } from "zod";
import { type Env, fieldsOf, inLearning } from "#src/platform/door.ts";
import { letGo } from "#src/platform/kept/store.ts";
import { sameText } from "#src/platform/session.ts";
import { Notice } from "#src/ui/notice.tsx";
import { isForeign } from "./foreign.ts";
import { late } from "./late.tsx";

/** Answers after which what was kept stands in the page itself, or was done. */
const settled = (status: number): boolean => status < 500 && ![401, 403, 429].includes(status);

/** Nothing changes but by a form of ours, sent from our own pages in this very session. */
export const ownForm: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const type = c.req.header("content-type");
  const foreign = isForeign(c);
  const form = type !== undefined && /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type);
  if (type !== undefined && !form && !foreign) return c.html(<Notice view={c.var.view} title="unreadable" lead="unreadableLead" />, 415);
  // A body that cannot be read carries no token.
  const { token, kept } = form && !foreign ? await fieldsOf(c).catch((): Record<string, unknown> => ({})) : {};
  if (typeof token !== "string" || !sameText(token, c.var.view.formToken)) return late(c, 403);
  await next();
  const sentAfterAll = z.uuid().safeParse(kept).data;
  if (sentAfterAll && c.var.session && settled(c.res.status)) await inLearning(c, (room) => letGo(room, sentAfterAll));
};
