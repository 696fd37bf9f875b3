import { Hono } from "hono";
import { findPast } from "#src/gate/retention/destroy-store.ts";
import { dayOf } from "#src/kernel/day.ts";
import { asKeeper, type Env, inLearning, only } from "#src/platform/door.ts";
import { erasing } from "./erasing/routes.tsx";
import { countShielded, isWooPending } from "./erasing/store.ts";
import { keeping } from "./keeping/routes.tsx";
import { looks } from "./looks/routes.tsx";
import { findReviewedWeeks } from "./looks/store.ts";
import { lastWeek } from "./looks/week.ts";
import { PrivacyPage } from "./privacy-page.tsx";
import { trail } from "./trail/routes.tsx";

/** The pages of the privacy officer; for everybody else they are not there. */
export const privacy = new Hono<Env>()
  .use(only("privacy-officer"))
  .get("/", async (c) => {
    const { past, wooPending } = await asKeeper(c, async (room) => ({ past: await findPast(room), wooPending: await isWooPending(room) }));
    return inLearning(c, async (room) => {
      const weeks = await findReviewedWeeks(room);
      const waiting = {
        lastReview: weeks[0],
        reviewed: weeks.some(({ week }) => week === lastWeek(dayOf(room.now))),
        shielded: await countShielded(room),
        past: past.reduce((total, { pieces }) => total + pieces, 0),
        wooPending,
      };
      return c.html(<PrivacyPage view={c.var.view} waiting={waiting} />);
    });
  })
  .route("/", looks)
  .route("/", trail)
  .route("/", erasing)
  .route("/", keeping);
