import { type Context, Hono } from "hono";
import { z } from "zod";
import { eraseDraft, eraseSignal, eraseText, liftShield } from "#src/gate/erase/index.ts";
import { grounds } from "#src/learning/signals/index.ts";
import { anId, asKeeper, deedFields, type Env, fieldsOf, inLearning, oneOf, text } from "#src/platform/door.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { ErasedPage, ErasePage } from "./erase-page.tsx";
import { JudgePage } from "./judge-page.tsx";
import { ShieldedPage } from "./shielded-page.tsx";
import { findErasable, findShielded, findTombstones, isWooPending } from "./store.ts";

const Which = z.object({
  position: z.coerce.number().int().min(1).max(1_000_000),
  part: z.enum(["sentence", "story", "matters", "reply", "answer", "reason"]),
});
const Judged = Which.extend({ ...deedFields, text, ground: oneOf(grounds) });

const Grounded = z.object({ ...deedFields, ground: oneOf(grounds) });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /privacy/texts/:id/lift": Judged, "POST /privacy/texts/:id/erase": Judged, "POST /privacy/erase/:id": Grounded };

const keyOf = (c: Context<Env>): Buffer => erasureKey(c.var.sessionSecret, c.var.municipality.id);

/** Judging shielded texts, and erasing words. */
export const erasing = new Hono<Env>()
  .get("/shielded", (c) => inLearning(c, async (room) => c.html(<ShieldedPage view={c.var.view} shielded={await findShielded(room)} />)))
  .get(`/texts/${anId}`, (c) => {
    const which = Which.safeParse(c.req.query());
    return which.success ? judge(c, { signalId: c.req.param("id"), ...which.data }) : c.notFound();
  })
  .post(`/texts/${anId}/lift`, async (c) => {
    const { text: reason, ...said } = Judged.parse(await fieldsOf(c));
    const which = { signalId: c.req.param("id"), position: said.position, part: said.part };
    const refused = await asKeeper(c, (room) => liftShield(room, which, reason));
    if (refused === "not-found") return c.notFound();
    if (refused) return judge(c, which, refused === "words-missing" ? "reasonMissing" : "reasonRecognisable", reason);
    return c.redirect("/privacy/shielded", 303);
  })
  .post(`/texts/${anId}/erase`, async (c) => {
    const { ground, ...said } = Judged.parse(await fieldsOf(c));
    const which = { signalId: c.req.param("id"), position: said.position, part: said.part };
    if (!ground) return judge(c, which, "groundMissing");
    const shielded = await inLearning(c, async (room) => (await findShielded(room, which)).length > 0);
    return shielded && (await asKeeper(c, (room) => eraseText(room, keyOf(c), which, ground))) ? c.redirect("/privacy/erased", 303) : c.notFound();
  })
  .get(`/erase/${anId}`, (c) => erasePage(c, c.req.param("id"), false))
  .post(`/erase/${anId}`, async (c) => {
    const id = c.req.param("id");
    const { ground } = Grounded.parse(await fieldsOf(c));
    if (!ground) return erasePage(c, id, true);
    const erased = await asKeeper(c, async (room) => {
      const kind = (await findErasable(room, id))?.kind;
      return kind && (kind === "signal" ? eraseSignal : eraseDraft)(room, keyOf(c), id, ground);
    });
    return erased ? c.redirect("/privacy/erased", 303) : c.notFound();
  })
  .get("/erased", (c) => asKeeper(c, async (room) => c.html(<ErasedPage view={c.var.view} tombstones={await findTombstones(room)} />)));

async function judge(
  c: Context<Env>,
  which: z.infer<typeof Which> & { signalId: string },
  refusal?: "reasonMissing" | "reasonRecognisable" | "groundMissing",
  reason = "",
): Promise<Response> {
  const wooPending = await asKeeper(c, isWooPending);
  return inLearning(c, async (room) => {
    const [found] = await findShielded(room, which);
    if (!found) return c.notFound();
    await leaveTrail(room, { action: "looked", objectKind: "signal", objectId: which.signalId, purpose: "shield" });
    return c.html(<JudgePage view={c.var.view} text={found} wooPending={wooPending} refusal={refusal} reason={reason} />, refusal ? 422 : 200);
  });
}

const erasePage = (c: Context<Env>, id: string, refused: boolean): Promise<Response> =>
  asKeeper(c, async (room) => {
    const erasable = await findErasable(room, id);
    if (!erasable) return c.notFound();
    return c.html(<ErasePage view={c.var.view} id={id} erasable={erasable} wooPending={await isWooPending(room)} refused={refused} />, refused ? 422 : 200);
  });
