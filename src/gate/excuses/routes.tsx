import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { Room } from "#src/platform/database.ts";
import { atGate, type Env, fieldsOf, line, oneOf } from "#src/platform/door.ts";
import { decide, excuseVerdicts } from "./excuse.ts";
import { ExcusesPage, type Refused } from "./excuses-page.tsx";
import { findDecided, findProposals, keepVerdict, takeVerdictAway } from "./store.ts";

const Deciding = z.object({ word: line, verdict: oneOf(excuseVerdicts) });
const Taking = z.object({ word: line });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /excuses": Deciding, "POST /excuses/remove": Taking };

const reviewersOnly: MiddlewareHandler<Env> = async (c, next) =>
  ["facilitator", "privacy-officer"].includes(c.var.session.actor.role) ? next() : c.notFound();

/** The words a municipality no longer asks about, for whoever reviews them. */
export const excuses = new Hono<Env>()
  .use(reviewersOnly)
  .get("/", (c) => atGate(c, async (room) => c.html(<ExcusesPage view={c.var.view} {...await lists(room)} />)))
  .post("/", async (c) => {
    const { word, verdict } = Deciding.parse(await fieldsOf(c));
    return atGate(c, async (room) => {
      const found = await lists(room);
      const refusal: Refused | undefined = verdict ? decide(word, verdict, found.proposals) : "not-proposed";
      if (refusal || !verdict) return c.html(<ExcusesPage view={c.var.view} {...found} refused={refusal} />, 422);
      await keepVerdict(room, word, verdict);
      return c.redirect("/excuses", 303);
    });
  })
  .post("/remove", async (c) => {
    const { word } = Taking.parse(await fieldsOf(c));
    return atGate(c, async (room) => {
      await takeVerdictAway(room, word);
      return c.redirect("/excuses", 303);
    });
  });

const lists = async (room: Room) => ({ proposals: await findProposals(room), decided: await findDecided(room) });
