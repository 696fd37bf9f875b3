import type { ErrorHandler, NotFoundHandler } from "hono";
import { ZodError } from "zod";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { Kept, Notice } from "#src/ui/notice.tsx";
import { typedIn } from "./typed.ts";

/** "Not there" and "not for you" are one answer. */
export const notFound: NotFoundHandler<Env> = async (c) =>
  c.html(<Kept view={c.get("view")} title="notFound" lead="notFoundLead" typed={c.req.method === "POST" ? await typedIn(c) : []} />, 404);

/** What cannot be read is the visitor's to look at again; anything else is ours, and is reported without what anybody typed. */
export const failed =
  ({ report }: House): ErrorHandler<Env> =>
  (error, c) => {
    const view = c.get("view");
    if (error instanceof ZodError && view) return c.html(<Notice view={view} title="incomplete" lead="incompleteLead" />, 422);
    report(error, `${c.req.method} ${c.req.routePath}`);
    return view ? c.html(<Notice view={view} title="broken" lead="brokenLead" />, 500) : c.body(null, 500);
  };
