import { type Context, Hono } from "hono";
import { z } from "zod";
import { languages } from "#src/kernel/language.ts";
import { findMandatesOf } from "#src/learning/mandates/index.ts";
import { laws } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import { anId, atGate, type Env, fieldsOf, line, manyIds, manyOf, oneOf, only, version } from "#src/platform/door.ts";
import { holdOrganisation } from "../store.ts";
import { findTeams } from "../teams/store.ts";
import { findAround } from "./around-store.ts";
import { findInvited } from "./invitation-store.ts";
import { type Member, type MemberRefusal, type MemberWish, refuseChange, refuseLeaving, refuseReturn, workingRoles } from "./member.ts";
import { MemberPage } from "./member-page.tsx";
import { MembersPage } from "./members-page.tsx";
import { bringBack, changeMember, type Filter, findMember, findMembers, letGo } from "./store.ts";

const roleNames = workingRoles as unknown as readonly [(typeof workingRoles)[number], ...(typeof workingRoles)[number][]];
const team = z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional();
export const Filled = z.object({
  name: line,
  title: line,
  email: line,
  roles: manyOf(roleNames),
  team,
  others: manyIds,
  laws: manyOf(laws),
  language: z.enum(languages).default("nl"),
});
export const Wished = Filled.transform(({ team, others, ...wish }): MemberWish => ({ ...wish, teamId: team, otherTeamIds: others }));
const Seen = z.object({ version });
const Asked = z.object({
  q: line,
  team: team.catch(undefined),
  role: oneOf(roleNames).catch(undefined),
  left: z.enum(["yes", "all"]).optional().catch(undefined),
  done: z.literal("invited").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "GET /members": Asked, "POST /members/:id": Filled.extend(Seen.shape) };

type Attempt = { readonly wish?: MemberWish; readonly refusals?: readonly MemberRefusal[]; readonly stale?: boolean };

/** Members, for an administrator; inviting is beside this. */
export const members = new Hono<Env>()
  .use(only("administrator"))
  .get("/", (c) =>
    atGate(c, async (room) => {
      const { done, ...asked } = Asked.parse(c.req.query());
      const filter: Filter = { ...asked, team: asked.team, role: asked.role, left: asked.left };
      const found = await findMembers(room, filter);
      return c.html(
        <MembersPage view={c.var.view} filter={filter} done={done !== undefined} {...found} invited={await findInvited(room)} teams={await findTeams(room)} />,
      );
    }),
  )
  .get(`/${anId}`, (c) => atGate(c, async (room) => one(c, room, await findMember(room, c.req.param("id")))))
  .post(`/${anId}`, async (c) => {
    const fields = await fieldsOf(c);
    const [wish, seen] = [Wished.parse(fields), Seen.parse(fields)];
    return held(c, c.req.param("id"), async (room, member) => {
      const around = await findAround(room, wish.email, member);
      const refusals = refuseChange(member, wish, room.actor.memberId, around);
      const { teamId } = wish;
      if (refusals.length > 0 || teamId === undefined) return one(c, room, member, { wish, refusals });
      const others = wish.otherTeamIds.filter((id) => around.teamIds.includes(id) || member.otherTeamIds.includes(id));
      const changed = await changeMember(room, member, { ...wish, teamId, otherTeamIds: others }, seen.version);
      return changed || one(c, room, await findMember(room, member.id), { wish, stale: true });
    });
  })
  .post(`/${anId}/let-go`, (c) =>
    held(c, c.req.param("id"), async (room, member) => {
      const refusals = refuseLeaving(member, await findAround(room, "", member));
      if (refusals.length > 0) return one(c, room, member, { refusals });
      if (member.endedAt === null) await letGo(room, member);
      return true;
    }),
  )
  .post(`/${anId}/bring-back`, (c) =>
    held(c, c.req.param("id"), async (room, member) => {
      const refusals = refuseReturn(member, await findAround(room, "", member));
      if (refusals.length > 0) return one(c, room, member, { refusals });
      if (member.endedAt !== null) await bringBack(room, member);
      return true;
    }),
  );

/** Works on a member while nobody else changes the organisation; afterwards their page says what became of it. */
const held = (c: Context<Env>, id: string, work: (room: Room, member: Member) => Promise<true | Response>) =>
  atGate(c, async (room) => {
    await holdOrganisation(room);
    const member = await findMember(room, id);
    if (!member) return c.notFound();
    const outcome = await work(room, member);
    return outcome === true ? c.redirect(`/members/${id}?done=saved`, 303) : outcome;
  });

async function one(c: Context<Env>, room: Room, member: Member | undefined, attempt: Attempt = {}): Promise<Response> {
  if (!member) return c.notFound();
  const around = { teams: await findTeams(room), mandates: await findMandatesOf(room, member.id) };
  const page = <MemberPage view={c.var.view} member={member} {...around} done={c.req.query("done") === "saved"} {...attempt} />;
  return c.html(page, attempt.stale ? 409 : attempt.refusals ? 422 : 200);
}
