import { type Context, Hono } from "hono";
import { brings, inRoom, readsNumbers } from "#src/kernel/actor.ts";
import { dayOf } from "#src/kernel/day.ts";
import { countOwnDrafts } from "#src/gate/drafts/store.ts";
import { countAskedLooks } from "#src/gate/second-look/store.ts";
import { findExpected, findNews, findOverdue, findTeamLate, halfOf, recentNumbers } from "#src/learning/overview/index.ts";
import { findLooseEnds } from "#src/organisation/members/loose-store.ts";
import type { Room } from "#src/platform/database.ts";
import { atGate, type Env, inLearning } from "#src/platform/door.ts";
import { markSeen } from "#src/platform/messages.ts";
import { privacyPage } from "#src/privacy/first-routes.tsx";
import { HomePage } from "./home-page.tsx";

const newest = 8;

export const home = new Hono<Env>()
  .get("/", async (c) => {
    if (c.var.session.actor.role === "privacy-officer") return privacyPage(c);
    const own = async (room: Room) => ({ drafts: await countOwnDrafts(room), looks: await countAskedLooks(room) });
    const written = brings(c.var.session.actor.role) ? await atGate(c, own) : { drafts: 0, looks: 0 };
    return inLearning(c, async (room) => {
      const today = dayOf(room.now);
      const { role, teamId } = room.actor;
      const ofTeam = inRoom(role);
      const half = halfOf(today);
      const numbersOf = async (team?: string) => (readsNumbers(role) ? recentNumbers(c.var.learning, room, half, team) : undefined);
      const ownNumbers = ofTeam ? await numbersOf(teamId) : undefined;
      const found = {
        expected: await findExpected(room, today),
        news: await findNews(room, newest),
        numbers: ownNumbers ?? (await numbersOf()),
        late: ofTeam ? await findTeamLate(room, today) : [],
        loose: role === "administrator" ? await findLooseEnds(room) : undefined,
        overdue: role === "council-member" ? await findOverdue(room, today) : [],
      };
      return c.html(<HomePage view={c.var.view} today={{ ...found, ofTeam: ownNumbers !== undefined, ...written }} />);
    });
  })
  .post("/seen", (c: Context<Env>) =>
    inLearning(c, async (room) => {
      await markSeen(room);
      return c.redirect("/", 303);
    }),
  );
