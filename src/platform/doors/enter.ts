import type { Context } from "hono";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor } from "#src/platform/database.ts";
import type { Env } from "#src/platform/door.ts";
import { anythingKept } from "#src/platform/kept/store.ts";
import { beginSession, endSession } from "#src/platform/session.ts";
import { giveCookie, readCookie } from "./cookie.ts";

/** Where somebody lands who logged in in a new window; the window they write in goes on by itself. */
export const newWindow = "/again";

/** Gives this browser a new session in place of the one it had, and leads on: first past what somebody sent after the last one had ended. */
export async function enter(c: Context<Env>, actor: Actor, back: string, assured: { readonly acr?: string | undefined } = {}): Promise<Response> {
  const { learning, session, now } = c.var;
  const before = readCookie(c);
  if (session && before) await endSession(learning, session.actor, before, now);
  giveCookie(c, await beginSession(learning, actor, now, assured));
  const waiting = back !== newWindow && (await asActor(learning, actor, now, anythingKept));
  return c.redirect(waiting ? "/kept" : back, 303);
}
