import { type Context, Hono, type MiddlewareHandler } from "hono";
import { v7 } from "uuid";
import { z } from "zod";
import { brings } from "#src/kernel/actor.ts";
import { findSignal, kinds, laws, levels, lifeAreas, mattersSources, snags, stages, voices } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { anId, atGate, type Env, fieldsOf, inLearning, manyOf, oneOf, text } from "#src/platform/door.ts";
import { showTime } from "#src/ui/format.ts";
import { ConflictPage, DraftsPage, OthersDraftPage } from "./draft-pages.tsx";
import { type Draft, type DraftContent, emptyDraft } from "./draft.ts";
import { findExcused } from "#src/gate/excuses/store.ts";
import { findLook, findLooks } from "#src/gate/second-look/store.ts";
import { FoundList } from "./found-list.tsx";
import { marksOf } from "./marks.ts";
import { beginDraft, findDraft, findDrafts, findErasedDrafts, holdDraft, isReleased, remove, saveDraft, takeOver } from "./store.ts";
import { WritePage } from "./write-page.tsx";

const Content = z.object({
  kind: z.enum(kinds).catch("stuck"),
  sentence: text,
  story: text,
  matters: text,
  mattersSource: oneOf(mattersSources),
  voice: oneOf(voices),
  laws: manyOf(laws),
  lifeAreas: manyOf(lifeAreas),
  snags: manyOf(snags),
  stage: oneOf(stages),
  level: oneOf(levels),
  harm: z
    .literal("")
    .or(z.literal("yes"))
    .optional()
    .transform((value) => value === "yes"),
  named: z
    .literal("")
    .or(z.literal("yes"))
    .optional()
    .transform((value) => value === "yes"),
});
const Saving = z.object({ version: z.coerce.number().int().min(0), next: z.enum(["release", "keep"]).optional() });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /drafts/:id": Content.extend(Saving.shape) };

export const bringersOnly: MiddlewareHandler<Env> = async (c, next) => (brings(c.var.session.actor.role) ? next() : c.notFound());

export const drafts = new Hono<Env>()
  .use("/write", bringersOnly)
  .use("/drafts/*", bringersOnly)
  .get("/write", (c) => {
    const kind = z.enum(kinds).catch("stuck").parse(c.req.query("kind"));
    return c.html(<WritePage view={c.var.view} termHarm={c.var.municipality.termHarm} id={v7()} content={{ ...emptyDraft, kind }} version={0} />);
  })
  .get("/drafts", (c) =>
    atGate(c, async (room) => {
      const asked = z.uuid().safeParse(c.req.query("thrown")).data;
      const removed = asked ? await findDraft(room, asked) : undefined;
      const thrown = removed?.removedAt && removed.memberId === room.actor.memberId ? asked : undefined;
      const found = await findDrafts(room);
      const looks = await findLooks(
        room,
        found.map(({ id }) => id),
      );
      return c.html(
        <DraftsPage view={c.var.view} drafts={found} looks={looks} erased={await findErasedDrafts(room)} memberId={room.actor.memberId} thrown={thrown} />,
      );
    }),
  )
  .get(`/drafts/${anId}`, (c) =>
    withDraft(c, async (room, draft) => {
      if (draft.memberId !== room.actor.memberId) {
        const look = await findLook(room, draft.id);
        return c.html(<OthersDraftPage view={c.var.view} draft={draft} look={look?.readerId === room.actor.memberId ? look : undefined} />);
      }
      return c.html(
        <WritePage
          view={c.var.view}
          termHarm={c.var.municipality.termHarm}
          id={draft.id}
          content={draft.content}
          version={draft.version}
          savedAt={draft.savedAt}
          fresh={c.req.query("fresh") === "yes"}
          marks={marksOf(draft.content, { words: draft.cleared, excuses: await findExcused(room) })}
        />,
      );
    }),
  )
  .post(`/drafts/${anId}`, async (c) => {
    const fields = await fieldsOf(c);
    const { version, next } = Saving.parse(fields);
    const content = Content.parse(fields);
    return atGate(c, (room) => save(c, room, c.req.param("id"), content, version, next));
  })
  .post(`/drafts/${anId}/take-over`, (c) =>
    withDraft(c, async (room, draft) => {
      if (draft.memberId !== room.actor.memberId) await takeOver(room, draft);
      return c.redirect(`/drafts/${draft.id}`, 303);
    }),
  )
  .post(`/drafts/${anId}/remove`, (c) =>
    atGate(c, async (room) => {
      const draft = await holdDraft(room, c.req.param("id"));
      if (!draft || draft.memberId !== room.actor.memberId || (await isReleased(room, draft.id))) return c.notFound();
      if (!draft.removedAt) await remove(room, draft, room.now);
      return c.redirect(`/drafts?thrown=${draft.id}`, 303);
    }),
  )
  .post(`/drafts/${anId}/bring-back`, (c) =>
    atGate(c, async (room) => {
      const draft = await holdDraft(room, c.req.param("id"));
      if (!draft || draft.memberId !== room.actor.memberId || (await isReleased(room, draft.id))) return c.notFound();
      if (draft.removedAt) await remove(room, draft, null);
      return c.redirect(`/drafts/${draft.id}`, 303);
    }),
  );

