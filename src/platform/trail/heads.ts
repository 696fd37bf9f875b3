import { createReadStream } from "node:fs";
import { mkdir, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Head } from "./chain.ts";
import { headOf, lineOf } from "./line.ts";

/** A place for heads outside the database: what is cut off or put back in the database is still known here. */
export type KeptHeads = {
  /** The last head that was kept whole. */
  readonly last: (municipalityId: string) => Promise<Head | undefined>;
  readonly add: (municipalityId: string, heads: readonly Head[]) => Promise<void>;
  /** Every line in the order in which they were kept; none when nothing was. */
  readonly lines: (municipalityId: string) => AsyncGenerator<string>;
  /** How much is kept, in bytes. */
  readonly size: (municipalityId: string) => Promise<number>;
  readonly municipalityIds: () => Promise<string[]>;
};

const ending = ".ndjson";
const fileName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.ndjson$/;

/** One file a municipality in `folder`, to which lines are only added. */
export function keptIn(folder: string): KeptHeads {
  const fileOf = (municipalityId: string) => join(folder, municipalityId + ending);
  return {
    last: async (municipalityId) =>
      (await tailOf(fileOf(municipalityId)))
        .split("\n")
        // What stands after the last line's end was not written whole.
        .slice(0, -1)
        .map(headOf)
        .findLast((head) => head !== undefined),
    add: async (municipalityId, heads) => {
      await mkdir(folder, { recursive: true });
      const tail = await tailOf(fileOf(municipalityId));
      // A line that a kill or a full disk cut off stays as it is, for this file is only added to.
      const gap = tail === "" || tail.endsWith("\n") ? "" : "\n";
      const text = gap + heads.map((head) => `${lineOf(head)}\n`).join("");
      await onDisk(fileOf(municipalityId), (file) => file.appendFile(text));
      if (tail === "") await onDisk(folder, async () => {}, "r");
    },
    lines: (municipalityId) => linesOf(fileOf(municipalityId)),
    size: async (municipalityId) => (await stat(fileOf(municipalityId)).catch(whenAbsent({ size: 0 }))).size,
    municipalityIds: async () =>
      (await readdir(folder).catch(whenAbsent<string[]>([]))).filter((name) => fileName.test(name)).map((name) => name.slice(0, -ending.length)),
  };
}

type Handle = Awaited<ReturnType<typeof open>>;

async function onDisk(path: string, work: (file: Handle) => Promise<void>, flags = "a"): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

const enough = 8192;

/** The end of a file, with at least the last whole line of it. */
async function tailOf(path: string): Promise<string> {
  const file = await open(path).catch(whenAbsent(undefined));
  if (!file) return "";
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(enough), 0, enough, Math.max(0, size - enough));
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await open(path).catch(whenAbsent(undefined));
  if (file) yield* createInterface({ input: createReadStream("", { fd: file }), crlfDelay: Infinity });
}

const whenAbsent =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return otherwise;
    throw error;
  };
