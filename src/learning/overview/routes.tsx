import { type Context, Hono } from "hono";
import { z } from "zod";
import { brings, readsNumbers } from "#src/kernel/actor.ts";
import { dayOf } from "#src/kernel/day.ts";
import { findCourse, kinds, laws, snags, stages, states } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { type Env, inLearning, oneOf, text, ticked } from "#src/platform/door.ts";
import { asCsv, exported } from "./export.ts";
import { type Filter, findList, findTeams } from "./list.ts";
import { ListPage } from "./list-page.tsx";
import { findNumbers } from "./numbers.ts";
import { NumbersPage } from "./numbers-page.tsx";
import { firstDay, halvesUntil, lastDay } from "./period.ts";

/** A filter that makes no sense is as if it was not there: an address one received should always show something. */
const Asked = z.object({
  q: text.pipe(z.string().max(400)).catch(""),
  kind: oneOf(kinds).catch(undefined),
  state: oneOf(states).catch(undefined),
  snag: oneOf(snags).catch(undefined),
  law: oneOf(laws).catch(undefined),
  stage: oneOf(stages).catch(undefined),
  team: z.uuid().optional().catch(undefined),
  harm: ticked.catch(false),
  late: ticked.catch(false),
  mine: ticked.catch(false),
  sort: z.enum(["newest", "oldest", "due"]).catch("newest"),
  after: z.string().max(80).optional().catch(undefined),
});

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "GET /signals": Asked, "GET /signals.csv": Asked, "GET /signals.json": Asked };

const moment = z.iso.datetime();
const onDay = z.iso.date();

function filterOf(c: Context<Env>): Filter {
  const { after, ...asked } = Asked.parse(c.req.query());
  const [value = "", id = ""] = after?.split("_") ?? [];
  const possible = /^(19|20|21)/.test(value) && (asked.sort === "due" ? onDay : moment).safeParse(value).success && z.uuid().safeParse(id).success;
  return { ...asked, after: possible ? { value, id } : undefined };
}

const takenAlong = (room: Room) =>
  leaveTrail(room, { action: "exported", objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "learning" });

const pageSize = 25;
const exportSize = 5000;
const looksAlong = (c: Context<Env>): boolean => brings(c.var.session.actor.role) || c.var.session.actor.role === "executive";

export const overview = new Hono<Env>()
  .get("/signals", (c) =>
    looksAlong(c)
      ? inLearning(c, async (room) => {
          const filter = filterOf(c);
          const { signals, next } = await findList(room, filter, dayOf(room.now), pageSize);
          const teams = await findTeams(room);
          return c.html(
            <ListPage view={c.var.view} filter={filter} signals={signals} next={next} teams={teams} mayImport={room.actor.role === "facilitator"} />,
          );
        })
      : c.notFound(),
  )
  .get("/signals.csv", (c) =>
    looksAlong(c)
      ? inLearning(c, async (room) => {
          const { signals } = await findList(room, { ...filterOf(c), after: undefined }, dayOf(room.now), exportSize);
          await takenAlong(room);
          return c.body(asCsv(signals), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="signalen.csv"' });
        })
      : c.notFound(),
  )
  .get("/signals.json", (c) =>
    looksAlong(c)
      ? inLearning(c, async (room) => {
          const { signals } = await findList(room, { ...filterOf(c), after: undefined }, dayOf(room.now), exportSize);
          await takenAlong(room);
          const taken = [];
          for (const signal of signals) taken.push(exported(signal, await findCourse(room, signal.id)));
          return c.body(JSON.stringify({ haarvat: 1, signals: taken }, null, 1), 200, {
            "content-type": "application/json",
            "content-disposition": 'attachment; filename="signalen.json"',
          });
        })
      : c.notFound(),
  )
  .get("/numbers", (c) =>
    readsNumbers(c.var.session.actor.role)
      ? inLearning(c, async (room) => {
          const halves = halvesUntil(dayOf(room.now), 20);
          const { half, team } = c.req.query();
          const asked = { half: halves.find((known) => known === half) ?? halves[0]!, team: z.uuid().safeParse(team).data };
          const teams = (await findTeams(room)).filter(({ kind }) => kind === "access");
          const numbers = await findNumbers(room, firstDay(asked.half), lastDay(asked.half), asked.team);
          return c.html(<NumbersPage view={c.var.view} numbers={numbers} asked={asked} teams={teams} />);
        })
      : c.notFound(),
  );
