import type pg from "pg";
import { keepWhole, NotWritten } from "#src/platform/backup/keep.ts";
import { encrypted } from "#src/platform/backup/passphrase.ts";
import { erasuresOf, wholeMunicipality } from "#src/platform/backup/write.ts";
import { asJob, open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { readPassphrase } from "./passphrase.ts";
import { bytesProgress, fromCaller, Refused } from "./progress.ts";
import { asMigrator, atWholeDatabase } from "./whole.ts";

type Options = { readonly host: string; readonly out: string; readonly passphraseFile?: string; readonly data: string };

/** Writes everything of one municipality to a file, as a backup or to move it to another server. */
export async function exportMunicipality({ host, out, passphraseFile, data }: Options): Promise<void> {
  const passphrase = await readPassphrase(passphraseFile);
  const { rows, tables } = await atWholeDatabase(data, (server) => exportTo(server, host, fromCaller(out), passphrase));
  console.log(`${rows} rows of ${tables} tables written to ${out}${passphrase ? ", encrypted" : ""}.`);
}

/** Writes which texts of a municipality were erased, without their words: to be kept apart from its exports, and newer than those. */
export async function exportErasures({ host, out, data }: Omit<Options, "passphraseFile">): Promise<void> {
  const { rows } = await atWholeDatabase(data, (server) => exportTo(server, host, fromCaller(out), undefined, erasuresOf));
  console.log(`${rows} erasures written to ${out}.`);
}

/** Writes the municipality at `host` to `path`; Ctrl-C or a polite kill leaves no file. */
export async function exportTo(server: Server, host: string, path: string, passphrase: string | undefined, what = wholeMunicipality) {
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const abort = () => stop.abort(new Refused("Stopped. No file was written."));
  for (const signal of signals) process.once(signal, abort);
  try {
    return await asMigrator(server, async (connection) => {
      const id = await municipalityAt(connection, host);
      let written = { rows: 0, tables: 0 };
      const passed = bytesProgress();
      const pieces = (async function* () {
        const whole = what(connection, id, () => noted(server, id, what === erasuresOf ? "exported-erasures" : "exported-municipality"));
        for (;;) {
          stop.signal.throwIfAborted();
          const next = await whole.next();
          if (next.done) return void (written = next.value);
          const piece = Buffer.from(next.value);
          passed(piece);
          yield piece;
        }
      })();
      await keepWhole(path, passphrase ? await encrypted(pieces, passphrase) : pieces);
      return written;
    });
  } catch (error) {
    throw error instanceof NotWritten ? new Refused(`${path} was not written: ${error.message}.`) : error;
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}

async function municipalityAt(connection: pg.Client, host: string): Promise<string> {
  const { rows } = await connection.query<{ id: string }>("select municipality_id as id from organisation.host where name = lower($1)", [host]);
  if (!rows[0]) throw new Refused(`There is no municipality at ${host}.`);
  return rows[0].id;
}

/** The trail says so before the first byte leaves the database, and after the moment the export shows: so it is not in the file. */
async function noted(server: Server, municipalityId: string, action: string): Promise<void> {
  const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 1);
  const entry = { action, objectKind: "municipality", objectId: municipalityId, purpose: "backup" } as const;
  await asJob(gate, municipalityId, new Date(), (room) => leaveTrail(room, entry), "command").finally(() => gate.destroy());
}
