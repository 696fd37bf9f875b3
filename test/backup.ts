import pg from "pg";
import { readMunicipality } from "#src/platform/backup/read.ts";
import { wholeMunicipality } from "#src/platform/backup/write.ts";
import type { Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";

/** A connection of its own as haarvat_migrator, as the commands use it: no superuser. */
export async function asMigratorOf<T>({ host, port, database, secret }: Server, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host, port, database, user: "haarvat_migrator", password: passwordOf({ secret }, "haarvat_migrator") });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Everything of a municipality, as the file would hold it. */
export const wholeOf = (server: Server, municipalityId: string): Promise<Buffer> =>
  asMigratorOf(server, async (client) => {
    const pieces: Buffer[] = [];
    for await (const piece of wholeMunicipality(client, municipalityId, async () => {})) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  });

/** Reads a file in, in pieces of an odd size, as a disk might give it. */
export const bringIn = (server: Server, file: Uint8Array, size = 10_007) => asMigratorOf(server, (client) => readMunicipality(client, inPieces(file, size)));

export async function* inPieces(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}
