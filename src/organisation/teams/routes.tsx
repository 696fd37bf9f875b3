import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Room } from "#src/platform/database.ts";
import { anId, atGate, type Env, fieldsOf, line, oneOf, only, version } from "#src/platform/door.ts";
import { holdOrganisation } from "../store.ts";
import { addTeam, changeTeam, countInTeams, findInTeam, findTeam, findTeams } from "./store.ts";
import { type InTeam, refuseEnding, refuseTeam, type Team, teamKinds, type TeamRefusal, type TeamWish } from "./team.ts";
import { TeamPage } from "./team-page.tsx";
import { TeamsPage } from "./teams-page.tsx";

const Asked = z.object({ name: line, kind: oneOf(teamKinds) });
const Wished = Asked.transform(({ name, kind }): TeamWish => ({ name, kind }));
const Seen = z.object({ version });
/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /teams": Asked, "POST /teams/:id": Asked.extend(Seen.shape) };
type Attempt = { readonly wish?: TeamWish; readonly refusals?: readonly TeamRefusal[]; readonly stale?: boolean };

/** Teams, for an administrator. */
export const teams = new Hono<Env>()
  .use(only("administrator"))
  .get("/", (c) => atGate(c, (room) => list(c, room)))
  .post("/", async (c) => {
    const wish = Wished.parse(await fieldsOf(c));
    return atGate(c, async (room) => {
      await holdOrganisation(room);
      const refusals = refuseTeam(wish, await findTeams(room));
      if (refusals.length > 0) return list(c, room, { wish, refusals });
      await addTeam(room, wish.name, wish.kind!);
      return c.redirect("/teams", 303);
    });
  })
  .get(`/${anId}`, (c) => atGate(c, (room) => one(c, room, c.req.param("id"))))
  .post(`/${anId}`, async (c) => {
    const fields = await fieldsOf(c);
    const [wish, seen] = [Wished.parse(fields), Seen.parse(fields)];
    const id = c.req.param("id");
    return atGate(c, async (room) => {
      await holdOrganisation(room);
      const refusals = refuseTeam(
        wish,
        (await findTeams(room)).filter((team) => team.id !== id),
      );
      if (!(await findTeam(room, id))) return c.notFound();
      if (refusals.length > 0) return one(c, room, id, { wish, refusals });
      const changed = await changeTeam(room, { id, version: seen.version }, { name: wish.name, kind: wish.kind! }, "team-changed");
      return changed ? c.redirect(`/teams/${id}?done=saved`, 303) : one(c, room, id, { wish, stale: true });
    });
  })
  .post(`/${anId}/end`, (c) => turn(c, c.req.param("id"), true))
  .post(`/${anId}/begin-again`, (c) => turn(c, c.req.param("id"), false));

/** Ends a team, or lets it begin again; what it is already, it stays. */
const turn = (c: Context<Env>, id: string, ending: boolean) =>
  atGate(c, async (room) => {
    await holdOrganisation(room);
    const team = await findTeam(room, id);
    if (!team) return c.notFound();
    const refusals = ending ? refuseEnding(await findInTeam(room, id)) : [];
    if (refusals.length > 0) return one(c, room, id, { refusals });
    if (ending !== (team.endedAt !== null)) await changeTeam(room, team, { ended_at: ending ? room.now : null }, ending ? "team-ended" : "team-begun-again");
    return c.redirect(`/teams/${id}?done=saved`, 303);
  });

async function list(c: Context<Env>, room: Room, attempt: Attempt = {}): Promise<Response> {
  const page = <TeamsPage view={c.var.view} teams={await findTeams(room)} counts={await countInTeams(room)} {...attempt} />;
  return c.html(page, attempt.refusals ? 422 : 200);
}

async function one(c: Context<Env>, room: Room, id: string, attempt: Attempt = {}): Promise<Response> {
  const team: Team | undefined = await findTeam(room, id);
  if (!team) return c.notFound();
  const people: InTeam[] = await findInTeam(room, id);
  const page = <TeamPage view={c.var.view} team={team} people={people} done={c.req.query("done") === "saved"} {...attempt} />;
  return c.html(page, attempt.stale ? 409 : attempt.refusals ? 422 : 200);
}
