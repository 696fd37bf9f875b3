import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { z } from "zod";
import { languages } from "#src/kernel/language.ts";
import { rhythms } from "#src/kernel/rhythm.ts";
import { type Env, fieldsOf, inLearning } from "#src/platform/door.ts";
import { SettingsPage } from "./settings-page.tsx";
import { findSettings, saveSettings } from "./store.ts";

const Chosen = z.object({ language: z.enum(languages), rhythm: z.enum(rhythms) });

/** What its doors ask, by door; tests send everything else. @public */
export const asks = { "POST /me": Chosen };

/** One's own settings. */
export const me = (secure: boolean) =>
  new Hono<Env>()
    .get("/me", (c) =>
      inLearning(c, async (room) => c.html(<SettingsPage view={c.var.view} settings={await findSettings(room)} saved={c.req.query("saved") === "yes"} />)),
    )
    .post("/me", async (c) => {
      const chosen = Chosen.parse(await fieldsOf(c));
      await inLearning(c, (room) => saveSettings(room, chosen));
      // Pages that come before somebody is logged in speak the same language.
      setCookie(c, "language", chosen.language, { httpOnly: true, sameSite: "Lax", path: "/", secure, maxAge: 31_536_000 });
      return c.redirect("/me?saved=yes", 303);
    });
