import type { Context } from "hono";
import { type Env, fieldsOf } from "#src/platform/door.ts";
import { keptOf } from "#src/platform/kept/kept.ts";
import { keep, keptUntil } from "#src/platform/kept/store.ts";
import { findWriter } from "#src/platform/session.ts";
import { LatePage } from "#src/ui/late-page.tsx";
import { Kept, Notice } from "#src/ui/notice.tsx";
import { newWindow } from "./enter.ts";
import { isForeign, isQuiet } from "./foreign.ts";
import { typedIn } from "./typed.ts";

/** Where one comes in, and then goes on to this place. */
export const entrance = (demo: boolean, back: string): string => `${demo ? "/who" : "/login"}?back=${encodeURIComponent(back)}`;

/**
 * A form of a session that ended, here or in another tab. Nothing of it is done; what it said is kept for whoever the form was
 * given to, and shown to nobody else. Of a form that nobody knows, what was typed stays on the screen it came from.
 */
export async function late(c: Context<Env>, status: 401 | 403): Promise<Response> {
  const { view, session, learning, municipality, sessionSecret, now } = c.var;
  const { w } = view;
  const posted = isForeign(c) ? {} : await fieldsOf(c).catch((): Record<string, unknown> => ({}));
  const token = posted["token"];
  const writer = typeof token === "string" && token !== "" ? await findWriter(learning, municipality.id, token) : undefined;
  const found = keptOf(c.req.path, posted);
  const id = writer && found && (await keep(learning, writer, sessionSecret, found, now));
  if (isQuiet(c)) {
    const enter = { href: entrance(view.demo, newWindow), words: w.login.inNewWindow };
    return c.json({ ended: true, kept: id, says: id ? w.login.endedKept : w.login.endedHere, enter }, status);
  }
  if (!session && id) return c.html(<LatePage view={view} until={keptUntil(now)} enter={entrance(view.demo, "/kept")} />, status);
  if (session && id && writer.memberId === session.actor.memberId) return c.redirect("/kept", 303);
  const others = session && writer && writer.memberId !== session.actor.memberId;
  if (others) return c.html(<Notice view={view} title="oldForm" lead="oldFormLead" />, status);
  const typed = await typedIn(c);
  if (status === 403) return c.html(<Kept view={view} title="oldForm" lead="oldFormLead" typed={typed} />, status);
  return c.html(<Kept view={view} title="ended" lead="endedLead" typed={typed} enter={entrance(view.demo, "/")} />, status);
}
