// How long a municipality takes to be exported and read in again, and what memory that needs: `npm run bench:backup -- --signals 200000`.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { opened } from "#src/platform/backup/passphrase.ts";
import { migrate } from "#src/platform/migrate.ts";
import { onServer, startTestServer } from "#test/postgres.ts";
import { makePlaces } from "./place.ts";
import { seed } from "./seed.ts";

const hook = new URL("../tsx.js", import.meta.url).href;
const program = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const { values } = parseArgs({ options: { signals: { type: "string", default: "200000" } } });
const { server, template, stop } = await startTestServer();
const folder = await mkdtemp(join(tmpdir(), "haarvat-bench-"));

/** The highest resident memory of a process so far, in MB. */
const memoryOf = async (pid: number): Promise<number> =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8").catch(() => ""))?.[1] ?? 0) / 1000;

async function timed(database: string, words: readonly string[], passphrase?: string): Promise<void> {
  const began = performance.now();
  const env = {
    ...process.env,
    DATABASE_URL: `postgres://nobody@${server.host}:${server.port}/${database}`,
    HAARVAT_SECRET: server.secret,
    INIT_CWD: folder,
    ...(passphrase && { HAARVAT_PASSPHRASE: passphrase }),
  };
  const command = ["municipality", ...words];
  const child = spawn("node", ["--import", hook, program, ...command], { env, stdio: ["ignore", "inherit", "ignore"] });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  let most = 0;
  for (let running = true; running;) {
    running = await Promise.race([ended.then(() => false), pause(50, true)]);
    most = Math.max(most, await memoryOf(child.pid!));
  }
  if ((await ended) !== 0) throw new Error(`${words.join(" ")} ended with status ${await ended}`);
  console.log(`  ${words[0]}${passphrase ? ", encrypted" : ""}: ${((performance.now() - began) / 1000).toFixed(1)} s, at most ${most.toFixed(0)} MB of memory`);
}

async function hashOf(path: string, passphrase?: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of await opened(createReadStream(path), passphrase)) hash.update(piece);
  return hash.digest("hex");
}

const clean = async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void clean().finally(() => process.exit(1)));

try {
  const connect = async () => {
    const connection = new pg.Client(template).on("error", () => {});
    await connection.connect();
    return connection;
  };
  const admin = await connect();
  await seed(connect, await makePlaces(admin, Number(values.signals), 1));
  await admin.end();
  const restored = { ...server, database: "haarvat_restored" };
  await onServer({ ...template, database: "postgres" }, `create database ${restored.database}`);
  await migrate(restored, { user: template.user, password: template.password });
  console.log(`${values.signals} signals:`);
  await timed(server.database, ["export", "--host", "127.0.0.1", "--out", "plain"]);
  console.log(`  ${((await stat(join(folder, "plain"))).size / 1e6).toFixed(0)} MB`);
  await timed(server.database, ["export", "--host", "127.0.0.1", "--out", "sealed"], "vijf zes zeven acht");
  await timed(restored.database, ["import", "sealed"], "vijf zes zeven acht");
  await timed(restored.database, ["export", "--host", "127.0.0.1", "--out", "again"]);
  const same = (await hashOf(join(folder, "sealed"), "vijf zes zeven acht")) === (await hashOf(join(folder, "again")));
  console.log(same ? "  the same bytes" : "  NOT the same bytes");
  process.exitCode = same ? 0 : 1;
} finally {
  await clean();
}
