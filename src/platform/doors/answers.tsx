import type { ErrorHandler, NotFoundHandler } from "hono";
import { ZodError } from "zod";
import { isAway } from "#src/platform/away.ts";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { Kept, Notice } from "#src/ui/notice.tsx";
import { later } from "./later.tsx";
import { typedIn } from "./typed.ts";
import { viewOf } from "./view.ts";

/** "Not there" and "not for you" are one answer. */
export const notFound: NotFoundHandler<Env> = async (c) =>
  c.html(<Kept view={c.get("view")} title="notFound" lead="notFoundLead" typed={c.req.method === "POST" ? await typedIn(c) : []} />, 404);

/** What cannot be read is the visitor's to look at again; a database that is away will be back; anything else is ours, and is reported without what anybody typed. */
export const failed =
  (house: House): ErrorHandler<Env> =>
  (error, c) => {
    const view = c.get("view");
    if (error instanceof ZodError && view) return c.html(<Notice view={view} title="incomplete" lead="incompleteLead" />, 422);
    const reference = c.get("request");
    house.report(error, `${c.req.method} ${c.get("door")}`, reference);
    if (isAway(error)) return later(c, house, "away", 5);
    const shown = view ?? viewOf(c, house, undefined, undefined, house.clock());
    return c.html(<Notice view={shown} title="broken" lead="brokenLead" reference={reference} />, 500);
  };
