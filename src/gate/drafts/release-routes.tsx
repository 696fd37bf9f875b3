import { type Context, Hono } from "hono";
import { z } from "zod";
import { dayOf } from "#src/kernel/day.ts";
import { findExcused, noteCleared } from "#src/gate/excuses/store.ts";
import { findLook, findTeammates } from "#src/gate/second-look/store.ts";
import { findMandates } from "#src/learning/mandates/index.ts";
import { audiences, findColleagues, findSignal, inTheRoom, recognisable } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { anId, atGate, cleaned, deedFields, type Env, fieldsOf, inLearning, manyIds, oneOf, ticked } from "#src/platform/door.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { saveCleared } from "./cleared-store.ts";
import { askingOf, type Audience, type Draft, release } from "./draft.ts";
import { type Answers, answersIn, clearedWith, heldBy, marksOf, neighbours, parts, proposable, replacedIn } from "./marks.ts";
import { rareIn } from "./rare.ts";
import { type Reading, type Refused, ReleasePage, type Tried } from "./release-page.tsx";
import { bringersOnly, readsSignal, same, withOwn } from "./routes.tsx";
import { findDraft, holdDraft, isReleased, releaseSignal, saveDraft } from "./store.ts";
import { takeBack } from "./take-back.ts";

const Releasing = z.object({
  ...deedFields,
  version: z.coerce.number().int().min(0).default(0),
  audience: oneOf(audiences),
  readers: manyIds,
  toOwner: ticked,
  looked: ticked,
  neighbour: oneOf(neighbours),
});
const Answering = z.object({ all: oneOf(["no"]) });
const ownWord = z
  .string()
  .max(500)
  .transform((typed) => cleaned(typed).replaceAll(/\s+/g, " "))
  .optional();
const Replacing = z.object({ word: ownWord, as: ownWord });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /drafts/:id/release": Releasing, "POST /drafts/:id/answers": Answering, "POST /drafts/:id/replace": Replacing };

