import pg from "pg";
import { createApp } from "#src/app.tsx";
import { readAssets } from "#src/platform/assets.ts";
import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import type { Ask } from "./load.ts";

export type Statement = { readonly text: string; readonly values?: unknown[]; readonly name?: string };
/** What one page asks of the database, in order. */
export type Recorded = readonly Statement[];

/** The statements behind each of these pages, written down while the real application makes them. */
export async function record(server: Server, pages: readonly { path: string; cookie: string }[]): Promise<Recorded[]> {
  const [learning, gate] = (["haarvat_learning", "haarvat_gate"] as const).map((role) => open(server, role, passwordOf(server, role), false, 2));
  const app = createApp({ learning: learning!, gate: gate!, clock: () => new Date(), secret: server.secret, secure: false, demo: false, assets: await readAssets(), report: (error) => { throw error; } });
  const seen: Recorded[] = [];
  const real = pg.Client.prototype.query;
  try {
    for (const { path, cookie } of [pages[0]!, ...pages]) {
      const made: Statement[] = [];
      pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
        made.push(typeof given[0] === "string" ? { text: given[0], ...(Array.isArray(given[1]) && { values: given[1] }) } : (given[0] as Statement));
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
export function replay(clients: readonly pg.Client[], recorded: readonly Recorded[]): Ask {
  return async (turn, connection) => {
    const client = clients[connection % clients.length]!;
    for (const { text, values, name } of recorded[turn % recorded.length]!) await client.query({ text, ...(values && { values: [...values] }), ...(name && { name }) });
    return { label: "plain pg", good: true };
  };
}

/** Connections of their own as a role of the application. */
export const connected = (server: Server, role: "haarvat_learning" | "haarvat_gate", count: number): Promise<pg.Client[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ host: server.host, port: server.port, database: server.database, user: role, password: passwordOf(server, role) });
      await client.connect();
      return client;
    }),
  );
