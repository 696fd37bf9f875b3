import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor, asVisitor } from "#src/platform/database.ts";
import { type Env, within } from "#src/platform/door.ts";
import { dropCookie, giveCookie, readCookie } from "#src/platform/doors/cookie.ts";
import { enter } from "#src/platform/doors/enter.ts";
import { originOf } from "#src/platform/doors/foreign.ts";
import type { House } from "#src/platform/house.ts";
import { accept } from "#src/platform/invitation/store.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { type Identity, pseudonymOf } from "./identity.ts";
import { invitationOf, invitations } from "./invitation-routes.tsx";
import { journeyCookie, journeySeconds, lockJourney, unlockJourney } from "./journey.ts";
import { keptPosts } from "./kept-routes.tsx";
import { leaving } from "./leave-routes.tsx";
import { isEnough, type Known, mayEnter, type Refusal, roleOf } from "./login.ts";
import { providerOf, type Trouble } from "./provider.ts";
import { findKnown, findLastRole } from "./store.ts";
import { said, WelcomePage } from "./welcome-page.tsx";

/** Logging in at the provider and coming back, being invited, stopping, and what was sent too late. */
export function login(house: House): Hono<Env> {
  const provider = house.login && providerOf(house.login, house.report);
  const enough = house.login?.acr ?? [];
  const app = new Hono<Env>()
    .route("/", keptPosts)
    .route("/", invitations(provider !== undefined))
    .route("/", leaving(provider));
  return app
    .get("/welcome", (c) => {
      if (!provider) return c.notFound();
      const back = within.parse(c.req.query("back") ?? "/");
      const why = z.enum(said).optional().catch(undefined).parse(c.req.query("said"));
      return c.var.session && !why ? c.redirect(back, 303) : c.html(<WelcomePage view={c.var.view} back={back} said={why} />);
    })
    .get("/login", async (c) => {
      if (!provider) return c.notFound();
      const back = within.parse(c.req.query("back") ?? "/");
      const begun = await provider.begin(`${originOf(c)}/login/back`);
      if (begun === "away") return turnedAway(c, "away", back);
      const invitation = c.req.query("invitation") === undefined ? undefined : invitationOf(c);
      const journey = { ...begun.journey, municipalityId: c.var.municipality.id, at: c.var.now.getTime(), back, invitation };
      giveCookie(c, lockJourney(house.secret, journey), journeyCookie(journey.state), journeySeconds);
      return c.redirect(begun.to.href, 303);
    })
    .get("/login/back", async (c) => {
      if (!provider) return c.notFound();
      const state = c.req.query("state") ?? "";
      const name = journeyCookie(state);
      const returned = { state, municipalityId: c.var.municipality.id, now: c.var.now };
      const journey = name ? unlockJourney(house.secret, readCookie(c, name), returned) : undefined;
      // Who is in already, and comes along here once more by the button of the browser, stays in.
      if (!journey) return c.var.session ? c.redirect("/", 303) : turnedAway(c, "refused", "/");
      dropCookie(c, name);
      const identity = await provider.finish(new URL(`${originOf(c)}/login/back${new URL(c.req.url).search}`), journey);
      if (typeof identity === "string") return turnedAway(c, identity, journey.back);
      if (journey.invitation && isEnough(identity.acr, enough)) await acceptedAs(c, identity, journey.invitation);
      return comesIn(c, identity, journey.back, enough);
    });
}

/** One calm page, at an address without what the provider sent along. */
const turnedAway = (c: Context<Env>, why: Trouble | Refusal, back: string): Response =>
  c.redirect(`/welcome?said=${why}&back=${encodeURIComponent(back)}`, 303);

async function acceptedAs(c: Context<Env>, { issuer, subject, name, email }: Identity, invitation: string): Promise<void> {
  const { gate, municipality, view, now } = c.var;
  await accept(gate, municipality.id, invitation, { issuer, subject, name, email, language: view.language }, now);
  dropCookie(c, "haarvat-invitation");
}

async function comesIn(c: Context<Env>, identity: Identity, back: string, enough: readonly string[]): Promise<Response> {
  const { learning, municipality, now, sessionSecret } = c.var;
  const known = await asVisitor(learning, municipality.id, now, (room) => findKnown(room, identity.issuer, identity.subject));
  const refusal = mayEnter(known, identity, enough);
  if (refusal || !known) {
    await noted(c, known);
    return turnedAway(c, refusal ?? "unknown", back);
  }
  const represents = identity.represents && pseudonymOf(sessionSecret, municipality.id, identity.represents);
  const self = actorOf(municipality.id, known);
  const actor: Actor = { ...self, role: roleOf(known, await asActor(learning, self, now, findLastRole)), represents };
  return enter(c, actor, back, { acr: identity.acr });
}

const actorOf = (municipalityId: string, { id, roles, teamId, otherTeamIds }: Known): Actor => ({
  memberId: id,
  municipalityId,
  role: roles[0]!,
  teamId,
  otherTeamIds,
});

/** That somebody was refused who is known here, or who is known to the provider and not here. */
const noted = (c: Context<Env>, known: Known | undefined): Promise<void> =>
  known
    ? asActor(c.var.learning, actorOf(c.var.municipality.id, known), c.var.now, (room) =>
        leaveTrail(room, { action: "session-begun", objectKind: "member", objectId: known.id, purpose: "login", result: "refused" }),
      )
    : asVisitor(c.var.learning, c.var.municipality.id, c.var.now, (room) =>
        leaveTrail(room, { action: "session-begun", objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "login", result: "refused" }),
      );
