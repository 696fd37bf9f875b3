import { type Context, Hono } from "hono";
import { z } from "zod";
import { asVisitor, type Room } from "#src/platform/database.ts";
import { anId, type Env, fieldsOf } from "#src/platform/door.ts";
import { giveCookie, readCookie } from "#src/platform/doors/cookie.ts";
import { findOpen, tryCode } from "#src/platform/invitation/store.ts";
import { lock, unlock } from "#src/platform/locked.ts";
import { AcceptPage, CodePage } from "./invitation-page.tsx";

const cookie = "haarvat-invitation";
const minutes = 15;

const Proving = z.object({ code: z.string().max(100).catch("") });
/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /invitation/:id": Proving };

/** An invitation at its address, which is no secret, and its code, which stands in no address and in no log. */
export const invitations = (open: boolean) =>
  new Hono<Env>()
    .get("/invitation", async (c) => {
      const id = open ? invitationOf(c) : undefined;
      const invitation = id && (await atTheDoor(c, (room) => findOpen(room, id)));
      return invitation ? c.html(<AcceptPage view={c.var.view} invitation={invitation} />) : c.notFound();
    })
    .get(`/invitation/${anId}`, (c) => (open ? c.html(<CodePage view={c.var.view} id={c.req.param("id")} />) : c.notFound()))
    .post(`/invitation/${anId}`, async (c) => {
      if (!open) return c.notFound();
      const id = c.req.param("id");
      const { code } = Proving.parse(await fieldsOf(c));
      if (!(await atTheDoor(c, (room) => tryCode(room, id, code)))) return c.html(<CodePage view={c.var.view} id={id} wrong />, 422);
      const proven = JSON.stringify({ id, until: c.var.now.getTime() + minutes * 60_000 });
      giveCookie(c, lock(c.var.sessionSecret, purposeIn(c), proven).toString("base64url"), cookie, minutes * 60);
      return c.redirect("/invitation", 303);
    });

const purposeIn = (c: Context<Env>): string => `invitation ${c.var.municipality.id}`;

const atTheDoor = <T,>(c: Context<Env>, work: (room: Room) => Promise<T>): Promise<T> => asVisitor(c.var.gate, c.var.municipality.id, c.var.now, work);

/** The invitation whose code was typed in this browser a short while ago. */
export function invitationOf(c: Context<Env>): string | undefined {
  const text = unlock(c.var.sessionSecret, purposeIn(c), Buffer.from(readCookie(c, cookie) ?? "", "base64url"));
  const proven = text === undefined ? undefined : (JSON.parse(text) as { id: string; until: number });
  return proven && proven.until >= c.var.now.getTime() ? proven.id : undefined;
}
