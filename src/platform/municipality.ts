import { createHash } from "node:crypto";
import type { Language } from "#src/kernel/language.ts";
import { keptTheme, stylesheetOf } from "#src/ui/theme/theme.ts";
import type { Database } from "./database.ts";
import type { Municipality } from "./door.ts";

const kept = new WeakMap<Database, Map<string, { at: number; found: Municipality | undefined }>>();
const keepFor = 10_000;

/** Which municipality a host name belongs to; a change is seen within ten seconds. */
export async function findMunicipality(database: Database, host: string): Promise<Municipality | undefined> {
  const known = kept.get(database) ?? new Map();
  kept.set(database, known);
  const before = known.get(host);
  if (before && performance.now() - before.at < keepFor) return before.found;
  const row = await database
    .selectFrom("organisation.host as host")
    .innerJoin("organisation.municipality as municipality", "municipality.id", "host.municipality_id")
    .select(["municipality.id", "municipality.name", "term_harm as termHarm", "term_other as termOther", "language", "theme"])
    .where("host.name", "=", host)
    .executeTakeFirst();
  const found = row && { ...row, language: row.language as Language, theme: row.theme === null ? undefined : themeOf(row.theme) };
  if (known.size > 1000) known.clear();
  known.set(host, { at: performance.now(), found });
  return found;
}

/** What this process keeps of municipalities is looked up anew: whoever changes a setting sees it at once. */
export const forgetMunicipalities = (database: Database): void => void kept.delete(database);

function themeOf(theme: unknown): Municipality["theme"] {
  const stylesheet = stylesheetOf(keptTheme(theme));
  return { stylesheet, version: createHash("sha256").update(stylesheet).digest("base64url").slice(0, 10) };
}

export const findMunicipalityIds = async (database: Database): Promise<string[]> =>
  (await database.selectFrom("organisation.municipality").select("id").execute()).map(({ id }) => id);

/** How a municipality is called, and the host name that links in e-mail lead to: of several the first by alphabet. */
export type Site = { readonly municipality: string; readonly host: string };

export const findSite = (database: Database, municipalityId: string): Promise<Site | undefined> =>
  database
    .selectFrom("organisation.host as host")
    .innerJoin("organisation.municipality as municipality", "municipality.id", "host.municipality_id")
    .select(["municipality.name as municipality", "host.name as host"])
    .where("host.municipality_id", "=", municipalityId)
    .orderBy("host.name")
    .limit(1)
    .executeTakeFirst();
