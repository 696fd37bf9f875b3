import { createHash } from "node:crypto";
import { join } from "node:path";
import { opened } from "#src/platform/backup/passphrase.ts";
import { differences, rightsOf } from "#src/platform/backup/rights.ts";
import { wholeMunicipality } from "#src/platform/backup/write.ts";
import type { Server } from "#src/platform/database.ts";
import { restoredTrail } from "./drill-trail.ts";
import { exportTo } from "./municipality-export.ts";
import { importFrom, readingOf } from "./municipality-import.ts";
import { readPassphrase } from "./passphrase.ts";
import { fromCaller, Refused } from "./progress.ts";
import { readWith } from "./settings/reader.ts";
import { type ThrowAway, withThrowAway } from "./throw-away.ts";
import { asMigrator, atWholeDatabase } from "./whole.ts";

type Options = { readonly host: string; readonly passphraseFile?: string; readonly data: string };

/** Restores exports into a PostgreSQL that is thrown away afterwards, and compares; without files, one that it makes first. */
export async function restoreDrill(files: readonly string[], { host, passphraseFile, data }: Options): Promise<void> {
  const passphrase = await readPassphrase(passphraseFile);
  const good = await withThrowAway(async (place) => {
    const ours = readWith(process.env, ({ optional }) => optional("HAARVAT_SECRET"));
    const { paths, secret } = files.length > 0 ? { paths: files.map(fromCaller), secret: ours } : await made(place, host, passphrase, data);
    const fresh = await asMigrator(await place.migrated("fresh"), rightsOf);
    const outcomes: boolean[] = [];
    for (const [index, path] of paths.entries())
      outcomes.push(await drilled({ path, passphrase, secret }, await place.migrated(`restored_${index + 1}`), fresh));
    return outcomes.every(Boolean);
  });
  if (!good) throw new Refused("The drill found differences: do not rely on these files before they are understood.");
}

async function made({ folder }: ThrowAway, host: string, passphrase: string | undefined, data: string) {
  const path = join(folder, "export");
  return atWholeDatabase(data, async (server) => {
    await exportTo(server, host, path, passphrase);
    return { paths: [path], secret: server.secret };
  });
}

type File = { readonly path: string; readonly passphrase: string | undefined; readonly secret: string | undefined };

/** Says what was done with one file, how long it took and what came of it; true when nothing differs. */
async function drilled({ path, passphrase, secret }: File, server: Server, fresh: readonly string[]): Promise<boolean> {
  console.log(`Restore drill of ${path}`);
  const began = performance.now();
  const { municipality } = await step(
    "read in",
    () => importFrom(server, path, passphrase),
    ({ rows, tables }) => `${rows} rows of ${tables} tables`,
  );
  const took = seconds(began);
  const trail = await step(
    "trail",
    () => restoredTrail(server, municipality, secret),
    ({ words }) => words,
  );
  const odd = await step(
    "rights",
    async () => differences(await asMigrator(server, rightsOf), fresh),
    (found) => (found.length === 0 ? `${fresh.length} roles, policies, grants and definitions as in a new database` : found.join("\n")),
  );
  const same = await step(
    "written again",
    async () => ({
      before: await digest(await opened(readingOf(path), passphrase)),
      after: await asMigrator(server, (connection) => digest(wholeMunicipality(connection, municipality, async () => {}))),
    }),
    ({ before, after }) => (before === after ? `the same ${before}` : `not the same: ${before} before, ${after} after`),
  );
  const good = trail.good && odd.length === 0 && same.before === same.after;
  console.log(`Restored in ${took} s. ${good ? "Nothing differs." : "There are differences."}`);
  return good;
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

async function step<T>(what: string, work: () => Promise<T>, words: (result: T) => string): Promise<T> {
  const since = performance.now();
  const result = await work();
  console.log(`  ${what.padEnd(14)}${seconds(since).padStart(7)} s  ${words(result)}`);
  return result;
}

/** How many bytes it is, and their SHA-256. */
async function digest(pieces: AsyncIterable<Uint8Array | string>): Promise<string> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += Buffer.byteLength(piece);
  }
  return `${size} bytes, SHA-256 ${hash.digest("hex")}`;
}
