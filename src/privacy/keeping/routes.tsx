import { type Context, Hono } from "hono";
import { z } from "zod";
import { destroy, findPast } from "#src/gate/retention/destroy-store.ts";
import { endWoo, findDeclared, findWoo, keepTerm, noteWoo } from "#src/gate/retention/store.ts";
import { chooseTerm, keptKinds } from "#src/gate/retention/terms.ts";
import { dayOf } from "#src/kernel/day.ts";
import { recognisable } from "#src/learning/signals/index.ts";
import { anId, asKeeper, day, deedFields, type Env, fieldsOf, manyOf, text, ticked } from "#src/platform/door.ts";
import type { Room } from "#src/platform/database.ts";
import { DeclarationPage } from "./declaration-page.tsx";
import { KeepingPage, type Refusal } from "./keeping-page.tsx";
import type { Change } from "./term-forms.tsx";
import type { Asked } from "./woo.tsx";

const short = text.pipe(z.string().max(400));
const Destroyed = z.object({ ...deedFields, kinds: manyOf(keptKinds), day: z.string().max(20).default("") });
const Chosen = z.object({ ...deedFields, months: z.string().max(20).default(""), text: short, automatic: ticked });
const Noted = z.object({ ...deedFields, day: z.string().max(40).default(""), text: short });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /privacy/keeping/destroy": Destroyed, "POST /privacy/keeping/terms/:kind": Chosen, "POST /privacy/woo": Noted };

/** Terms, what is past them, what stops destroying, and what was destroyed. */
export const keeping = new Hono<Env>()
  .get("/keeping", (c) => asKeeper(c, (room) => page(c, room)))
  .post("/keeping/destroy", async (c) => {
    const { kinds, day: seen } = Destroyed.parse(await fieldsOf(c));
    return asKeeper(c, async (room) => {
      if (kinds.length === 0) return page(c, room, { refusal: "chooseKind" });
      if (seen !== dayOf(room.now)) return page(c, room, { refusal: "lookAgain" });
      const outcome = await destroy(room, kinds);
      if (outcome === "woo-pending") return page(c, room, { refusal: "wooStops" });
      return c.redirect(outcome === "nothing" ? "/privacy/keeping" : `/privacy/declarations/${outcome.batchId}`, 303);
    });
  })
  .post("/keeping/terms/:kind", async (c) => {
    const kind = keptKinds.find((known) => known === c.req.param("kind"));
    if (!kind) return c.notFound();
    const { months, text: reason, automatic } = Chosen.parse(await fieldsOf(c));
    const chosen = chooseTerm(kind, /^\d{1,4}$/.test(months.trim()) ? Number(months) : undefined, reason, automatic);
    return asKeeper(c, async (room) => {
      if (typeof chosen === "string")
        return page(c, room, { change: { kind, months, reason, refusal: chosen === "months-missing" ? "monthsMissing" : "reasonMissing" } });
      await keepTerm(room, kind, chosen);
      return c.redirect("/privacy/keeping", 303);
    });
  })
  .post("/woo", async (c) => {
    const { day: written, text: about } = Noted.parse(await fieldsOf(c));
    const receivedOn = day.parse(written);
    return asKeeper(c, async (room) => {
      const refused = (refusal: Asked["refusal"]) => page(c, room, { asked: { day: written, about, refusal } });
      if (!receivedOn || receivedOn > dayOf(room.now) || receivedOn < "2000-01-01") return refused("wooDayMissing");
      if (!about) return refused("wooAboutMissing");
      if (recognisable({ reason: about })) return refused("wooRecognisable");
      await noteWoo(room, receivedOn, about);
      return c.redirect("/privacy/keeping", 303);
    });
  })
  .post(`/woo/${anId}/end`, (c) =>
    asKeeper(c, async (room) => ((await endWoo(room, c.req.param("id"), dayOf(room.now))) ? c.redirect("/privacy/keeping", 303) : c.notFound())),
  )
  .get(`/declarations/${anId}`, (c) =>
    asKeeper(c, async (room) => {
      const [first, ...others] = await findDeclared(room, c.req.param("id"));
      return first ? c.html(<DeclarationPage view={c.var.view} declared={[first, ...others]} />) : c.notFound();
    }),
  );

type Outcome = { refusal?: Refusal; change?: Change; asked?: Asked };

const page = async (c: Context<Env>, room: Room, outcome: Outcome = {}): Promise<Response> =>
  c.html(
    <KeepingPage view={c.var.view} past={await findPast(room)} woo={await findWoo(room)} declared={await findDeclared(room)} {...outcome} />,
    Object.keys(outcome).length > 0 ? 422 : 200,
  );
