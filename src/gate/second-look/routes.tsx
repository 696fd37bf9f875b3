import { Hono } from "hono";
import { z } from "zod";
import { OthersDraftPage } from "#src/gate/drafts/draft-pages.tsx";
import { reading } from "#src/gate/drafts/release-routes.tsx";
import { ReleasePage } from "#src/gate/drafts/release-page.tsx";
import { bringersOnly, withDraft, withOwn } from "#src/gate/drafts/routes.tsx";
import { anId, type Env, fieldsOf, oneOf, text } from "#src/platform/door.ts";
import { answer, lookVerdicts } from "./second-look.ts";
import { answerLook, askLook, findLook, findTeammates } from "./store.ts";

const Asking = z.object({ reader: z.uuid().optional().catch(undefined) });
const Answering = z.object({ verdict: oneOf(lookVerdicts), words: text.pipe(z.string().max(1000)) });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /drafts/:id/ask-look": Asking, "POST /drafts/:id/look": Answering };

/** A second reader: the writer asks, a colleague of the team answers. */
export const secondLook = new Hono<Env>()
  .use("/drafts/*", bringersOnly)
  .post(`/drafts/${anId}/ask-look`, async (c) => {
    const { reader } = Asking.parse(await fieldsOf(c));
    return withOwn(c, async (room, draft) => {
      const mates = await findTeammates(room, draft.teamId);
      if (!reader || !mates.some(({ id }) => id === reader)) {
        const page = <ReleasePage view={c.var.view} draft={draft} reading={await reading(c, room, draft)} tried={{ refusal: "reader" }} />;
        return c.html(page, 422);
      }
      const before = await findLook(room, draft.id);
      if (before?.readerId !== reader || before.verdict) await askLook(room, draft, reader);
      return c.redirect(`/drafts/${draft.id}/release`, 303);
    });
  })
  .post(`/drafts/${anId}/look`, async (c) => {
    const { verdict, words } = Answering.parse(await fieldsOf(c));
    return withDraft(c, async (room, draft) => {
      const look = await findLook(room, draft.id);
      const refusal = answer(look, room.actor.memberId, verdict, words);
      if (!look || refusal === "not-asked") return c.notFound();
      if (refusal) return c.html(<OthersDraftPage view={c.var.view} draft={draft} look={look} tried={{ words, refusal }} />, 422);
      await answerLook(room, draft, verdict!, words);
      return c.redirect(`/drafts/${draft.id}`, 303);
    });
  });
