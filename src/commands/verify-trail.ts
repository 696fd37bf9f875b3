import { join } from "node:path";
import { type Database, open } from "#src/platform/database.ts";
import { findMunicipality } from "#src/platform/municipality.ts";
import { passwordOf } from "#src/platform/roles.ts";
import type { Finding } from "#src/platform/trail/finding.ts";
import { type KeptHeads, keptIn } from "#src/platform/trail/heads.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import type { Sealing } from "#src/platform/trail/seal.ts";
import { type Verified, verifyTrail } from "#src/platform/trail/verify.ts";
import { fromCaller, progress, Refused } from "./progress.ts";
import { namesDatabase } from "./settings/settings.ts";
import { readTrailSettings } from "./settings/trail.ts";
import { durationOf, sentenceOf } from "./trail-sentences.ts";
import { atWholeDatabase } from "./whole.ts";

type Options = { readonly host?: string; readonly heads?: string; readonly json?: true; readonly data: string };
type Place = { readonly id: string; readonly name: string | undefined };
type Looked = Place & Verified;

/** Looks at the trail of one municipality or of all, says what is wrong with it, and ends with status 1 when anything is. */
export async function verifyTrails({ host, heads, json, data }: Options): Promise<void> {
  const settings = readTrailSettings(process.env);
  const ofFolder = namesDatabase(process.env) ? undefined : join(data, "heads");
  const folder = heads === undefined ? (settings.heads ?? ofFolder) : fromCaller(heads);
  const kept = folder === undefined ? undefined : keptIn(folder);
  const now = new Date();
  const looked = await atWholeDatabase(data, async (server) => {
    const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 1);
    try {
      const places = await placesOf(gate, host, kept);
      return await lookAt(gate, places, { key: trailKey(server.secret), earlierKeys: settings.earlierKeys, kept }, now);
    } finally {
      await gate.destroy();
    }
  });
  const good = looked.every(({ findings }) => findings.length === 0);
  if (json)
    console.log(JSON.stringify({ good, at: now.toISOString(), heads: folder ?? null, municipalities: looked.map((each) => asJson(each, now)) }, null, 1));
  else
    console.log(
      looked
        .flatMap((each) => inWords(each, now))
        .concat(folder === undefined ? [withoutFolder] : [])
        .join("\n"),
    );
  if (!good) process.exitCode = 1;
}

const withoutFolder =
  "No folder with heads was named (TRAIL_HEADS or --heads): a trail that was cut off or put back from an older copy is not noticed without it.";

/** The municipalities of the database, and those of which heads are kept elsewhere. */
async function placesOf(gate: Database, host: string | undefined, kept: KeptHeads | undefined): Promise<Place[]> {
  if (host !== undefined) {
    const found = await findMunicipality(gate, host);
    if (!found) throw new Refused(`There is no municipality at ${host}.`);
    return [found];
  }
  const here: Place[] = await gate.selectFrom("organisation.municipality").select(["id", "name"]).orderBy("name").orderBy("id").execute();
  const elsewhere = (await kept?.municipalityIds()) ?? [];
  return [...here, ...elsewhere.filter((id) => !here.some((place) => place.id === id)).map((id) => ({ id, name: undefined }))];
}

async function lookAt(gate: Database, places: readonly Place[], sealing: Sealing, now: Date): Promise<Looked[]> {
  const say = progress();
  const looked: Looked[] = [];
  for (const place of places) {
    const verified = await verifyTrail(gate, place.id, sealing, now, (entries) => say(`${place.name ?? place.id}: ${entries.toLocaleString("en")} entries`));
    const missing: Finding[] = place.name === undefined ? [{ kind: "municipality-missing", from: 1, until: 1, position: undefined }] : [];
    looked.push({ ...place, ...verified, findings: [...missing, ...verified.findings] });
  }
  return looked;
}

const ageOf = ({ tail }: Verified, now: Date): number | null => (tail.oldest === null ? null : (now.getTime() - tail.oldest.getTime()) / 1000);

function inWords(looked: Looked, now: Date): string[] {
  const { id, name, entries, last, tail, kept, findings, more } = looked;
  const count = (value: number, one: string, several: string) => `${value.toLocaleString("en")} ${value === 1 ? one : several}`;
  const age = ageOf(looked, now);
  return [
    `${name ?? id}: ${count(entries, "sealed entry", "sealed entries")}${last ? `, signed up to position ${last.position.toLocaleString("en")} by head ${last.number.toLocaleString("en")}` : ""}.`,
    ...(last ? [`  The key of the last head is ${last.key}.`] : []),
    age === null
      ? "  Nothing waits to be sealed."
      : `  ${count(tail.count, "entry waits", "entries wait")} to be sealed, the oldest for ${durationOf(age)}: what happens to ${tail.count === 1 ? "it" : "these"} is not noticed yet.`,
    ...(kept === undefined ? [] : [`  The heads kept elsewhere go up to head ${kept.toLocaleString("en")}.`]),
    ...(findings.length === 0 ? ["  All of it is as it was sealed."] : findings.map((finding) => `  WRONG: ${sentenceOf(finding)}`)),
    ...(more > 0 ? [`  WRONG: and ${more.toLocaleString("en")} more of these.`] : []),
  ];
}

const asJson = (looked: Looked, now: Date) => ({
  id: looked.id,
  name: looked.name ?? null,
  good: looked.findings.length === 0,
  entries: looked.entries,
  last: looked.last ? { number: looked.last.number, position: looked.last.position, key: looked.last.key } : null,
  kept: looked.kept ?? null,
  unsealed: { count: looked.tail.count, oldest: looked.tail.oldest?.toISOString() ?? null, seconds: ageOf(looked, now) },
  findings: looked.findings.map((finding) => ({ ...finding, sentence: sentenceOf(finding) })),
  more: looked.more,
});
