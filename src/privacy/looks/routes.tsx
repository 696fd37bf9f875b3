import { Hono } from "hono";
import { z } from "zod";
import { type Day, dayOf } from "#src/kernel/day.ts";
import { anId, deedFields, type Env, fieldsOf, inLearning, text } from "#src/platform/door.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { findTrail } from "../trail/store.ts";
import { closeWeek, findLooks, findMoments, findReviewedWeeks, findReviews, review } from "./store.ts";
import { oncePerText, unusual } from "./unusual.ts";
import { lastWeek, mondayOf } from "./week.ts";
import { WeekPage } from "./week-page.tsx";

const most = 100;
const pageSize = 20;
const day = z.iso
  .date()
  .refine((date) => /^(19|20|21)/.test(date))
  .transform((date) => mondayOf(date as Day));
const Asked = z.object({ week: day.optional().catch(undefined), from: z.coerce.number().int().min(0).max(most).catch(0) });
const Found = z.object({ ...deedFields, week: day, verdict: z.enum(["in-order", "asked"]), text: text.pipe(z.string().max(400)) });

const Closed = z.object({ ...deedFields, week: day });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "GET /privacy/week": Asked, "POST /privacy/week": Closed, "POST /privacy/week/:id": Found };

/** The review of the looks of a week. */
export const looks = new Hono<Env>()
  .get("/week", (c) =>
    inLearning(c, async (room) => {
      const { week = lastWeek(dayOf(room.now)), from } = Asked.parse(c.req.query());
      const all = await findLooks(room, week);
      const { changes, refused } = await findMoments(room, week);
      const standing = oncePerText(unusual(all, changes, refused)).slice(0, most);
      const page = standing.slice(from, from + pageSize);
      const told = new Map((await findTrail(room, { what: "all", ids: page.map(({ id }) => id) }, pageSize)).map((one) => [one.id, one]));
      const reviews = await findReviews(room, week);
      const weeks = await findReviewedWeeks(room);
      await leaveTrail(room, { action: "trail-looked", objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "review" });
      return c.html(
        <WeekPage
          view={c.var.view}
          week={week}
          count={all.length}
          shown={page.flatMap((look) => (told.has(look.id) ? [{ look, told: told.get(look.id)!, review: reviews.get(look.id) }] : []))}
          next={from + pageSize < standing.length ? from + pageSize : undefined}
          done={weeks.find((done) => done.week === week)}
          last={weeks[0]}
        />,
      );
    }),
  )
  .post("/week", async (c) => {
    const { week } = Closed.parse(await fieldsOf(c));
    return inLearning(c, async (room) => {
      // A week that is not over yet can not have been reviewed; one that was reviewed stays so.
      if (week < mondayOf(dayOf(room.now)) && !(await findReviewedWeeks(room)).some((done) => done.week === week)) await closeWeek(room, week);
      return c.redirect(`/privacy/week?week=${week}`, 303);
    });
  })
  .post(`/week/${anId}`, async (c) => {
    const id = c.req.param("id");
    const { week, verdict, text: note } = Found.parse(await fieldsOf(c));
    return inLearning(c, async (room) =>
      (await review(room, week, id, verdict, note)) ? c.redirect(`/privacy/week?week=${week}#look-${id}`, 303) : c.notFound(),
    );
  });
