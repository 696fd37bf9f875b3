import { Readable } from "node:stream";
import { Decrypter, Encrypter } from "age-encryption";
import { FileRefused } from "./manifest.ts";

// The form of age (age-encryption.org/v1): authenticated in pieces of 64 KiB, so that a piece that was changed, moved or cut off is found.
const mark = "age-encryption.org/";

/** What a guess at the passphrase costs: 2 to this power rounds of scrypt, as age has it. */
const usualWork = 18;

/** The same bytes, encrypted with a passphrase; `age --decrypt` opens them too. */
export async function encrypted(bytes: AsyncIterable<Uint8Array>, passphrase: string, work = usualWork): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(work);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(Readable.toWeb(Readable.from(bytes, { objectMode: true })) as ReadableStream<Uint8Array>);
}

/** What a file holds: decrypted when it is encrypted, and then only with its passphrase. */
export async function opened(bytes: AsyncIterable<Uint8Array>, passphrase: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  const isSealed = !first.done && Buffer.from(first.value.subarray(0, mark.length)).toString() === mark;
  const all = (async function* () {
    if (!first.done) yield first.value;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  })();
  if (!isSealed && passphrase) throw new FileRefused("The file is not encrypted, although a passphrase was given. Nothing has changed.");
  if (!isSealed) return all;
  if (!passphrase) throw new FileRefused("The file is encrypted: give its passphrase with --passphrase-file or HAARVAT_PASSPHRASE. Nothing has changed.");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return whole(await decrypter.decrypt(Readable.toWeb(Readable.from(all, { objectMode: true })) as ReadableStream<Uint8Array>));
  } catch {
    throw new FileRefused("The passphrase does not open this file, or the file is damaged. Nothing has changed.");
  }
}

async function* whole(decrypted: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* decrypted;
  } catch {
    throw new FileRefused("The encrypted file is damaged or breaks off. Nothing has changed.");
  }
}
