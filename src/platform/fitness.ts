import pg from "pg";
import type { Server } from "./database.ts";
import { migrations, versionOf } from "./migrate.ts";
import { passwordOf, unsafe } from "./roles.ts";

/** One thing about the database because of which Haarvat does not start. */
export type Unfit =
  | "unreachable"
  | "database-absent"
  | "role-refused"
  | NonNullable<Awaited<ReturnType<typeof unsafe>>>
  | "too-old"
  | "hole-known"
  | "fsync-off"
  | "full-page-writes-off"
  | "synchronous-commit-off"
  | "not-migrated"
  | "database-newer"
  | "extension-missing"
  | "clocks-apart";

export type Fitness = {
  /** What was found, with the role it was found for where that matters; empty: fit. */
  readonly unfit: readonly { readonly what: Unfit; readonly role?: string }[];
  /** The version, as PostgreSQL says it; undefined when nothing answered. */
  readonly version: string | undefined;
  /** Newer than any that was tried. */
  readonly untried: boolean;
};

const roles = ["haarvat_learning", "haarvat_gate", "haarvat_keeper"] as const;
const oldest = 15;
const newestTried = 18;
/** From which minor version on statistics no longer show rows that row-level security hides (CVE-2025-8713), per major version. */
const mended: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 };
const mostApart = 60_000;

/** What is the matter with a version (`server_version_num`), if anything. */
export function versionProblem(number: number): "too-old" | "hole-known" | undefined {
  const [major, minor] = [Math.floor(number / 10_000), number % 10_000];
  if (major < oldest) return "too-old";
  return minor < (mended[major] ?? 0) ? "hole-known" : undefined;
}

/** Whether a version is newer than any that was tried. */
export const isUntried = (number: number): boolean => Math.floor(number / 10_000) > newestTried;

/** Looks at everything Haarvat needs of its database, as the roles it will work with; `clock` is the machine's. */
export async function fitness(server: Server, clock: () => Date = () => new Date()): Promise<Fitness> {
  const unfit: { what: Unfit; role?: string }[] = [];
  let [version, untried]: [string | undefined, boolean] = [undefined, false];
  for (const role of roles) {
    const connection = await connected(server, role);
    if (typeof connection === "string") {
      unfit.push({ what: connection, role });
      if (connection !== "role-refused") break;
      continue;
    }
    try {
      const why = await unsafe(connection);
      if (why) unfit.push({ what: why, role });
      const found = await looked(connection);
      if (found.commit === "off") unfit.push({ what: "synchronous-commit-off", role });
      if (version !== undefined) continue;
      version = found.version;
      untried = isUntried(found.number);
      unfit.push(...(await ofServer(connection, found, clock)).map((what) => ({ what })));
    } finally {
      await connection.end();
    }
  }
  return { unfit, version, untried };
}

type Looked = { version: string; number: number; fsync: string; pages: string; commit: string; extension: boolean };

const looked = async (connection: pg.Client): Promise<Looked> =>
  (
    await connection.query<Looked>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number, current_setting('fsync') as fsync,
        current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
        exists (select from pg_extension where extname = 'btree_gin') as extension`,
    )
  ).rows[0]!;

async function ofServer(connection: pg.Client, { number, fsync, pages, extension }: Looked, clock: () => Date): Promise<Unfit[]> {
  const version = await versionIn(connection);
  const found: (Unfit | false | undefined)[] = [
    versionProblem(number),
    fsync !== "on" && "fsync-off",
    pages !== "on" && "full-page-writes-off",
    version === "older" && "not-migrated",
    version === "newer" && "database-newer",
    version !== "older" && !extension && "extension-missing",
    (await apart(connection, clock)) > mostApart && "clocks-apart",
  ];
  return found.filter((what) => what !== false && what !== undefined);
}

/** A database in which the application may not even ask was not migrated to this version. */
async function versionIn(connection: pg.Client): Promise<ReturnType<typeof versionOf>> {
  const applied = await connection.query<{ name: string }>("select name from migration.applied").catch(() => undefined);
  return applied
    ? versionOf(
        applied.rows.map(({ name }) => name),
        await migrations(),
      )
    : "older";
}

/** How far the clocks of the database and of this machine are apart, in milliseconds. */
async function apart(connection: pg.Client, clock: () => Date): Promise<number> {
  const before = clock().getTime();
  const { rows } = await connection.query<{ at: Date }>("select clock_timestamp() as at");
  const [after, there] = [clock().getTime(), rows[0]!.at.getTime()];
  return Math.max(before - there, there - after, 0);
}

async function connected(server: Server, role: (typeof roles)[number]): Promise<pg.Client | "unreachable" | "database-absent" | "role-refused"> {
  const { host, port, database, ssl } = server;
  const connection = new pg.Client({ host, port, database, ssl, user: role, password: passwordOf(server, role), connectionTimeoutMillis: 10_000 });
  connection.on("error", () => {});
  try {
    await connection.connect();
    return connection;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "3D000") return "database-absent";
    return code?.startsWith("28") || code === "42501" ? "role-refused" : "unreachable";
  }
}
