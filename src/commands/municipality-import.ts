import { createReadStream } from "node:fs";
import { opened } from "#src/platform/backup/passphrase.ts";
import { readMunicipality } from "#src/platform/backup/read.ts";
import type { Server } from "#src/platform/database.ts";
import { readPassphrase } from "./passphrase.ts";
import { fromCaller, progress, Refused } from "./progress.ts";
import { asMigrator, atWholeDatabase } from "./whole.ts";

type Options = { readonly passphraseFile?: string; readonly data: string };

/** Reads in everything of one municipality from a file that `municipality export` wrote: all of it, or nothing. */
export async function importMunicipality(file: string, { passphraseFile, data }: Options): Promise<void> {
  const passphrase = await readPassphrase(passphraseFile);
  const { rows, tables } = await atWholeDatabase(data, true, (server) => importFrom(server, fromCaller(file), passphrase));
  console.log(`${rows} rows of ${tables} tables read in.`);
}

export const importFrom = (server: Server, path: string, passphrase: string | undefined) =>
  asMigrator(server, async (connection) => readMunicipality(connection, await opened(readingOf(path), passphrase)));

/** The bytes of a file, with word of how far it is when that takes long. */
export async function* readingOf(path: string): AsyncGenerator<Uint8Array> {
  const say = progress();
  let size = 0;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      yield piece;
      size += piece.length;
      say(`${(size / 1e6).toFixed(0)} MB`);
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall ? new Refused(`${path} cannot be read. Nothing has changed.`) : error;
  }
}
