import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.tsx";
import { jobs } from "./main/jobs.ts";
import { listenAt } from "./main/listening.ts";
import { openPools } from "./main/pools.ts";
import { behind, runningOf, waiting } from "./main/running.ts";
import { telemetryTo } from "./main/telemetry.ts";
import { proxiesOf } from "./platform/addresses.ts";
import { readAssets } from "./platform/assets.ts";
import type { Server } from "./platform/database.ts";
import type { LoginSettings } from "./platform/settings.ts";
import { startJobs } from "./platform/jobs.ts";
import { openPostman } from "./platform/mail/postman.ts";
import { agesOf } from "./platform/readiness.ts";
import type { MailSettings } from "./platform/settings.ts";
import type { Bound, LimitName } from "./platform/limits.ts";
import { type Level, logTo, reportTo } from "./platform/log.ts";

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };
type Options = {
  readonly server: Server;
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
  readonly secure: boolean;
  readonly clock?: () => Date;
  /** Where e-mail goes out; undefined: none does. */
  readonly mail?: MailSettings | undefined;
  /** The identity provider; the demonstration has none. */
  readonly login?: LoginSettings | undefined;
  /** The folder outside the database in which the signed heads of the trail are kept. */
  readonly trailHeads?: string | undefined;
  /** Public keys that signed the trail before the secret was changed. */
  readonly earlierTrailKeys?: readonly string[] | undefined;
  /** Proxies in front whose X-Forwarded-For is believed: addresses and ranges. */
  readonly proxies?: readonly string[];
  readonly limits?: Readonly<Record<LimitName, Bound>>;
  /** What is written to the log, one line each on standard error; the demonstration tells of errors only. */
  readonly logFrom?: Level;
  /** Where traces and metrics go (OpenTelemetry over HTTP); undefined: nowhere. */
  readonly telemetryAt?: URL | undefined;
  /** Whether what is done by itself (telling, sealing, mailing, sweeping) is done by this process too; otherwise another one has to. */
  readonly works?: boolean;
};

/** Opens the pools, the doors and the jobs; `stop` lets what is running finish, for at most five seconds. */
export async function listen(options: Options): Promise<Listening> {
  const {
    server,
    host,
    port,
    demo,
    secure,
    clock = () => new Date(),
    login,
    mail,
    trailHeads,
    earlierTrailKeys,
    proxies = [],
    limits,
    telemetryAt,
    works = true,
    logFrom = "error",
  } = options;
  const log = logTo((line) => void process.stderr.write(line), logFrom);
  const report = reportTo(log);
  let stopping = false;
  const pools = openPools(server);
  const { learning, gate, keeper, close } = pools;
  const telemetry = telemetryAt && (await telemetryTo(telemetryAt, pools, () => agesOf(gate, clock(), waiting)));
  const addressOf = behind(proxiesOf(proxies));
  const running = runningOf({ learning, gate, clock, log, addressOf, stopping: () => stopping, limits, telemetry });
  const postman = mail && openPostman(mail);
  const app = createApp({ learning, gate, keeper, clock, secret: server.secret, secure, demo, login, assets: await readAssets(), postman, report, running });
  const listener = await listenAt(host, port, getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const todo = works ? jobs({ secret: server.secret, keeper, clock, postman, trailHeads, earlierTrailKeys }) : [];
  const working = startJobs(gate, clock, todo, report);
  log("info", "started", { port: listener.port });
  return {
    port: listener.port,
    stop: async () => {
      stopping = true;
      log("info", "stopping");
      // A mail server that does not answer holds up the end no longer than a request does.
      const impatient = setTimeout(() => postman?.close(), 5000);
      await Promise.all([listener.close(), working.stop()]);
      clearTimeout(impatient);
      postman?.close();
      await telemetry?.stop();
      await close();
      log("info", "stopped");
    },
  };
}
