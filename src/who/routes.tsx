import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { type Actor, roles } from "#src/kernel/actor.ts";
import { languages } from "#src/kernel/language.ts";
import { asActor, asJob } from "#src/platform/database.ts";
import { type Env, fieldsOf, inLearning } from "#src/platform/door.ts";
import { actInRole, beginSession, endSession } from "#src/platform/session.ts";
import { findFictitious, represented } from "./store.ts";
import { WhoPage } from "./who-page.tsx";

/** How the cookie of a session is called and kept: `__Host-` where there is TLS; browsers refuse that on a plain loopback address. */
export const cookieOf = (secure: boolean) => (secure ? "__Host-haarvat" : "haarvat");

/** Only ways within this application lead back; anything else goes to the first page. */
const within = z
  .string()
  .regex(/^\/(?![/\\])[^\r\n\\]*$/)
  .max(500)
  .catch("/");

const Being = z.object({ member: z.uuid(), back: within });
const Acting = z.object({ role: z.enum(roles) });
const Speaking = z.object({ back: within, to: z.enum(languages).optional().catch(undefined) });
/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /who": Being, "POST /role": Acting, "POST /language": Speaking };

/** Being somebody in the demonstration, changing role and language, and stopping. Real login comes with the next house. */
export const who = (secure: boolean, demo: boolean) =>
  new Hono<Env>()
    .get("/who", async (c) => {
      if (!demo) return c.notFound();
      const people = await asJob(c.var.learning, c.var.municipality.id, c.var.now, findFictitious);
      return c.html(<WhoPage view={c.var.view} people={people} back={within.parse(c.req.query("back") ?? "/")} />);
    })
    .post("/who", async (c) => {
      if (!demo) return c.notFound();
      const { member, back } = Being.parse(await fieldsOf(c));
      const person = (await asJob(c.var.learning, c.var.municipality.id, c.var.now, findFictitious)).find(({ id }) => id === member);
      if (!person) return c.notFound();
      const [role] = person.roles;
      const represents = role === "advocate" ? represented : undefined;
      const actor: Actor = { memberId: person.id, municipalityId: c.var.municipality.id, role: role!, teamId: person.teamId, otherTeamIds: [], represents };
      const token = await beginSession(c.var.learning, actor, c.var.now);
      const language = getCookie(c, "language");
      if (language === "nl" || language === "en")
        await asActor(c.var.learning, actor, c.var.now, ({ tx }) =>
          tx
            .updateTable("organisation.member")
            .set({ language })
            .where("municipality_id", "=", actor.municipalityId)
            .where("id", "=", actor.memberId)
            .execute(),
        );
      setCookie(c, cookieOf(secure), token, { httpOnly: true, sameSite: "Lax", path: "/", secure });
      return c.redirect(back, 303);
    })
    .post("/role", async (c) => {
      const { role } = Acting.parse(await fieldsOf(c));
      if (!c.var.session.roles.includes(role)) return c.notFound();
      const token = await actInRole(c.var.learning, c.var.session.actor, cookie(c, secure), role, c.var.now);
      if (token) setCookie(c, cookieOf(secure), token, { httpOnly: true, sameSite: "Lax", path: "/", secure });
      return c.redirect("/", 303);
    })
    .post("/language", async (c) => {
      const { back, to } = Speaking.parse(await fieldsOf(c));
      const language = to ?? (c.var.view.language === "nl" ? "en" : "nl");
      setCookie(c, "language", language, { httpOnly: true, sameSite: "Lax", path: "/", secure, maxAge: 31_536_000 });
      if (c.var.session)
        await inLearning(c, ({ tx, actor }) =>
          tx
            .updateTable("organisation.member")
            .set({ language })
            .where("municipality_id", "=", actor.municipalityId)
            .where("id", "=", actor.memberId)
            .execute(),
        );
      return c.redirect(back, 303);
    })
    .post("/leave", async (c) => {
      await endSession(c.var.learning, c.var.session.actor, cookie(c, secure), c.var.now);
      deleteCookie(c, cookieOf(secure), { path: "/", secure });
      c.header("clear-site-data", '"storage"');
      return c.redirect("/", 303);
    });

const cookie = (c: Context<Env>, secure: boolean): string => getCookie(c, cookieOf(secure)) ?? "";
