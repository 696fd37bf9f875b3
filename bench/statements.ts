import pg from "pg";
import { createApp } from "#src/app.tsx";
import { readAssets } from "#src/platform/assets.ts";
import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { unhurried } from "#test/running.ts";
import type { Ask } from "./load.ts";

type Role = "haarvat_learning" | "haarvat_gate";
export type Pools = Readonly<Record<Role, pg.Pool>>;
type Statement = { readonly text: string; readonly values?: unknown[]; readonly name?: string };
/** What one page asks of the database, in order: as whom, and what in one go. */
export type Recorded = readonly { readonly role: Role; readonly statements: Statement[] }[];

/** The statements behind each of these pages, written down while the real application makes them. */
export async function record(server: Server, pages: readonly { path: string; cookie: string }[]): Promise<Recorded[]> {
  const [learning, gate, keeper] = (["haarvat_learning", "haarvat_gate", "haarvat_keeper"] as const).map((role) =>
    open(server, role, passwordOf(server, role), false, 2),
  );
  const app = createApp({
    learning: learning!,
    gate: gate!,
    keeper: keeper!,
    clock: () => new Date(),
    secret: server.secret,
    secure: false,
    demo: false,
    assets: await readAssets(),
    report: (error) => {
      throw error;
    },
    running: unhurried({ learning: learning!, gate: gate! }, () => new Date()),
  });
  const seen: Recorded[] = [];
  const real = pg.Client.prototype.query;
  try {
    for (const { path, cookie } of [pages[0]!, ...pages]) {
      const made: { role: Role; statements: Statement[] }[] = [];
      pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
        const role = this.user as Role;
        if (made.at(-1)?.role !== role) made.push({ role, statements: [] });
        made
          .at(-1)!
          .statements.push(typeof given[0] === "string" ? { text: given[0], ...(Array.isArray(given[1]) && { values: given[1] }) } : (given[0] as Statement));
        return (real as (...words: unknown[]) => unknown).apply(this, given);
      } as typeof real;
      const answer = await app.request(`http://127.0.0.1${path}`, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} while its statements were written down`);
      seen.push(made);
    }
  } finally {
    pg.Client.prototype.query = real;
    await Promise.all([learning!.destroy(), gate!.destroy()]);
  }
  // The first time the application also finds out whose host name it is, which it then keeps.
  return seen.slice(1);
}

/** Asks what was recorded again, through plain pg as the same role, one statement after the other. */
export const replay =
  (pools: Pools, recorded: readonly Recorded[]): Ask =>
  async (turn) => {
    for (const { role, statements } of recorded[turn % recorded.length]!)
      await using(pools[role], async (connection) => {
        for (const { text, values, name } of statements) await connection.query({ text, ...(values && { values: [...values] }), ...(name && { name }) });
      });
    return { label: "plain pg", good: true };
  };

/** As many connections as the application has in its pools, as its two roles. */
export function openPools({ host, port, database, ...server }: Server): Pools {
  const pool = (user: Role, max: number) =>
    // When the benchmark is interrupted PostgreSQL ends under its connections; whoever uses one hears of it, an idle one need not.
    new pg.Pool({ host, port, database, user, password: passwordOf(server, user), max }).on("error", () => {});
  return { haarvat_learning: pool("haarvat_learning", 12), haarvat_gate: pool("haarvat_gate", 6) };
}

export const closePools = (pools: Pools) => Promise.all(Object.values(pools).map((pool) => pool.end()));

/** One connection for as long as `work` takes. */
export async function using<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  return work(connection).finally(() => connection.release());
}
