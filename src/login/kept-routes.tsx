import { Hono } from "hono";
import { anId, type Env, inLearning } from "#src/platform/door.ts";
import { newWindow } from "#src/platform/doors/enter.ts";
import { anythingKept, findKept, letGo } from "#src/platform/kept/store.ts";
import { Page } from "#src/ui/layout.tsx";
import { KeptPage } from "./kept-page.tsx";

/** What was sent after the session had ended, and how a page that stands open goes on in the next one. */
export const keptPosts = new Hono<Env>()
  .get("/kept", (c) => inLearning(c, async (room) => c.html(<KeptPage view={c.var.view} posts={await findKept(room, c.var.sessionSecret)} />)))
  .post(`/kept/${anId}/remove`, (c) => inLearning(c, async (room) => ((await letGo(room, c.req.param("id"))) ? c.redirect("/kept", 303) : c.notFound())))
  // For a page of this very site only: what proves that its forms are ours.
  .get("/session", (c) => {
    if (c.req.header("sec-fetch-site") !== "same-origin") return c.notFound();
    return c.json({ owner: c.var.view.owner, token: c.var.view.formToken });
  })
  .get(newWindow, (c) =>
    inLearning(c, async (room) => {
      const { view } = c.var;
      const waiting = await anythingKept(room);
      return c.html(
        <Page view={view} title={view.w.login.back}>
          <h1>{view.w.login.back}</h1>
          <p>{view.w.login.backLead}</p>
          {waiting && (
            <p>
              <a href="/kept">{view.w.login.backKept}</a>
            </p>
          )}
        </Page>,
      );
    }),
  );
