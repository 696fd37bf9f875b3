import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listen } from "#src/main.ts";
import { UnusableSetting } from "#src/platform/settings.ts";
import { refuseUnfit } from "./fit.ts";
import { untilStopped } from "./progress.ts";
import { readSettings } from "./settings/settings.ts";

const warn = (words: string) => console.error(words);

/** Serves the database at DATABASE_URL; refuses when something is missing or unsafe. */
export async function serve({ port, host }: { port: number; host: string }): Promise<void> {
  const { server, login, mail, trailHeads, earlierTrailKeys, proxies, telemetry } = readSettings(process.env);
  await refuseUnwritable(trailHeads);
  await refuseUnfit(server, warn);
  await warnOfProvider(login.issuer);
  const listening = await listen({
    server,
    host,
    port,
    demo: false,
    secure: true,
    login,
    mail,
    trailHeads,
    earlierTrailKeys,
    proxies,
    telemetryAt: telemetry,
    logFrom: "info",
  });
  console.log(`Haarvat listens on ${host}:${listening.port}`);
  await untilStopped(listening.stop);
  console.log("Haarvat has stopped.");
}

/** The heads of the trail have to be kept from the first second on. */
async function refuseUnwritable(folder: string): Promise<void> {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch {
    throw new UnusableSetting(`Haarvat cannot write in the folder that TRAIL_HEADS names: ${folder}`);
  }
}

const patience = 5000;

/** Without the identity provider nobody can log in now, but it may come back: whoever is in stays in. */
async function warnOfProvider(issuer: URL): Promise<void> {
  const settings = new URL(`${issuer.href.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const answer = await fetch(settings, { signal: AbortSignal.timeout(patience), redirect: "error" }).catch(() => undefined);
  if (!answer?.ok) warn(`The settings of the identity provider cannot be read now (${settings.href}): until they can, nobody logs in.`);
  await answer?.body?.cancel();
}
