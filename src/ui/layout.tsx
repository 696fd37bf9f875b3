import { raw } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { brings, inRoom, readsNumbers } from "#src/kernel/actor.ts";
import { capital } from "./format.ts";
import type { View } from "./view.ts";

type Props = PropsWithChildren<{ view: View; title: string; at?: Place; aside?: Child }>;
type Place = "today" | "signals" | "drafts" | "numbers" | "members" | "teams" | "municipality" | "oversight" | "mandates" | "excuses";

/** The frame of every page: one column to read, and beside it what helps. */
export function Page({ view, title, at, aside, children }: Props) {
  const { w, language, assets, theme } = view;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language} data-owner={view.owner || undefined} data-away={w.login.unreachable}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="referrer" content="same-origin" />
          <title>{`${title} · Haarvat`}</title>
          <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
          <link rel="preload" href="/assets/source-sans-3.woff2" as="font" type="font/woff2" crossorigin="" />
          <link rel="stylesheet" href={`/assets/haarvat.css?${assets}`} />
          {theme && <link rel="stylesheet" href={`/assets/theme.css?${theme}`} />}
          <script type="module" src={`/assets/haarvat.js?${assets}`}></script>
        </head>
        <body>
          <a class="hv-skip nl-skip-link" href="#content">
            {w.skip}
          </a>
          <Header view={view} at={at} />
          <main id="content" tabindex={-1} class={aside ? "hv-main" : "hv-main hv-main--one"}>
            <article>{children}</article>
            {aside && <aside>{aside}</aside>}
          </main>
          {view.demo && (
            <footer class="hv-foot">
              <p>{w.demo}</p>
            </footer>
          )}
        </body>
      </html>
    </>
  );
}

const entries: readonly { place: Place; href: string; for: (role: NonNullable<View["viewer"]>["role"]) => boolean }[] = [
  { place: "today", href: "/", for: (role) => role !== "privacy-officer" },
  { place: "signals", href: "/signals", for: (role) => brings(role) || role === "executive" },
  { place: "drafts", href: "/drafts", for: brings },
  { place: "numbers", href: "/numbers", for: readsNumbers },
  { place: "members", href: "/members", for: (role) => role === "administrator" },
  { place: "teams", href: "/teams", for: (role) => role === "administrator" },
  { place: "municipality", href: "/municipality", for: (role) => role === "administrator" },
  { place: "oversight", href: "/privacy", for: (role) => role === "privacy-officer" },
  { place: "mandates", href: "/mandates", for: () => true },
  { place: "excuses", href: "/excuses", for: (role) => role === "facilitator" || role === "privacy-officer" },
];

function Header({ view, at }: { view: View; at: Place | undefined }) {
  const { w, viewer } = view;
  return (
    <header class="hv-head">
      <a class="hv-mark" href="/">
        <Mark />
        Haarvat
      </a>
      {viewer && (
        <nav aria-label={w.menu}>
          {entries
            .filter((entry) => entry.for(viewer.role))
            .map(({ place, href }) => (
              <a href={href} aria-current={at === place ? "page" : undefined}>
                {w[place]}
              </a>
            ))}
        </nav>
      )}
      {viewer && (inRoom(viewer.role) || viewer.role === "owner" || viewer.role === "executive") && (
        <form class="hv-search" role="search" action="/signals" method="get">
          <label class="hv-hidden" for="search">
            {w.searchSignals}
          </label>
          <input id="search" type="search" name="q" placeholder={w.search} autocomplete="off" />
        </form>
      )}
      <div class="hv-who">
        {viewer && <Who view={view} viewer={viewer} />}
        <form method="post" action="/language">
          <FormToken view={view} />
          <input type="hidden" name="back" value={view.path} />
          <button class="hv-plain" name="to" value={view.language === "nl" ? "en" : "nl"} lang={view.language === "nl" ? "en" : "nl"}>
            {w.otherLanguage}
          </button>
        </form>
      </div>
    </header>
  );
}

function Who({ view, viewer }: { view: View; viewer: NonNullable<View["viewer"]> }) {
  const { w } = view;
  return (
    <details class="hv-menu">
      <summary>
        {capital(viewer.title)}
        <span class="hv-wide">, {viewer.teamName}</span>
      </summary>
      <div>
        <p>
          {w.actsAs} {w.terms.role[viewer.role]}
        </p>
        {viewer.roles
          .filter((role) => role !== viewer.role)
          .map((role) => (
            <form method="post" action="/role">
              <FormToken view={view} />
              <input type="hidden" name="role" value={role} />
              <button class="hv-plain">
                {w.switchRole}: {w.terms.role[role]}
              </button>
            </form>
          ))}
        <p>
          <a href="/me">{w.settings}</a>
        </p>
        <form method="post" action="/leave">
          <FormToken view={view} />
          <button class="hv-plain">{w.leave}</button>
          <button class="hv-plain" name="everywhere" value="yes">
            {w.login.everywhere}
          </button>
        </form>
      </div>
    </details>
  );
}

/** What every form carries, so that no other site posts in somebody's name. */
export const FormToken = ({ view }: { view: View }) => <input type="hidden" name="token" value={view.formToken} />;

/** A capillary that divides. */
const Mark = () => (
  <svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true">
    <path d="M13 25V15C13 10 7 10 7 5V2M13 17c0-5 6-5 6-9V4M7 9C7 7 3 7 3 4" />
  </svg>
);
