import { chmod, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full for this user",
  EFBIG: "files may not be that large here",
  EACCES: "that is not allowed here",
  EPERM: "that is not allowed here",
  EROFS: "nothing can be written there",
  ENOENT: "the folder does not exist",
  ENOTDIR: "the folder does not exist",
  EISDIR: "there is a folder of that name",
  EIO: "the disk does not work",
};

/** Why a file could not be written, as the end of a sentence. */
export class NotWritten extends Error {}

/** Writes a file that only its owner may read. It has its name when it is whole and on the disk, and not before. */
export async function keepWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    const file = await open(partial, "w", 0o600);
    try {
      await chmod(partial, 0o600);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    const folder = await open(dirname(path));
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
    throw reason ? new NotWritten(reason) : error;
  }
}
