import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.tsx";
import { jobs } from "./main/jobs.ts";
import { listenAt } from "./main/listening.ts";
import { openPools } from "./main/pools.ts";
import { readAssets } from "./platform/assets.ts";
import type { Server } from "./platform/database.ts";
import { startJobs } from "./platform/jobs.ts";
import { openPostman } from "./platform/mail/postman.ts";
import type { MailSettings } from "./platform/settings.ts";

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
  /** The folder outside the database in which the signed heads of the trail are kept. */
  readonly trailHeads?: string | undefined;
  /** Public keys that signed the trail before the secret was changed. */
  readonly earlierTrailKeys?: readonly string[] | undefined;
};

/** Opens the pools, the doors and the jobs; `stop` lets what is running finish, for at most five seconds. */
export async function listen(options: Options): Promise<Listening> {
  const { server, host, port, demo, secure, clock = () => new Date(), mail, trailHeads, earlierTrailKeys } = options;
  const { learning, gate, keeper, close } = openPools(server);
  const app = createApp({ learning, gate, keeper, clock, secret: server.secret, secure, demo, assets: await readAssets(), report });
  const listener = await listenAt(host, port, getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const postman = mail && openPostman(mail);
  const running = startJobs(gate, clock, jobs({ secret: server.secret, clock, postman, trailHeads, earlierTrailKeys }), report);
  return {
    port: listener.port,
    stop: async () => {
      // A mail server that does not answer holds up the end no longer than a request does.
      const impatient = setTimeout(() => postman?.close(), 5000);
      await running.stop();
      clearTimeout(impatient);
      postman?.close();
      await listener.close();
      await close();
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
