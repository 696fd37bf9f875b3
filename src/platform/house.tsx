import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { ZodError } from "zod";
import { dayOf } from "#src/kernel/day.ts";
import { type Language, languages } from "#src/kernel/language.ts";
import { words } from "#src/words/words.ts";
import { Kept, Notice } from "#src/ui/notice.tsx";
import type { View } from "#src/ui/view.ts";
import type { Assets } from "./assets.ts";
import type { Database } from "./database.ts";
import { type Env, fieldsOf } from "./door.ts";
import { findMunicipality } from "./municipality.ts";
import { findSession, sameText } from "./session.ts";

/** What the doors need from outside. */
export type House = {
  readonly learning: Database;
  readonly gate: Database;
  readonly clock: () => Date;
  readonly secret: string;
  /** Cookies go over TLS only. */
  readonly secure: boolean;
  readonly demo: boolean;
  readonly assets: Assets;
  /** Told of an unexpected error, without anything a person typed. */
  readonly report: (error: unknown, where: string) => void;
};

const open = new Set(["/who", "/language"]);
const importing = "/signals/import";
const megabyte = 1024 * 1024;
const yearInSeconds = 31_536_000;

/** What stands before every door: safety headers, whose municipality, who knocks, and whether a form is ours. */
export function openDoors({ learning, gate, clock, secret, secure, demo, assets, report }: House, cookie: string): Hono<Env> {
  const app = new Hono<Env>();
  const self = ["'self'"];
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: self,
        fontSrc: self,
        connectSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      strictTransportSecurity: secure ? "max-age=31536000; includeSubDomains" : false,
    }),
  );
  /** For what is refused before anybody asks who knocks. */
  const nobodysView = (accepted: string | undefined): View => {
    const [language, now] = [languageOf(undefined, accepted), clock()];
    return {
      language,
      w: words[language],
      path: "/",
      today: dayOf(now),
      now,
      demo,
      municipality: "",
      viewer: undefined,
      formToken: "",
      owner: "",
      assets: assets.version,
    };
  };
  app.get("/health", (c) => c.json({ alive: true }));
  app.get("/assets/:name", (c) => {
    const asset = assets.files.get(c.req.param("name"));
    if (!asset) return c.body(null, 404);
    const gzip = asset.gzipped && c.req.header("accept-encoding")?.includes("gzip");
    const headers = {
      "content-type": asset.type,
      "cache-control": `public, max-age=${yearInSeconds}, immutable`,
      vary: "accept-encoding",
      ...(gzip && { "content-encoding": "gzip" }),
    };
    return c.body(new Uint8Array(gzip && asset.gzipped ? asset.gzipped : asset.plain), 200, headers);
  });
  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => c.html(<Notice view={nobodysView(c.req.header("accept-language"))} title="tooLarge" lead="tooLargeLead" />, 413) });
  const [ordinary, file] = [limit(megabyte), limit(20 * megabyte)];
  app.use((c, next) => (c.req.path === importing ? file : ordinary)(c, next));
  app.use(async (c, next) => {
    const municipality = await findMunicipality(learning, new URL(c.req.url).hostname);
    if (!municipality) return c.body(null, 404);
    const token = getCookie(c, cookie);
    const now = clock();
    const session = token ? await findSession(learning, municipality.id, token, secret, now) : undefined;
    const language = session?.language ?? languageOf(getCookie(c, "language"), c.req.header("accept-language"));
    const viewer = session && { title: session.title, teamName: session.teamName, role: session.actor.role, roles: session.roles };
    const path = c.req.method === "GET" ? c.req.path + new URL(c.req.url).search : "/";
    const view = {
      language,
      w: words[language],
      path,
      today: dayOf(now),
      now,
      demo,
      municipality: municipality.name,
      viewer,
      formToken: session?.formToken ?? "",
      owner: session?.deviceMark ?? "",
      assets: assets.version,
    };
    for (const [name, value] of Object.entries({ learning, gate, municipality, now, clock, view, sessionSecret: secret, session: session! }))
      c.set(name as "now", value as never);
    c.header("cache-control", "no-store");
    if (session || open.has(c.req.path)) return next();
    if (c.req.method === "POST") return c.html(<Kept view={view} title="ended" lead="endedLead" typed={await typedIn(c)} />, 401);
    return demo ? c.redirect(`/who?back=${encodeURIComponent(path)}`, 303) : c.notFound();
  });
  app.use(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const origin = c.req.header("origin");
    const foreign =
      (origin !== undefined && origin !== new URL(c.req.url).origin && !(secure && origin === `https://${c.req.header("host")}`)) ||
      c.req.header("sec-fetch-site") === "cross-site";
    const form = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header("content-type") ?? "");
    // A body that cannot be read carries no token.
    const given = form && !foreign ? (await fieldsOf(c).catch((): Record<string, unknown> => ({})))["token"] : undefined;
    if (typeof given === "string" && sameText(given, c.var.view.formToken)) return next();
    return c.html(<Kept view={c.var.view} title="oldForm" lead="oldFormLead" typed={foreign ? [] : await typedIn(c)} />, 403);
  });
  app.notFound(async (c) =>
    c.html(<Kept view={c.get("view")} title="notFound" lead="notFoundLead" typed={c.req.method === "POST" ? await typedIn(c) : []} />, 404),
  );
  app.onError((error, c) => {
    const view = c.get("view");
    if (error instanceof ZodError && view) return c.html(<Notice view={view} title="incomplete" lead="incompleteLead" />, 422);
    report(error, `${c.req.method} ${c.req.routePath}`);
    return view ? c.html(<Notice view={view} title="broken" lead="brokenLead" />, 500) : c.body(null, 500);
  });
  return app;
}

/** The words somebody typed into a form that arrived too late; they go back to the same screen and nowhere else. */
async function typedIn(c: Context<Env>): Promise<string[]> {
  const origin = c.req.header("origin");
  if (c.req.path === importing || (origin !== undefined && origin !== new URL(c.req.url).origin)) return [];
  const fields = await fieldsOf(c).catch((): Record<string, unknown> => ({}));
  return ["sentence", "story", "matters", "text"]
    .map((name) => fields[name])
    .filter((value): value is string => typeof value === "string" && value.trim() !== "");
}

function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  if (languages.includes(chosen as Language)) return chosen as Language;
  return accepted?.trim().toLowerCase().startsWith("en") ? "en" : "nl";
}
