import { type Context, Hono } from "hono";
import { z } from "zod";
import { anId, day, type Env, fieldsOf, inLearning, text } from "#src/platform/door.ts";
import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { trailCsv } from "./csv.ts";
import { FindPage } from "./find-page.tsx";
import { type Asked, findPeople, findTrail, type Told, whats } from "./store.ts";
import { TrailPage } from "./trail-page.tsx";

const Filter = z.object({
  what: z.enum(whats).catch("all"),
  from: day.catch(undefined),
  until: day.catch(undefined),
  before: z.string().max(80).optional().catch(undefined),
});
const Searched = z.object({ q: text.pipe(z.string().max(200)) });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "GET /privacy/trail": Filter, "GET /privacy/trail/:id": Filter, "POST /privacy/looked": Searched };

const moment = z.iso.datetime();

function askedOf(c: Context<Env>, of: string | undefined): Asked {
  const { before, ...filter } = Filter.parse(c.req.query());
  const [at = "", id = ""] = before?.split("_") ?? [];
  return { of, ...filter, before: moment.safeParse(at).success && z.uuid().safeParse(id).success ? { at, id } : undefined };
}

const pageSize = 100;
const tableSize = 20_000;
const texts = ["draft", "signal"];

/** Opening the trail is itself a look; of nobody in particular it is one at the municipality. */
const leaveLook = (room: Room, action: string, told: readonly Told[], of: string | undefined, isMember: boolean) => {
  const kind = isMember ? "member" : told.find(({ objectId }) => objectId === of)?.objectKind;
  return leaveTrail(room, {
    action,
    objectKind: of ? (kind === "draft" || kind === "signal" || kind === "member" ? kind : "trail") : "municipality",
    objectId: of ?? room.actor.municipalityId,
    purpose: "review",
  });
};

async function show(c: Context<Env>, of: string | undefined): Promise<Response> {
  const asked = askedOf(c, of);
  return inLearning(c, async (room) => {
    const told = await findTrail(room, asked, pageSize + 1);
    const person = (await findPeople(room)).find(({ id }) => id === of);
    await leaveLook(room, "trail-looked", told, of, person !== undefined);
    const shown = told.slice(0, pageSize);
    const text = told.some(({ objectId, objectKind }) => objectId === of && texts.includes(objectKind));
    return c.html(
      <TrailPage view={c.var.view} asked={asked} name={person?.name} told={shown} next={told.length > pageSize ? shown.at(-1) : undefined} text={text} />,
    );
  });
}

async function take(c: Context<Env>, of: string | undefined): Promise<Response> {
  const asked = { ...askedOf(c, of), before: undefined };
  return inLearning(c, async (room) => {
    const told = await findTrail(room, asked, tableSize + 1);
    await leaveLook(
      room,
      "trail-exported",
      told,
      of,
      (await findPeople(room)).some(({ id }) => id === of),
    );
    return c.body(trailCsv(c.var.view, told, tableSize), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="logboek.csv"',
    });
  });
}

const matching = (typed: string, fields: readonly string[]): boolean => fields.some((field) => field.toLowerCase().includes(typed.toLowerCase()));

/** Who looked: found by a name that is posted, never by one in an address. */
export const trail = new Hono<Env>()
  .get("/looked", (c) => c.html(<FindPage view={c.var.view} />))
  .post("/looked", async (c) => {
    const { q: typed } = Searched.parse(await fieldsOf(c));
    const asId = z.uuid().safeParse(typed.toLowerCase()).data;
    if (asId) return c.redirect(`/privacy/trail/${asId}`, 303);
    return inLearning(c, async (room) => {
      const people = typed === "" ? [] : (await findPeople(room)).filter(({ name, title, team }) => matching(typed, [name, title, team]));
      if (people.length > 0) await leaveTrail(room, { action: "looked", objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "review" });
      return c.html(<FindPage view={c.var.view} typed={typed} found={people} />);
    });
  })
  .get("/trail", (c) => show(c, undefined))
  .get("/trail.csv", (c) => take(c, undefined))
  .get(`/trail/${anId}`, (c) => show(c, c.req.param("id")))
  .get(`/trail/${anId}/csv`, (c) => take(c, c.req.param("id")));
