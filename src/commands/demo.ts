import { createServer } from "node:net";
import { join } from "node:path";
import { seedDemo } from "#src/demo/seed.ts";
import { listen } from "#src/main.ts";
import { open } from "#src/platform/database.ts";
import { type Embedded, startEmbedded } from "#src/platform/embedded.ts";
import { migrate } from "#src/platform/migrate.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { refuseUnfit } from "./fit.ts";
import { progress, untilStopped } from "./progress.ts";

const usualPort = 3900;

/** Starts everything one needs to look around, and says where. */
export async function demo({ port, data }: { port?: number; data: string }): Promise<void> {
  const embedded = await startEmbedded(data);
  try {
    await prepare(embedded);
    const listening = await listen({
      server: embedded.server,
      host: "127.0.0.1",
      port: port ?? ((await isFree(usualPort)) ? usualPort : 0),
      demo: true,
      secure: false,
      trailHeads: join(data, "heads"),
    });
    console.log(`Haarvat is ready: open http://localhost:${listening.port} (Ctrl-C stops it)`);
    await untilStopped(listening.stop);
  } finally {
    await embedded.stop();
  }
  console.log("Haarvat has stopped.");
}

async function prepare({ server, administrator }: Embedded): Promise<void> {
  await migrate(server, administrator);
  await refuseUnfit(server, (words) => console.error(words));
  const pool = (role: "haarvat_learning" | "haarvat_gate" | "haarvat_migrator") => open(server, role, passwordOf(server, role), false, 2);
  const pools = { learning: pool("haarvat_learning"), gate: pool("haarvat_gate"), migrator: pool("haarvat_migrator") };
  await seedDemo(pools, new Date(), progress()).finally(() => Promise.all(Object.values(pools).map((each) => each.destroy())));
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((known) => {
    const probe = createServer().once("error", () => known(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => known(true)));
  });
