import { createReadStream } from "node:fs";
import type pg from "pg";
import { type Erased, replayErasures, type Tombstone } from "#src/gate/erase/index.ts";
import { type Listed, readErasures } from "#src/platform/backup/erasures.ts";
import { FileRefused } from "#src/platform/backup/manifest.ts";
import { opened } from "#src/platform/backup/passphrase.ts";
import { readMunicipality } from "#src/platform/backup/read.ts";
import { roomOn } from "#src/platform/backup/room.ts";
import type { Server } from "#src/platform/database.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { readPassphrase } from "./passphrase.ts";
import { bytesProgress, fromCaller, Refused } from "./progress.ts";
import { asMigrator, atWholeDatabase } from "./whole.ts";

type Options = { readonly passphraseFile?: string; readonly erasures?: string; readonly data: string };

/** Reads in everything of one municipality from a file that `municipality export` wrote: all of it, or nothing. */
export async function importMunicipality(file: string, { passphraseFile, erasures, data }: Options): Promise<void> {
  const passphrase = await readPassphrase(passphraseFile);
  const list = erasures ? fromCaller(erasures) : undefined;
  const { rows, tables, again } = await atWholeDatabase(data, (server) => importFrom(server, fromCaller(file), passphrase, list), true);
  console.log(`${rows} rows of ${tables} tables read in.`);
  if (again) console.log(`Erased again: ${again.texts} texts, and words in ${again.drafts} drafts.`);
  else console.error("If anything was erased after this file was written, it is back: import with --erasures and the newest list to erase it again.");
}

/** Reads a file in; with a list of erasures, what stands on it is erased again in the same transaction. */
export const importFrom = (server: Server, path: string, passphrase: string | undefined, list?: string) =>
  asMigrator(server, async (connection) => {
    const erasures = list ? await readErasures(readingOf(list)) : undefined;
    let again: Erased | undefined;
    const read = await readMunicipality(connection, await opened(readingOf(path), passphrase), {
      begun: (municipality) => {
        if (erasures && erasures.municipality !== municipality) throw new FileRefused("The list of erasures is of another municipality. Nothing has changed.");
      },
      done: async (municipality) => {
        if (erasures) again = await erasedAgain(connection, server, municipality, erasures.rows);
      },
    });
    return { ...read, again };
  });

const erasedAgain = (connection: pg.Client, server: Server, municipality: string, rows: readonly Listed[]): Promise<Erased> =>
  replayErasures(roomOn(connection, municipality, new Date()), erasureKey(server.secret, municipality), rows.map(tombstone));

const tombstone = (row: Listed): Tombstone => ({
  id: row["id"]!,
  objectKind: row["object_kind"] as Tombstone["objectKind"],
  objectId: row["object_id"]!,
  position: row["position"] ? Number(row["position"]) : null,
  part: row["part"] as Tombstone["part"],
  wordsHash: Buffer.from(row["words_hash"]!.slice(2), "hex"),
  erasedAt: new Date(row["erased_at"]!),
  erasedByRole: row["erased_by_role"]!,
  ground: row["ground"] as Tombstone["ground"],
});

/** The bytes of a file, with word of how far it is when that takes long. */
export async function* readingOf(path: string): AsyncGenerator<Uint8Array> {
  const passed = bytesProgress();
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      yield piece;
      passed(piece);
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall ? new Refused(`${path} cannot be read. Nothing has changed.`) : error;
  }
}
