import { type Context, Hono } from "hono";
import { z } from "zod";
import { languages } from "#src/kernel/language.ts";
import type { Room } from "#src/platform/database.ts";
import { atGate, cleaned, type Env, fieldsOf, line, only, version } from "#src/platform/door.ts";
import { forgetMunicipalities } from "#src/platform/municipality.ts";
import { readTokenFile } from "#src/ui/theme/file.ts";
import { firstRhythms, readSettings, type SettingsRefusal, type SettingsWish } from "./settings.ts";
import { SettingsPage } from "./settings-page.tsx";
import { changeSettings, changeTheme, findSettings, removeTheme } from "./store.ts";
import { readTheme, refuseTheme, slots, type Typed, typedOf } from "./theme-form.ts";
import { type ThemeAttempt, ThemePage } from "./theme-page.tsx";

const Wished = z.object({ termHarm: line, termOther: line, language: z.enum(languages), mailRhythm: z.enum(firstRhythms) });
const Seen = z.object({ version });
/** What its doors ask, by door; tests send everything else. @public */
export const asks = {
  "POST /municipality": Wished.extend(Seen.shape),
  "POST /municipality/theme": Seen,
  "POST /municipality/theme/tokens": Seen,
  "POST /municipality/theme/remove": Seen,
};
type Attempt = { readonly wish?: SettingsWish; readonly refusals?: readonly SettingsRefusal[]; readonly stale?: boolean };

/** What holds for the whole municipality, and how it looks; for an administrator. */
export const settings = new Hono<Env>()
  .use(only("administrator"))
  .get("/", (c) => atGate(c, (room) => page(c, room)))
  .post("/", async (c) => {
    const fields = await fieldsOf(c);
    const [wish, seen] = [Wished.parse(fields), Seen.parse(fields)];
    const read = readSettings(wish);
    return changed(c, "/municipality", async (room) => {
      if (!("language" in read)) return page(c, room, { wish, refusals: read });
      return (await changeSettings(room, read, seen.version)) || page(c, room, { wish, stale: true });
    });
  })
  .get("/theme", (c) => atGate(c, (room) => themePage(c, room)))
  .post("/theme", async (c) => {
    const fields = await fieldsOf(c);
    const seen = Seen.parse(fields);
    const typed: Typed = new Map(slots.map(({ field }) => [field, typeof fields[field] === "string" ? cleaned(fields[field]).slice(0, 200) : ""]));
    const read = readTheme(typed);
    return changed(c, "/municipality/theme", async (room) => {
      if ("bad" in read || "unreadable" in read) return themePage(c, room, { typed, ...read });
      return (await changeTheme(room, read, seen.version)) || themePage(c, room, { typed, stale: true });
    });
  })
  .post("/theme/tokens", async (c) => {
    const fields = await fieldsOf(c);
    const seen = Seen.parse(fields);
    const pasted = typeof fields["tokens"] === "string" ? fields["tokens"] : "";
    const given = fields["file"] instanceof File && fields["file"].size > 0 ? await fields["file"].text() : pasted;
    const read = readTokenFile(given);
    return changed(c, "/municipality/theme", async (room) => {
      if ("refusal" in read) return themePage(c, room, { pasted, file: read });
      const refused = refuseTheme(read.theme);
      if (refused) return themePage(c, room, { typed: typedOf(read.theme), pasted, ...refused });
      return (await changeTheme(room, read.theme, seen.version)) || themePage(c, room, { typed: typedOf(read.theme), pasted, stale: true });
    });
  })
  .post("/theme/remove", async (c) => {
    const seen = Seen.parse(await fieldsOf(c));
    return changed(c, "/municipality/theme", async (room) => (await removeTheme(room, seen.version)) || themePage(c, room, { stale: true }));
  });

/** Does a change; when it is done this process shows it at once, and others within ten seconds. */
async function changed(c: Context<Env>, back: string, work: (room: Room) => Promise<true | Response>): Promise<Response> {
  const outcome = await atGate(c, work);
  if (outcome !== true) return outcome;
  forgetMunicipalities(c.var.learning);
  return c.redirect(`${back}?done=saved`, 303);
}

const isDone = (c: Context<Env>): boolean => c.req.query("done") === "saved";

async function page(c: Context<Env>, room: Room, attempt: Attempt = {}): Promise<Response> {
  const html = <SettingsPage view={c.var.view} kept={await findSettings(room)} done={isDone(c)} {...attempt} />;
  return c.html(html, attempt.stale ? 409 : attempt.refusals ? 422 : 200);
}

async function themePage(c: Context<Env>, room: Room, attempt: ThemeAttempt = {}): Promise<Response> {
  const html = <ThemePage view={c.var.view} kept={await findSettings(room)} done={isDone(c)} attempt={attempt} />;
  return c.html(html, attempt.stale ? 409 : attempt.bad || attempt.unreadable || attempt.file ? 422 : 200);
}
