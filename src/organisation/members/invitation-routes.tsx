import { type Context, Hono } from "hono";
import type { Room } from "#src/platform/database.ts";
import { anId, atGate, type Env, fieldsOf, only } from "#src/platform/door.ts";
import { addressOf, invite } from "#src/platform/invitation/store.ts";
import { sendInvitation } from "#src/platform/mail/invitation.ts";
import type { Postman } from "#src/platform/mail/postman.ts";
import { holdOrganisation } from "../store.ts";
import { findTeams } from "../teams/store.ts";
import { findAround } from "./around-store.ts";
import { isInvited, takeInvitation } from "./invitation-store.ts";
import { InvitePage, InvitedPage } from "./invite-page.tsx";
import { type MemberRefusal, type MemberWish, refuseInvitation } from "./member.ts";
import { Filled, Wished } from "./routes.tsx";

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /members/invite": Filled };

type Attempt = { readonly wish?: MemberWish; readonly refusals?: readonly MemberRefusal[] };
type Made = { readonly id: string; readonly code: string; readonly name: string; readonly email: string };

/** Inviting somebody by e-mail, for an administrator; when the e-mail does not go, the code is on the screen, once. */
export const invitations = (postman: Postman | undefined, secure: boolean) =>
  new Hono<Env>()
    .use(only("administrator"))
    .get("/", (c) => atGate(c, (room) => page(c, room)))
    .post("/", async (c) => {
      const wish = Wished.parse(await fieldsOf(c));
      return told(c, secure, postman, await atGate(c, (room) => made(c, room, wish)));
    })
    .post(`/${anId}/again`, async (c) => {
      const outcome = await atGate(c, async (room) => {
        const earlier = await takeInvitation(room, c.req.param("id"));
        return earlier ? made(c, room, { ...earlier, otherTeamIds: [], laws: [], language: c.var.municipality.language }) : c.notFound();
      });
      return told(c, secure, postman, outcome);
    })
    .post(`/${anId}/withdraw`, (c) =>
      atGate(c, async (room) => ((await takeInvitation(room, c.req.param("id"))) ? c.redirect("/members", 303) : c.notFound())),
    );

/** Invites, or says what is the matter. */
async function made(c: Context<Env>, room: Room, wish: MemberWish): Promise<Made | Response> {
  await holdOrganisation(room);
  const { name, title, email, roles, teamId } = wish;
  const refusals = [...refuseInvitation(wish, await findAround(room, email)), ...((await isInvited(room, email)) ? (["memberInvited"] as const) : [])];
  if (refusals.length > 0 || teamId === undefined) return page(c, room, { wish, refusals });
  return { name, email, ...(await invite(room, { name, title, email, roles, teamId })) };
}

/** Sends it when it is surely there; the code is kept nowhere, so what does not go is to be told by whoever invites. */
async function told(c: Context<Env>, secure: boolean, postman: Postman | undefined, outcome: Made | Response): Promise<Response> {
  if (outcome instanceof Response) return outcome;
  const { id, code, name, email } = outcome;
  const { host, origin } = new URL(c.req.url);
  const link = addressOf(secure ? `https://${host}` : origin, id);
  const { name: municipality, language } = c.var.municipality;
  const sent = postman && (await sendInvitation(postman, { to: email, link, code, municipality, language, at: c.var.now }));
  if (sent?.went === "sent") return c.redirect("/members?done=invited", 303);
  return c.html(<InvitedPage view={c.var.view} name={name} link={link} code={code} />);
}

async function page(c: Context<Env>, room: Room, attempt: Attempt = {}): Promise<Response> {
  return c.html(<InvitePage view={c.var.view} teams={await findTeams(room)} {...attempt} />, attempt.refusals ? 422 : 200);
}
