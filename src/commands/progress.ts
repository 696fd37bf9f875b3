import { dirname, resolve } from "node:path";

/** What a command cannot do with what it was given, in one sentence. */
export class Refused extends Error {}

/** A path as it was meant: from the folder the command was called in, which npm leaves for the project's own. */
export const fromCaller = (path: string): string => resolve(process.env["INIT_CWD"] ?? dirname("."), path);

const quiet = 2000;

/** Says on standard error how far something is, once it takes longer than two seconds. */
export function progress(): (words: string) => void {
  const began = performance.now();
  return (words) => {
    if (performance.now() - began > quiet) console.error(`… ${words}`);
  };
}

const polite = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const step = 50_000_000;

/** The same for bytes that come by: says each further 50 MB. */
export function bytesProgress(): (piece: Uint8Array) => void {
  const say = progress();
  let size = 0;
  return ({ length }) => {
    if (Math.floor((size + length) / step) > Math.floor(size / step)) say(`${Math.round((size + length) / 1e6)} MB`);
    size += length;
  };
}

/** Waits until somebody stops the program (Ctrl-C, or a polite kill), then stops it once; who asks again gets it at once. */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((done) => {
    for (const signal of polite) process.once(signal, () => done());
  });
  for (const signal of polite) process.removeAllListeners(signal).once(signal, () => process.exit(1));
  await stop();
}
