import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { type Actor, roles } from "#src/kernel/actor.ts";
import { languages } from "#src/kernel/language.ts";
import { asActor, asJob } from "#src/platform/database.ts";
import { type Env, fieldsOf, inLearning, within } from "#src/platform/door.ts";
import { giveCookie, readCookie } from "#src/platform/doors/cookie.ts";
import { enter } from "#src/platform/doors/enter.ts";
import { actInRole } from "#src/platform/session.ts";
import { findFictitious, represented } from "./store.ts";
import { WhoPage } from "./who-page.tsx";

const Being = z.object({ member: z.uuid(), back: within });
const Acting = z.object({ role: z.enum(roles) });
const Speaking = z.object({ back: within, to: z.enum(languages).optional().catch(undefined) });
/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /who": Being, "POST /role": Acting, "POST /language": Speaking };

/** Being somebody in the demonstration, and changing role and language. */
export const who = (demo: boolean) =>
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
      return enter(c, actor, back);
    })
    .post("/role", async (c) => {
      const { role } = Acting.parse(await fieldsOf(c));
      if (!c.var.session.roles.includes(role)) return c.notFound();
      const token = await actInRole(c.var.learning, c.var.session.actor, readCookie(c) ?? "", role, c.var.now);
      if (token) giveCookie(c, token);
      return c.redirect("/", 303);
    })
    .post("/language", async (c) => {
      const { back, to } = Speaking.parse(await fieldsOf(c));
      const language = to ?? (c.var.view.language === "nl" ? "en" : "nl");
      setCookie(c, "language", language, { httpOnly: true, sameSite: "Lax", path: "/", secure: c.var.secure, maxAge: 31_536_000 });
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
    });
