import type { DeedName } from "#src/learning/signals/offers.ts";
import {
  anybody,
  as,
  both,
  bringers,
  broughtIt,
  either,
  everybody,
  hasWritten,
  here,
  listReaders,
  nobody,
  not,
  readsDraft,
  room,
  type Rule,
  reads,
  saves,
  sees,
  unread,
  writes,
} from "./oracle.ts";
import type { Kind } from "./things.ts";

/** What is expected of a door. Who may not, gets "not found"; who has no session, is sent to where one gets one. */
export type Line = {
  /** What the address, or the form, names. */
  readonly on?: Kind;
  readonly may: Rule;
  /** The status for who may. */
  readonly gets: number;
  /** Another status for some of those. */
  readonly but?: readonly [Rule, number];
  /** For who has no session as for everybody. */
  readonly open?: true;
  /** Of all words exactly these stand in the answer; otherwise at most those one may read. */
  readonly shows?: Rule;
  /** Going through changes the thing or the session: each gets one of its own. */
  readonly uses?: "thing" | "session";
  readonly with?: Record<string, string>;
};

const withdrawn: Rule = (_, { audience }) => audience === "bringer";
const taken: Rule = (_, { shielded }) => !shielded;
const administers = as("administrator");
const keepsMandates = as("facilitator", "administrator");
const officer = as("privacy-officer");
const shieldedHere: Rule = (visitor, thing) => officer(visitor, thing) && here(visitor, thing) && thing.shielded === true;

