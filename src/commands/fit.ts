import { type Fitness, fitness, type Unfit } from "#src/platform/fitness.ts";
import type { Server } from "#src/platform/database.ts";
import { UnusableSetting } from "#src/platform/settings.ts";

type Where = { readonly server: Server; readonly role: string; readonly version: string };

/** What an administrator reads, and can do something about; a sentence each. */
const sentences: Readonly<Record<Unfit, (where: Where) => string>> = {
  unreachable: ({ server }) => `The database at ${server.host}:${server.port} does not answer.`,
  "database-absent": ({ server }) => `There is no database called ${server.database} at ${server.host}:${server.port}.`,
  "role-refused": ({ role }) => `The database does not accept the role ${role}: run "haarvat migrate" first, with the same HAARVAT_SECRET.`,
  superuser: ({ role }) => `The role ${role} is superuser: Haarvat does not start with it.`,
  "bypasses-row-level-security": ({ role }) => `The role ${role} can bypass row-level security: Haarvat does not start with it.`,
  "owns-tables": ({ role }) => `The role ${role} owns tables of the application: Haarvat does not start with it.`,
  "too-old": ({ version }) => `PostgreSQL ${version} is too old: Haarvat needs 15 or newer.`,
  "hole-known": ({ version }) =>
    `PostgreSQL ${version} has a hole that shows rows which row-level security hides (CVE-2025-8713): bring it to its newest minor version.`,
  "fsync-off": () => "The setting fsync of PostgreSQL is off: what was saved could be lost, so Haarvat does not start.",
  "full-page-writes-off": () => "The setting full_page_writes of PostgreSQL is off: what was saved could be damaged, so Haarvat does not start.",
  "synchronous-commit-off": ({ role }) =>
    `The setting synchronous_commit of PostgreSQL is off for ${role}: what was saved could be lost, so Haarvat does not start.`,
  "not-migrated": () => 'The database is not at this version yet: run "haarvat migrate" first.',
  "database-newer": () => "The database belongs to a newer version of Haarvat: start that one.",
  "extension-missing": () => 'The extension btree_gin is missing in the database: install the contrib modules of PostgreSQL and run "haarvat migrate".',
  "clocks-apart": () => "The clocks of the database and of this machine are more than a minute apart: set them right first.",
};

const said = ({ unfit, version = "" }: Fitness, server: Server): string[] => unfit.map(({ what, role = "" }) => sentences[what]({ server, role, version }));

/** Throws with a sentence for each thing because of which Haarvat may not work on this database; warns of a version nobody tried. */
export async function refuseUnfit(server: Server, warn: (words: string) => void, clock?: () => Date): Promise<void> {
  const found = await fitness(server, clock);
  if (found.untried) warn(`Haarvat was never tried on PostgreSQL ${found.version}: it is newer than 18.`);
  if (found.unfit.length > 0) throw new UnusableSetting(said(found, server).join("\n"));
}
