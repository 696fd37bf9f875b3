import type { Room } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { keptTheme, noTheme, type Theme } from "#src/ui/theme/theme.ts";
import type { Settings } from "./settings.ts";

export type Kept = Settings & { readonly version: number; readonly hosts: readonly string[]; readonly theme: Theme; readonly hasTheme: boolean };

/** The settings of this municipality, and the names under which it is found. */
export async function findSettings({ tx, actor }: Room): Promise<Kept> {
  const row = await tx
    .selectFrom("organisation.municipality")
    .select(["term_harm as termHarm", "term_other as termOther", "language", "mail_rhythm as mailRhythm", "theme", "version"])
    .where("id", "=", actor.municipalityId)
    .executeTakeFirstOrThrow();
  const hosts = await tx.selectFrom("organisation.host").select("name").where("municipality_id", "=", actor.municipalityId).orderBy("name").execute();
  const settings = row as typeof row & Settings;
  return { ...settings, theme: keptTheme(row.theme), hasTheme: row.theme !== null, hosts: hosts.map(({ name }) => name) };
}

/** Writes settings over the version somebody saw; false when they were changed meanwhile. */
export const changeSettings = (room: Room, { termHarm, termOther, language, mailRhythm }: Settings, version: number): Promise<boolean> =>
  change(room, { term_harm: termHarm, term_other: termOther, language, mail_rhythm: mailRhythm }, version, "settings-changed");

/** The same for the theme; without any value of its own the municipality is in Haarvat's. */
export function changeTheme(room: Room, theme: Theme, version: number): Promise<boolean> {
  const none = [theme.light, theme.dark].every((values) => Object.keys(values).length === 0);
  return change(room, { theme: none ? null : JSON.stringify(theme) }, version, none ? "theme-removed" : "theme-changed");
}

export const removeTheme = (room: Room, version: number): Promise<boolean> => changeTheme(room, noTheme, version);

type Columns = { term_harm?: number; term_other?: number; language?: string; mail_rhythm?: string; theme?: string | null };

async function change(room: Room, set: Columns, version: number, action: string): Promise<boolean> {
  const changed = await room.tx
    .updateTable("organisation.municipality")
    .set({ ...set, version: version + 1 })
    .where("id", "=", room.actor.municipalityId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await leaveTrail(room, { action, objectKind: "municipality", objectId: room.actor.municipalityId, purpose: "settings" });
  return true;
}
