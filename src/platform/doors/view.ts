import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { dayOf } from "#src/kernel/day.ts";
import { type Language, languages } from "#src/kernel/language.ts";
import type { House } from "#src/platform/house.ts";
import type { Municipality } from "#src/platform/door.ts";
import type { Session } from "#src/platform/session.ts";
import { words } from "#src/words/words.ts";
import type { View } from "#src/ui/view.ts";

type Looks = Pick<House, "demo" | "assets">;

/** What every page of this visit knows: the words, who looks, and what its forms carry. */
export function viewOf(c: Context, house: Looks, municipality: Municipality | undefined, session: Session | undefined, now: Date): View {
  const language = session?.language ?? languageOf(getCookie(c, "language"), c.req.header("accept-language"), municipality?.language ?? "nl");
  return {
    language,
    w: words[language],
    path: c.req.method === "GET" && municipality ? c.req.path + new URL(c.req.url).search : "/",
    today: dayOf(now),
    now,
    demo: house.demo,
    municipality: municipality?.name ?? "",
    viewer: session && { title: session.title, teamName: session.teamName, role: session.actor.role, roles: session.roles },
    formToken: session?.formToken ?? "",
    owner: session?.deviceMark ?? "",
    assets: house.assets.version,
    theme: municipality?.theme?.version,
  };
}

/** The language somebody chose, or else the first of the browser that we speak, or else the municipality's. */
function languageOf(chosen: string | undefined, accepted: string | undefined, usual: Language): Language {
  if (languages.includes(chosen as Language)) return chosen as Language;
  const wished = accepted?.trim().toLowerCase().slice(0, 2);
  return languages.find((language) => language === wished) ?? usual;
}
