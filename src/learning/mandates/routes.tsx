import { type Context, Hono } from "hono";
import { z } from "zod";
import { canAnswer, findColleagues, findReceiver, levels, snags } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { anId, type Env, fieldsOf, inLearning, oneOf } from "#src/platform/door.ts";
import { MandatesPage } from "./mandates-page.tsx";
import { addMandate, findListed, isListed, removeMandate } from "./store.ts";

const person = z.union([z.uuid(), z.literal("")]).optional();
const Added = z.object({ snag: oneOf(snags), level: oneOf(levels), owner: person, deputy: person });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /mandates": Added };

const keeps = (c: Context<Env>): boolean => ["facilitator", "administrator"].includes(c.var.session.actor.role);

export const mandates = new Hono<Env>()
  .get("/", (c) => inLearning(c, (room) => page(c, room)))
  .post("/", async (c) => {
    if (!keeps(c)) return c.notFound();
    const { snag = null, level = null, owner, deputy } = Added.parse(await fieldsOf(c));
    return inLearning(c, async (room) => {
      const ownerId = (await findReceiver(room, owner))?.id;
      const other = (await findReceiver(room, deputy))?.id;
      const deputyId = other && other !== ownerId ? other : null;
      if (!ownerId || (snag === null && level === null)) return page(c, room, "mandateNeeds");
      const line = { snag, level, ownerId, deputyId };
      if (!(await addMandate(room, line)) && !(await isListed(room, line))) return page(c, room, "mandateTwice");
      return c.redirect("/mandates", 303);
    });
  })
  .post(`/${anId}/remove`, (c) => {
    if (!keeps(c)) return c.notFound();
    return inLearning(c, async (room) => ((await removeMandate(room, c.req.param("id"))) ? c.redirect("/mandates", 303) : c.notFound()));
  });

async function page(c: Context<Env>, room: Room, refusal?: "mandateNeeds" | "mandateTwice"): Promise<Response> {
  const receivers = keeps(c) ? await findColleagues(room, canAnswer) : undefined;
  return c.html(<MandatesPage view={c.var.view} mandates={await findListed(room)} receivers={receivers} refusal={refusal} />, refusal ? 422 : 200);
}