async function save(c: Context<Env>, room: Room, id: string, content: DraftContent, version: number, next: "release" | "keep" | undefined): Promise<Response> {
  const quietly = c.req.header("accept") === "application/json";
  const { view } = c.var;
  if (await isReleased(room, id)) {
    if (!(await readsSignal(c, id))) return c.notFound();
    return quietly ? c.json({ says: view.w.writing.gone, href: `/signals/${id}` }, 409) : c.redirect(`/signals/${id}`, 303);
  }
  const begun = !(await holdDraft(room, id)) && (await beginDraft(room, id, content));
  const before = begun ? undefined : await holdDraft(room, id);
  if (!begun && !before) return c.notFound();
  // What somebody else threw away is gone for everybody else.
  if (before?.removedAt && before.memberId !== room.actor.memberId) return c.notFound();
  if (before && before.memberId !== room.actor.memberId)
    return quietly
      ? c.json({ says: view.w.writing.notYours, href: `/drafts/${id}` }, 409)
      : c.html(<ConflictPage view={view} id={v7()} theirsId={id} version={0} yours={content} theirs={before.content} />, 409);
  const known = before && same(before.content, content);
  if (before && !known && !(await saveDraft(room, before, content, version)))
    return quietly
      ? c.json({ says: view.w.writing.conflictPress }, 409)
      : c.html(<ConflictPage view={view} id={id} version={before.version} yours={content} theirs={before.content} />, 409);
  if (quietly)
    return c.json({
      version: before ? before.version + (known ? 0 : 1) : 1,
      says: `${view.w.writing.saved(showTime(view, room.now))} · ${view.w.writing.savedTeam}`,
      found: (await FoundList({ view, marks: marksOf(content, { words: before?.cleared ?? [], excuses: await findExcused(room) }) })).toString(),
    });
  return c.redirect(next === "release" ? `/drafts/${id}/release` : "/drafts", 303);
}

/** The gate finds every signal of the municipality; that one exists is told only to who reads it. */
export const readsSignal = (c: Context<Env>, id: string): Promise<boolean> => inLearning(c, async (room) => (await findSignal(room, id)) !== undefined);

export const same = (one: DraftContent, other: DraftContent): boolean =>
  JSON.stringify(one, Object.keys(emptyDraft)) === JSON.stringify(other, Object.keys(emptyDraft));

/** A draft this person may read and that is still there. */
export const withDraft = (c: Context<Env, `/${typeof anId}`>, work: (room: Room, draft: Draft) => Response | Promise<Response>): Promise<Response> =>
  atGate(c, async (room) => {
    const draft = await findDraft(room, c.req.param("id"));
    return draft && !draft.removedAt ? work(room, draft) : c.notFound();
  });

export const withOwn: typeof withDraft = (c, work) =>
  withDraft(c, (room, draft) => (draft.memberId === room.actor.memberId ? work(room, draft) : c.notFound()));