/** Between a draft and what colleagues read: what has to go, what is asked, and sharing it. */
export const releasing = new Hono<Env>()
  .use("/drafts/*", bringersOnly)
  .get(`/drafts/${anId}/release`, (c) =>
    withOwn(c, async (room, draft) => c.html(<ReleasePage view={c.var.view} draft={draft} reading={await reading(c, room, draft)} />)),
  )
  .post(`/drafts/${anId}/replace`, async (c) => {
    const { word, as } = Replacing.parse(await fieldsOf(c));
    return withOwn(c, async (room, draft) => {
      await change(room, draft, word ? new Set([word]) : undefined, as || undefined);
      return c.redirect(`/drafts/${draft.id}/release`, 303);
    });
  })
  .post(`/drafts/${anId}/answers`, async (c) => {
    const fields = await fieldsOf(c);
    const { all } = Answering.parse(fields);
    return withOwn(c, async (room, draft) => {
      const marks = marksOf(draft.content, await clearedFor(room, draft));
      const answers = all ? { yes: new Set<string>(), no: marks.open.map(({ word }) => word) } : answersIn(fields);
      await take(room, draft, answers);
      return c.redirect(`/drafts/${draft.id}/release`, 303);
    });
  })
  .post(`/drafts/${anId}/release`, async (c) => {
    const fields = await fieldsOf(c);
    const { deed, version, audience: to, readers, toOwner, looked, neighbour } = Releasing.parse(fields);
    const answers = answersIn(fields);
    return atGate(c, async (room) => {
      const id = c.req.param("id");
      const seen = await holdDraft(room, id);
      const own = seen?.memberId === room.actor.memberId;
      // Whether it is somebody else's or nowhere takes the same work, and so the same time.
      if (own ? await isReleased(room, id) : await readsSignal(c, id)) return c.redirect(`/signals/${id}`, 303);
      if (!own || seen.removedAt) return c.notFound();
      const fresh = version === seen.version;
      const replaced = fresh && (await take(room, seen, answers));
      const draft = fresh ? (await findDraft(room, id))! : seen;
      // Whom one can choose is looked up for those who choose; most release to everyone.
      const known = new Set(to === "chosen" ? (await findColleagues(room, inTheRoom)).map(({ id: one }) => one) : []);
      const audience: Audience | undefined = to && { to, readers: readers.filter((reader) => known.has(reader)), toOwner };
      const refuse = async (refusal: Refused) => {
        const tried: Tried = { refusal, deed, audience, looked, neighbour, answers };
        return c.html(<ReleasePage view={c.var.view} draft={draft} reading={await reading(c, room, draft, toOwner)} tried={tried} />, 422);
      };
      if (!fresh) return refuse("changed-meanwhile");
      if (replaced) return refuse("replaced");
      const outcome = release(draft, room.actor, audience, (await asking(c, room, draft, toOwner)).asking);
      if (typeof outcome === "string") return refuse(outcome);
      const marks = marksOf(draft.content, await clearedFor(room, draft));
      const held = heldBy(marks, looked, neighbour);
      if (held) return refuse(held);
      if (recognisable(outcome.deed.said ?? {})) return refuse("recognisable");
      await releaseSignal(room, draft, outcome, deed);
      await noteCleared(room, proposable(draft.content, draft.cleared));
      if (marks.open.length > 0) await leaveTrail(room, { action: "released-looked-through", objectKind: "signal", objectId: id, purpose: "learning" });
      if (neighbour !== "no") await leaveTrail(room, { action: "released-perhaps-recognised", objectKind: "signal", objectId: id, purpose: "learning" });
      return c.redirect(`/signals/${id}`, 303);
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

const clearedFor = async (room: Room, draft: Draft) => ({ words: draft.cleared, excuses: await findExcused(room) });

/** Takes out what is certain, or these words; whether anything changed. */
async function change(room: Room, draft: Draft, words?: ReadonlySet<string>, own?: string): Promise<boolean> {
  const content = replacedIn(draft.content, words, own);
  return !same(content, draft.content) && (await saveDraft(room, draft, content, draft.version));
}

/** Keeps what the writer answered, and takes out what is a person; whether the text changed. */
async function take(room: Room, draft: Draft, { yes, no }: Answers): Promise<boolean> {
  const cleared = clearedWith(draft.cleared, marksOf(draft.content, await clearedFor(room, draft)), no);
  if (cleared.length > draft.cleared.length) await saveCleared(room, draft.id, cleared);
  return yes.size > 0 && (await change(room, draft, yes));
}

/** What stands in the text, who will be asked, by when, and whom one can choose. */
export async function reading(c: Context<Env>, room: Room, draft: Draft, toOwner = false): Promise<Reading> {
  const texts = parts.map((part) => draft.content[part]);
  const marks = marksOf(draft.content, await clearedFor(room, draft));
  return {
    ...(await asking(c, room, draft, toOwner)),
    colleagues: await findColleagues(room, inTheRoom),
    marks,
    rare: rareIn(texts, Object.values(marks.found).flat()),
    look: await findLook(room, draft.id),
    teammates: await findTeammates(room, draft.teamId),
  };
}

/** Who will be asked for an answer to this, and by when. */
async function asking(c: Context<Env>, room: Room, draft: Draft, toOwner: boolean): Promise<Pick<Reading, "asking" | "asked">> {
  const { termHarm, termOther } = c.var.municipality;
  const mandates = await findMandates(room);
  const found = askingOf(draft.content, toOwner, mandates, room.actor.memberId, { harm: termHarm, other: termOther }, dayOf(room.now));
  const mandate = mandates.find(({ ownerId, deputyId }) => ownerId === found.askedId || deputyId === found.askedId);
  return { asking: found, asked: mandate && (mandate.ownerId === found.askedId ? mandate.owner : (mandate.deputy ?? undefined)) };
}
