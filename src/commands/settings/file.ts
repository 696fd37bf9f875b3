import { access, constants } from "node:fs/promises";
import { UnusableSetting } from "#src/platform/settings.ts";
import { fromCaller } from "../progress.ts";

/** Reads settings from a file; what stands in the environment already goes before it. */
export async function loadSettings(file: string): Promise<void> {
  const path = fromCaller(file);
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) throw new UnusableSetting(`The file with settings cannot be read: ${path}`);
  process.loadEnvFile(path);
}
