import pg from "pg";
import { listen } from "#src/main.ts";
import type { Server } from "#src/platform/database.ts";
import { passwordOf, unsafe } from "#src/platform/roles.ts";
import { UnusableSetting } from "#src/platform/settings.ts";
import { untilStopped } from "./progress.ts";
import { readDatabaseSettings } from "./settings/settings.ts";

const sentences = {
  superuser: "is superuser",
  "bypasses-row-level-security": "can bypass row-level security",
  "owns-tables": "owns tables of the application",
} as const;

/** Serves the database at DATABASE_URL; refuses when a role could see past its rights. */
export async function serve({ port, host }: { port: number; host: string }): Promise<void> {
  const { server } = readDatabaseSettings(process.env);
  for (const role of ["haarvat_learning", "haarvat_gate"] as const) await refuseUnsafe(server, role);
  const listening = await listen({ server, host, port, demo: false, secure: true, trailHeads: process.env["TRAIL_HEADS"] || undefined });
  console.log(`Haarvat listens on ${host}:${listening.port}`);
  await untilStopped(listening.stop);
}

async function refuseUnsafe(server: Server, role: "haarvat_learning" | "haarvat_gate"): Promise<void> {
  const { host, port, database, ssl } = server;
  const client = new pg.Client({ host, port, database, ssl, user: role, password: passwordOf(server, role) });
  await client.connect().catch(() => {
    throw new UnusableSetting(`The database does not accept the role ${role}: run "haarvat migrate" first, with the same HAARVAT_SECRET.`);
  });
  const why = await unsafe(client).finally(() => client.end());
  if (why) throw new UnusableSetting(`The role ${role} ${sentences[why]}: Haarvat does not start with it.`);
}