/** Every door of the application, one line each: a new door without one fails. `:id` and `:beside` are those of the thing. */
export const doors: Record<string, Line> = {
  "GET /health": { may: anybody, gets: 200, open: true },
  "GET /ready": { may: anybody, gets: 200, open: true },
  "GET /assets/:name": { may: anybody, gets: 404, open: true },
  "GET /assets/theme.css": { may: anybody, gets: 404, open: true },
  "GET /who": { may: anybody, gets: 200, open: true },
  "POST /who": { on: "member", may: here, gets: 303, open: true, uses: "session", with: { member: ":id" } },
  "POST /role": { may: everybody, gets: 303, uses: "session", with: { role: "jurist" } },
  "POST /language": { may: anybody, gets: 303, open: true },
  "POST /leave": { may: everybody, gets: 303, uses: "session" },
  // There is no identity provider in the demonstration, and so nothing behind these doors.
  "GET /leave": { may: nobody, gets: 404, open: true },
  "GET /left": { may: nobody, gets: 404, open: true },
  "GET /welcome": { may: nobody, gets: 404, open: true },
  "GET /login": { may: nobody, gets: 404, open: true },
  "GET /login/back": { may: nobody, gets: 404, open: true },
  "GET /invitation": { may: nobody, gets: 404, open: true },
  "GET /invitation/:id": { on: "mandate", may: nobody, gets: 404, open: true },
  "POST /invitation/:id": { on: "mandate", may: nobody, gets: 404, open: true },
  "GET /kept": { may: everybody, gets: 200 },
  "POST /kept/:id/remove": { on: "mandate", may: nobody, gets: 404 },
  // Only for a script of a page of this very site.
  "GET /session": { may: nobody, gets: 404 },
  "GET /again": { may: everybody, gets: 200 },
  "GET /": { may: everybody, gets: 200 },
  "POST /seen": { may: everybody, gets: 303 },
  "GET /me": { may: everybody, gets: 200 },
  "POST /me": { may: everybody, gets: 303, with: { language: "nl", rhythm: "daily" } },
  "GET /signals/import": { may: as("facilitator"), gets: 200 },
  "POST /signals/import": { may: as("facilitator"), gets: 422 },
  "GET /signals": { may: listReaders, gets: 200, shows: unread },
  "GET /signals?q=:beside": { on: "signal", may: listReaders, gets: 200, shows: reads },
  "GET /signals.csv": { may: listReaders, gets: 200, shows: both(sees, taken) },
  "GET /signals.json": { may: listReaders, gets: 200, shows: both(sees, taken) },
  "GET /numbers": { may: listReaders, gets: 200 },
  "POST /signals/:id/shield": { on: "signal", may: both(sees, reads), gets: 303, uses: "thing", with: { position: "1", part: "sentence" } },
  "GET /signals/:id": { on: "signal", may: sees, gets: 200 },
  "POST /signals/:id/undo": { on: "signal", may: sees, gets: 422, but: [both(broughtIt, withdrawn), 303], uses: "thing" },
  "POST /signals/:id/:deed": { on: "signal", may: sees, gets: 422 },
  "GET /write": { may: bringers, gets: 200 },
  "GET /drafts": { may: bringers, gets: 200, shows: readsDraft },
  "GET /drafts/:id": { on: "draft", may: readsDraft, gets: 200 },
  "POST /drafts/:id": {
    on: "draft",
    may: saves,
    gets: 303,
    but: [both(here, not(writes), not(sees)), 409],
    uses: "thing",
    with: { version: "1", sentence: "Een zin" },
  },
  "POST /drafts/:id/take-over": { on: "draft", may: readsDraft, gets: 303, uses: "thing" },
  "POST /drafts/:id/remove": { on: "draft", may: hasWritten, gets: 303, uses: "thing" },
  "POST /drafts/:id/bring-back": { on: "draft", may: hasWritten, gets: 303, uses: "thing" },
  "GET /drafts/:id/release": { on: "draft", may: writes, gets: 200 },
  "POST /drafts/:id/answers": { on: "draft", may: writes, gets: 303, uses: "thing", with: { all: "no" } },
  "POST /drafts/:id/ask-look": { on: "draft", may: writes, gets: 422 },
  // Nobody was asked to read these along.
  "POST /drafts/:id/look": { on: "draft", may: nobody, gets: 404 },
  "GET /excuses": { may: as("facilitator", "privacy-officer"), gets: 200 },
  "POST /excuses": { may: as("facilitator", "privacy-officer"), gets: 422 },
  "POST /excuses/remove": { may: as("facilitator", "privacy-officer"), gets: 303 },
  "POST /drafts/:id/replace": { on: "draft", may: writes, gets: 303, uses: "thing" },
  "POST /drafts/:id/release": {
    on: "draft",
    may: either(writes, both(bringers, sees)),
    gets: 303,
    uses: "thing",
    with: { version: "1", audience: "team", neighbour: "no" },
  },
  "POST /drafts/:id/take-back": { on: "signal", may: both(bringers, broughtIt), gets: 303, uses: "thing" },
  "GET /members": { may: administers, gets: 200 },
  "GET /members/:id": { on: "member", may: both(administers, here), gets: 200 },
  "POST /members/:id": { on: "member", may: both(administers, here), gets: 422, with: { version: "1" } },
  "POST /members/:id/let-go": { on: "somebody", may: both(administers, here), gets: 303, uses: "thing" },
  "POST /members/:id/bring-back": { on: "somebody", may: both(administers, here), gets: 303, uses: "thing" },
  "GET /members/invite": { may: administers, gets: 200 },
  "POST /members/invite": { may: administers, gets: 422 },
  "POST /members/invite/:id/again": { on: "invitation", may: both(administers, here), gets: 200, uses: "thing" },
  "POST /members/invite/:id/withdraw": { on: "invitation", may: both(administers, here), gets: 303, uses: "thing" },
  "GET /teams": { may: administers, gets: 200 },
  "POST /teams": { may: administers, gets: 422 },
  "GET /teams/:id": { on: "team", may: both(administers, here), gets: 200 },
  "POST /teams/:id": { on: "team", may: both(administers, here), gets: 303, uses: "thing", with: { version: "1", name: ":id", kind: "access" } },
  "POST /teams/:id/end": { on: "team", may: both(administers, here), gets: 303, uses: "thing" },
  "POST /teams/:id/begin-again": { on: "team", may: both(administers, here), gets: 303, uses: "thing" },
  "GET /municipality": { may: administers, gets: 200 },
  "POST /municipality": { may: administers, gets: 422 },
  "GET /municipality/theme": { may: administers, gets: 200 },
  "POST /municipality/theme": { may: administers, gets: 422 },
  "POST /municipality/theme/tokens": { may: administers, gets: 422, with: { version: "1", tokens: "{}" } },
  "POST /municipality/theme/remove": { may: administers, gets: 422 },
  "GET /mandates": { may: everybody, gets: 200 },
  "POST /mandates": { may: keepsMandates, gets: 422 },
  "POST /mandates/:id/remove": { on: "mandate", may: both(keepsMandates, here), gets: 303, uses: "thing" },
  "GET /privacy": { may: officer, gets: 200 },
  "GET /privacy/week": { may: officer, gets: 200 },
  "POST /privacy/week": { may: officer, gets: 303, with: { week: "2026-11-16" } },
  "POST /privacy/week/:id": { on: "signal", may: nobody, gets: 303, with: { week: "2026-11-16", verdict: "asked" } },
  "GET /privacy/looked": { may: officer, gets: 200 },
  "POST /privacy/looked": { may: officer, gets: 200 },
  "GET /privacy/trail": { may: officer, gets: 200 },
  "GET /privacy/trail.csv": { may: officer, gets: 200 },
  // What is not there has an empty trail, and so has what is elsewhere.
  "GET /privacy/trail/:id": { on: "member", may: officer, gets: 200 },
  "GET /privacy/trail/:id/csv": { on: "draft", may: officer, gets: 200 },
  "GET /privacy/shielded": { may: officer, gets: 200 },
  "GET /privacy/texts/:id?position=1&part=sentence": { on: "signal", may: shieldedHere, gets: 200, shows: shieldedHere },
  "GET /privacy/erase/:id": { on: "signal", may: both(officer, here), gets: 200 },
  "GET /privacy/erased": { may: officer, gets: 200 },
  "GET /privacy/keeping": { may: officer, gets: 200 },
  "POST /privacy/keeping/destroy": { may: officer, gets: 422 },
  "POST /privacy/keeping/terms/:kind": { may: nobody, gets: 303 },
  "POST /privacy/woo": { may: officer, gets: 422 },
  "POST /privacy/woo/:id/end": { on: "signal", may: nobody, gets: 303 },
  "GET /privacy/declarations/:id": { on: "signal", may: nobody, gets: 200 },
  "POST /privacy/texts/:id/lift": {
    on: "signal",
    may: shieldedHere,
    gets: 303,
    uses: "thing",
    with: { position: "1", part: "sentence", text: "De molen staat er niet meer." },
  },
  "POST /privacy/texts/:id/erase": {
    on: "signal",
    may: shieldedHere,
    gets: 303,
    uses: "thing",
    with: { position: "1", part: "sentence", ground: "recognisable" },
  },
  "POST /privacy/erase/:id": { on: "signal", may: both(officer, here), gets: 303, uses: "thing", with: { ground: "asked" } },
};

/** The deeds on a signal, each for who sees it: refused without what it asks for, and in a state or for somebody it is not for. */
export const deeds: Record<DeedName, Partial<Line>> = {
  reply: { gets: 303, but: [withdrawn, 422], uses: "thing", with: { text: "Bel eerst even." } },
  also: { gets: 303, but: [either(withdrawn, broughtIt, not(room)), 422], uses: "thing" },
  withdraw: { gets: 303, but: [either(withdrawn, not(broughtIt)), 422], uses: "thing" },
  helped: {},
  answer: {},
  "pass-on": {},
  route: {},
  tried: {},
  hold: {},
  "fall-back": {},
  "not-solved": {},
  stay: {},
  "ask-held": {},
  told: {},
  "take-up": {},
  "held-there": {},
  "not-here": {},
  widen: {},
};
