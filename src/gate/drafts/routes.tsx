import { type Context, Hono, type MiddlewareHandler } from "hono";
import { v7 } from "uuid";
import { z } from "zod";
import { dayOf } from "#src/kernel/day.ts";
import { brings } from "#src/kernel/actor.ts";
import { replaced } from "#src/language/deidentify/replace.ts";
import { findMandates } from "#src/learning/mandates/index.ts";
import {
  audiences,
  findColleagues,
  findSignal,
  inTheRoom,
  kinds,
  laws,
  levels,
  lifeAreas,
  mattersSources,
  recognisable,
  type Refusal,
  snags,
  stages,
  voices,
} from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { anId, atGate, deedFields, type Env, fieldsOf, inLearning, manyIds, manyOf, oneOf, text, ticked } from "#src/platform/door.ts";
import { showTime } from "#src/ui/format.ts";
import { ConflictPage, DraftsPage, OthersDraftPage } from "./draft-pages.tsx";
import { askingOf, type Audience, type Draft, type DraftContent, emptyDraft, release } from "./draft.ts";
import { ReleasePage, type Reading } from "./release-page.tsx";
import { beginDraft, findDraft, findDrafts, findErasedDrafts, holdDraft, isReleased, releaseSignal, remove, saveDraft, takeOver } from "./store.ts";
import { takeBack } from "./take-back.ts";
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
const Releasing = z.object({
  ...deedFields,
  version: z.coerce.number().int().min(0).default(0),
  audience: oneOf(audiences),
  readers: manyIds,
  toOwner: ticked,
});

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /drafts/:id": Content.extend(Saving.shape), "POST /drafts/:id/release": Releasing };

const bringersOnly: MiddlewareHandler<Env> = async (c, next) => (brings(c.var.session.actor.role) ? next() : c.notFound());

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
      return c.html(
        <DraftsPage view={c.var.view} drafts={await findDrafts(room)} erased={await findErasedDrafts(room)} memberId={room.actor.memberId} thrown={thrown} />,
      );
    }),
  )
  .get(`/drafts/${anId}`, (c) =>
    withDraft(c, (room, draft) => {
      if (draft.memberId !== room.actor.memberId) return c.html(<OthersDraftPage view={c.var.view} draft={draft} />);
      return c.html(
        <WritePage
          view={c.var.view}
          termHarm={c.var.municipality.termHarm}
          id={draft.id}
          content={draft.content}
          version={draft.version}
          savedAt={draft.savedAt}
          fresh={c.req.query("fresh") === "yes"}
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
  )
  .get(`/drafts/${anId}/release`, (c) =>
    withOwn(c, async (room, draft) => c.html(<ReleasePage view={c.var.view} draft={draft} reading={await reading(c, room, draft, false)} />)),
  )
  .post(`/drafts/${anId}/replace`, (c) =>
    withOwn(c, async (room, draft) => {
      const { sentence, story, matters } = draft.content;
      const content = { ...draft.content, sentence: replaced(sentence), story: replaced(story), matters: replaced(matters) };
      if (!same(content, draft.content)) await saveDraft(room, draft, content, draft.version);
      return c.redirect(`/drafts/${draft.id}/release`, 303);
    }),
  )
  .post(`/drafts/${anId}/release`, async (c) => {
    const { deed, version, audience: to, readers, toOwner } = Releasing.parse(await fieldsOf(c));
    return atGate(c, async (room) => {
      const draft = await holdDraft(room, c.req.param("id"));
      const own = draft?.memberId === room.actor.memberId;
      // Whether it is somebody else's or nowhere takes the same work, and so the same time.
      if (own ? await isReleased(room, draft.id) : await readsSignal(c, c.req.param("id"))) return c.redirect(`/signals/${c.req.param("id")}`, 303);
      if (!own || draft.removedAt) return c.notFound();
      const asked = await asking(c, room, draft, toOwner);
      // Whom one can choose is looked up for those who choose; most release to everyone.
      const known = new Set(to === "chosen" ? (await findColleagues(room, inTheRoom)).map(({ id }) => id) : []);
      const audience: Audience | undefined = to && { to, readers: readers.filter((reader) => known.has(reader)), toOwner };
      const outcome = release(draft, room.actor, audience, asked.asking);
      const refuse = async (refusal: Refusal | "recognisable" | "changed-meanwhile") => {
        const read = { ...asked, colleagues: await findColleagues(room, inTheRoom) };
        return c.html(<ReleasePage view={c.var.view} draft={draft} reading={read} audience={audience} refusal={refusal} deed={deed} />, 422);
      };
      if (version !== draft.version) return refuse("changed-meanwhile");
      if (typeof outcome === "string") return refuse(outcome);
      if (recognisable(outcome.deed.said ?? {})) return refuse("recognisable");
      await releaseSignal(room, draft, outcome, deed);
      return c.redirect(`/signals/${draft.id}`, 303);
    });
  })
  .post(`/drafts/${anId}/take-back`, async (c) => {
    const id = c.req.param("id");
    // The gate would hold a signal of anybody, and holding takes time: that would tell that it is there.
    const own = await inLearning(c, async (room) => (await findSignal(room, id))?.bringerId === room.actor.memberId);
    if (!own) return c.notFound();
    const draftId = await atGate(c, (room) => takeBack(room, id));
    // Too late, or something happened already: the signal itself shows what one can do.
    return c.redirect(draftId ? `/drafts/${draftId}` : `/signals/${id}`, 303);
  });

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
    });
  return c.redirect(next === "release" ? `/drafts/${id}/release` : "/drafts", 303);
}

/** The gate finds every signal of the municipality; that one exists is told only to who reads it. */
const readsSignal = (c: Context<Env>, id: string): Promise<boolean> => inLearning(c, async (room) => (await findSignal(room, id)) !== undefined);

const same = (one: DraftContent, other: DraftContent): boolean =>
  JSON.stringify(one, Object.keys(emptyDraft)) === JSON.stringify(other, Object.keys(emptyDraft));

/** A draft this person may read and that is still there. */
const withDraft = (c: Context<Env, `/${typeof anId}`>, work: (room: Room, draft: Draft) => Response | Promise<Response>): Promise<Response> =>
  atGate(c, async (room) => {
    const draft = await findDraft(room, c.req.param("id"));
    return draft && !draft.removedAt ? work(room, draft) : c.notFound();
  });

const withOwn: typeof withDraft = (c, work) => withDraft(c, (room, draft) => (draft.memberId === room.actor.memberId ? work(room, draft) : c.notFound()));

/** Who will be asked, by when, and whom one can choose. */
const reading = async (c: Context<Env>, room: Room, draft: Draft, toOwner: boolean): Promise<Reading> => ({
  ...(await asking(c, room, draft, toOwner)),
  colleagues: await findColleagues(room, inTheRoom),
});

/** Who will be asked for an answer to this, and by when. */
async function asking(c: Context<Env>, room: Room, draft: Draft, toOwner: boolean): Promise<Pick<Reading, "asking" | "asked">> {
  const { termHarm, termOther } = c.var.municipality;
  const mandates = await findMandates(room);
  const found = askingOf(draft.content, toOwner, mandates, room.actor.memberId, { harm: termHarm, other: termOther }, dayOf(room.now));
  const mandate = mandates.find(({ ownerId, deputyId }) => ownerId === found.askedId || deputyId === found.askedId);
  return { asking: found, asked: mandate && (mandate.ownerId === found.askedId ? mandate.owner : (mandate.deputy ?? undefined)) };
}
