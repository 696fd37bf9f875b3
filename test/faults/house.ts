import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import type { Server } from "#src/platform/database.ts";
import { migrate } from "#src/platform/migrate.ts";
import { type Cluster, startCluster } from "#src/platform/postgres.ts";

const hook = new URL("../../tsx.js", import.meta.url).href;
const program = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer().on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** `serve` as a process and a PostgreSQL of its own, both to be killed without a word and started again in the same place. */
export type House = Awaited<ReturnType<typeof openHouse>>;

export async function openHouse(smtpPort: number) {
  const folder = await mkdtemp(join(tmpdir(), "haarvat-faults-"));
  await chmod(folder, 0o755);
  const secret = randomBytes(32).toString("hex");
  const [port, databasePort] = [await freePort(), await freePort()];
  const wishes = { port: databasePort };
  let cluster: Cluster = await startCluster(join(folder, "db"), secret, wishes);
  const login = { host: "127.0.0.1", port: databasePort, user: "postgres", password: secret };
  const server: Server = { host: login.host, port: login.port, database: "postgres", secret, ssl: false };
  await migrate(server, login);
  let running: ChildProcess | undefined;
  let said = "";

  const start = async () => {
    running = spawn(process.execPath, ["--import", hook, program, "serve", "--port", String(port)], {
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        DATABASE_URL: `postgres://postgres@127.0.0.1:${databasePort}/postgres`,
        HAARVAT_SECRET: secret,
        OIDC_ISSUER: "http://127.0.0.1:1",
        OIDC_CLIENT_ID: "haarvat",
        OIDC_CLIENT_SECRET: "given",
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        MAIL_FROM: "haarvat@example.nl",
        TRAIL_HEADS: join(folder, "heads"),
      },
    });
    running.stderr?.on("data", (piece: Buffer) => (said = (said + piece.toString()).slice(-100_000)));
    await answers();
  };
  const answers = async () => {
    for (let turn = 0; turn < 1500; turn += 1) {
      if (
        await fetch(`http://127.0.0.1:${port}/health`)
          .then(({ ok }) => ok)
          .catch(() => false)
      )
        return;
      if (running?.exitCode) throw new Error(`serve ended by itself:\n${said}`);
      await pause(10);
    }
    throw new Error(`serve did not answer within 15 seconds:\n${said}`);
  };
  const gone = async (child: ChildProcess) => {
    while (child.exitCode === null && child.signalCode === null) await pause(2);
  };

  return {
    port,
    login: { ...login, database: server.database } satisfies pg.ClientConfig,
    server,
    said: () => said,
    start,
    /** Ends the application without a word, and starts it again. */
    killApplication: async () => {
      running!.kill("SIGKILL");
      await gone(running!);
      await start();
    },
    /** Ends PostgreSQL without a word; it is started again as an administrator's watchdog would. */
    killDatabase: async () => {
      const pid = Number((await readFile(join(cluster.folder, "postmaster.pid"), "utf8")).split("\n")[0]);
      process.kill(pid, "SIGKILL");
      cluster = await startCluster(join(folder, "db"), secret, wishes);
    },
    /** Asks the application to stop; returns its status. */
    stopApplication: async () => {
      running!.kill("SIGTERM");
      await gone(running!);
      return running!.exitCode;
    },
    close: async () => {
      if (running && running.exitCode === null) running.kill("SIGKILL");
      await cluster.stop().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
