import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { findCourse, findSignal, holdSignal, record } from "#src/learning/signals/index.ts";
import { anId, atGate, type Env, fieldsOf, inLearning } from "#src/platform/door.ts";

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
  await atGate(c, async (room) => {
    const signal = await holdSignal(room, signalId);
    if (!signal) return;
    const { numUpdatedRows } = await room.tx
      .updateTable("learning.text")
      .set({ shielded: true })
      .where("municipality_id", "=", room.actor.municipalityId)
      .where("signal_id", "=", signalId)
      .where("position", "=", position)
      .where("part", "=", part)
      .where("shielded", "=", false)
      .executeTakeFirstOrThrow();
    // What is shielded already stays as it is: two clicks are one.
    if (numUpdatedRows === 0n) return;
    await record(room, signal, { kind: "shielded", to: signal.state, codes: { position, part } }, randomUUID());
  });
  return c.redirect(`/signals/${signalId}#fact-${position}`, 303);
});
