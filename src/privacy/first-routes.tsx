import type { Context } from "hono";
import { findPast } from "#src/gate/retention/destroy-store.ts";
import { dayOf } from "#src/kernel/day.ts";
import { asKeeper, type Env, inLearning } from "#src/platform/door.ts";
import { countShielded, isWooPending } from "./erasing/store.ts";
import { findReviewedWeeks } from "./looks/store.ts";
import { lastWeek } from "./looks/week.ts";
import { PrivacyPage } from "./privacy-page.tsx";

/** What waits for the privacy officer: what one sees first, and at the entry in the menu. */
export async function privacyPage(c: Context<Env>): Promise<Response> {
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
}
