import { Hono } from "hono";
import { z } from "zod";
import { findCourse, findSignal } from "#src/learning/signals/index.ts";
import { anId, atGate, type Env, fieldsOf, inLearning } from "#src/platform/door.ts";
import { shieldText } from "./erase/index.ts";

const Which = z.object({
  position: z.coerce.number().int().min(1).max(1_000_000),
  part: z.enum(["sentence", "story", "matters", "reply", "answer", "reason"]),
});

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /signals/:id/shield": Which };

/**
 * "Somebody is recognisable in this": whoever may read a text shields it with one click, at once; then only its author and the privacy officer read it.
 * The gate does it, because row-level security lets nobody move a row out of their own sight.
 */
export const shield = new Hono<Env>().post(`/signals/${anId}/shield`, async (c) => {
  const signalId = c.req.param("id");
  const { position, part } = Which.parse(await fieldsOf(c));
  const readable = await inLearning(c, async (room) => {
    const signal = await findSignal(room, signalId);
    return signal !== undefined && (await findCourse(room, signalId)).some((fact) => fact.position === position && fact.said[part] !== undefined);
  });
  if (!readable) return c.notFound();
  await atGate(c, (room) => shieldText(room, { signalId, position, part }));
  return c.redirect(`/signals/${signalId}#fact-${position}`, 303);
});
