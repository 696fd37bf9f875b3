import { Hono } from "hono";
import { type Env, fieldsOf, inLearning } from "#src/platform/door.ts";
import { dropCookie, readCookie } from "#src/platform/doors/cookie.ts";
import { originOf } from "#src/platform/doors/foreign.ts";
import { endAllSessions, endSession } from "#src/platform/session.ts";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Provider } from "./provider.ts";

/** Stopping here, or on every device, and then at the provider as well. */
export const leaving = (provider: Provider | undefined) =>
  new Hono<Env>()
    .post("/leave", async (c) => {
      const everywhere = (await fieldsOf(c))["everywhere"] === "yes";
      if (everywhere) await inLearning(c, (room) => endAllSessions(room, room.actor.memberId));
      else await endSession(c.var.learning, c.var.session.actor, readCookie(c) ?? "", c.var.now);
      dropCookie(c);
      c.header("clear-site-data", '"storage"');
      return c.redirect(c.var.view.demo ? "/" : "/leave", 303);
    })
    // A page of our own between the form and the provider: a form may lead to no other place than this one.
    .get("/leave", async (c) => {
      if (!provider || c.var.session) return c.notFound();
      const there = await provider.end(`${originOf(c)}/left`);
      if (!there) return c.redirect("/left", 303);
      c.header("refresh", `1; url=${there.href}`);
      return c.html(<LeavePage view={c.var.view} there={there.href} />);
    })
    .get("/left", (c) => (provider ? c.html(<LeftPage view={c.var.view} />) : c.notFound()));

const LeavePage = ({ view, there }: { view: View; there: string }) => (
  <Page view={view} title={view.w.login.out}>
    <h1>{view.w.login.out}</h1>
    <p>{view.w.login.outThere}</p>
    <p class="hv-deeds">
      <a class="hv-button hv-button--plain" href={there}>
        {view.w.login.outThereNow}
      </a>
    </p>
  </Page>
);

const LeftPage = ({ view }: { view: View }) => (
  <Page view={view} title={view.w.login.out}>
    <h1>{view.w.login.out}</h1>
    <p>{view.w.login.outLead}</p>
    <p class="hv-deeds">
      <a class="hv-button" href="/login">
        {view.w.login.enter}
      </a>
    </p>
  </Page>
);
