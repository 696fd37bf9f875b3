import { id } from "./people.ts";
import type { Row } from "./rules.ts";

type Rows = Readonly<Record<string, readonly Row[]>>;
const [here, elsewhere] = [{ municipality_id: id("here") }, { municipality_id: id("elsewhere") }];
const homes = [here, elsewhere];
const named = (column: string, ...names: readonly string[]) => [
  ...names.map((name) => ({ ...here, [column]: id(name) })),
  { ...elsewhere, [column]: id("stranger") },
];

const released = { bringer_id: id("bringer"), team_id: id("oost"), readers: [], addressed_to: [] };
const circles = [
  { audience: "everyone" },
  { audience: "team" },
  { audience: "chosen", readers: [id("reader")] },
  { audience: "bringer", addressed_to: [id("addressed")] },
  { audience: "chosen", addressed_to: [id("addressed")], readers: [id("teammate")] },
].map((circle) => ({ ...here, ...released, ...circle }));
const everywhere = [...circles, { ...elsewhere, ...released, bringer_id: id("stranger"), audience: "everyone" }];
const by = (column: string) => [...everywhere.map((row) => ({ ...row, [column]: id("bringer") })), { ...circles[0], [column]: id("colleague") }];

/** Rows that differ in what decides who may have them; the columns that do not are filled in. */
export const rows: Rows = {
  "organisation.municipality": [{ id: id("here") }, { id: id("elsewhere") }],
  "organisation.host": homes.map((home, which) => ({ ...home, name: `host${which}.test` })),
  "organisation.team": homes.flatMap((home) => ["access", "outside"].map((kind) => ({ ...home, kind }))),
  "organisation.member": named("id", "bringer", "administrator").map((row) => ({ ...row, language: "nl" })),
  "organisation.session": [...named("member_id", "bringer", "colleague"), { ...here, member_id: id("nobody") }],
  "organisation.invitation": homes,
  "organisation.kept_post": named("member_id", "bringer", "nobody"),
  "organisation.mandate": homes.map((home) => ({ ...home, snag: "belief" })),
  "organisation.cleared_word": homes,
  "organisation.excuse": homes.map((home) => ({ ...home, verdict: "accepted" })),
  "organisation.retention": homes,
  "organisation.woo_request": homes,
  "organisation.destruction": homes,
  "organisation.message": named("member_id", "bringer", "colleague"),
  "trail.entry": [
    ...named("actor_id", "bringer", "nobody", "privacy").map((row) => ({ ...row, result: "done", origin: "web" })),
    { ...here, actor_id: id("bringer"), result: "done", origin: "web", position: 1, hash: `\\x${"cd".repeat(32)}` },
  ],
  "trail.review": named("by_member", "privacy", "bringer").map((row) => ({ ...row, verdict: "week-done" })),
  "trail.head": homes.map((home) => ({ ...home, signature: `\\x${"ef".repeat(64)}` })),
  "trail.mail": named("member_id", "bringer", "colleague").map((row) => ({ ...row, kind: "digest" })),
  "trail.outbox": homes,
  "draft.draft": [
    { ...here, member_id: id("bringer"), team_id: id("oost") },
    { ...here, member_id: id("bringer"), team_id: id("oost"), removed_at: "2026-11-23T10:00:00Z" },
    { ...here, member_id: id("colleague"), team_id: id("west") },
    { ...elsewhere, member_id: id("stranger"), team_id: id("oost") },
  ],
  "draft.second_look": [
    { ...here, asked_by: id("bringer"), reader_id: id("teammate"), team_id: id("oost") },
    { ...here, asked_by: id("colleague"), reader_id: id("bringer"), team_id: id("west") },
    { ...here, asked_by: id("bringer"), reader_id: id("addressed"), team_id: id("oost") },
    { ...elsewhere, asked_by: id("stranger"), reader_id: id("stranger"), team_id: id("oost") },
  ],
  "learning.signal": everywhere.map((row) => ({ ...row, kind: "stuck", state: "open" })),
  "learning.signal_fact": by("by_member").map((row) => ({ ...row, state: "open" })),
  "learning.text": by("author_id").flatMap((row) => [true, false].map((shielded) => ({ ...row, part: "story", shielded, content: "x" }))),
  "learning.tombstone": homes.map((home) => ({ ...home, object_kind: "signal", part: "story", ground: "asked" })),
  "learning.addressed": named("member_id", "addressed", "bringer"),
};
