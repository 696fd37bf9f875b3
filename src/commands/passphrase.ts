import { readFile } from "node:fs/promises";
import { fromCaller, Refused } from "./progress.ts";
import { readWith } from "./settings/reader.ts";

const shortest = 12;

/** The passphrase from a file or from HAARVAT_PASSPHRASE, never from the command line, where others on the machine could read it. */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  const unreadable = () => {
    throw new Refused(`${file} cannot be read.`);
  };
  const passphrase = file
    ? (await readFile(fromCaller(file), "utf8").catch(unreadable)).trim()
    : readWith(process.env, ({ optional }) => optional("HAARVAT_PASSPHRASE"));
  if (passphrase !== undefined && passphrase.length < shortest) throw new Refused(`A passphrase has at least ${shortest} signs.`);
  return passphrase;
}
