import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.tsx";
import { deliver, routeUnrouted, sweepDrafts } from "./gate/deliver/deliver.ts";
import { readAssets } from "./platform/assets.ts";
import { open, type Server } from "./platform/database.ts";
import { startJobs } from "./platform/jobs.ts";
import { passwordOf } from "./platform/roles.ts";
import { keptIn } from "./platform/trail/heads.ts";
import { trailKey } from "./platform/trail/key.ts";
import { sealer } from "./platform/trail/seal.ts";

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };
type Options = {
  readonly server: Server;
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
  readonly secure: boolean;
  readonly clock?: () => Date;
  /** The folder outside the database in which the signed heads of the trail are kept. */
  readonly trailHeads?: string | undefined;
  /** Public keys that signed the trail before the secret was changed. */
  readonly earlierTrailKeys?: readonly string[] | undefined;
};

const second = 1000;
const jobs = [
  { name: "deliver", everyMs: second, work: deliver },
  { name: "route", everyMs: 60 * second, work: routeUnrouted },
  { name: "sweep", everyMs: 60 * second, work: sweepDrafts },
];

/** Opens the pools, the doors and the jobs; `stop` lets what is running finish, for at most five seconds. */
export async function listen(options: Options): Promise<Listening> {
  const { server, host, port, demo, secure, clock = () => new Date(), trailHeads, earlierTrailKeys = [] } = options;
  const learning = open(server, "haarvat_learning", passwordOf(server, "haarvat_learning"), server.ssl, 12);
  const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 6);
  const app = createApp({ learning, gate, clock, secret: server.secret, secure, demo, assets: await readAssets(), report });
  const http = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((ready, failed) => http.once("error", failed).listen(port, host, ready));
  const seal = sealer({ key: trailKey(server.secret), earlierKeys: earlierTrailKeys, kept: trailHeads === undefined ? undefined : keptIn(trailHeads) });
  const running = startJobs(gate, clock, [...jobs, { name: "seal", everyMs: second, work: seal }], report);
  return {
    port: (http.address() as { port: number }).port,
    stop: async () => {
      await running.stop();
      const closed = new Promise((done) => http.close(done));
      http.closeIdleConnections();
      setTimeout(() => http.closeAllConnections(), 5 * second).unref();
      await closed;
      await Promise.all([learning.destroy(), gate.destroy()]);
    },
  };
}

/** What went wrong and where, without what anybody typed: an error's message may quote a row, so only its kind and place are kept. */
function report(error: unknown, where: string): void {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const place =
    stack
      ?.split("\n")
      .find((line) => line.includes("/src/"))
      ?.trim() ?? "";
  console.error(JSON.stringify({ at: new Date().toISOString(), level: "error", where, name, code, place }));
}
