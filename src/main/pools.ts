import { type Database, open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";

export type Pools = { readonly learning: Database; readonly gate: Database; readonly close: () => Promise<void> };

/** A pool per space: what learning and the gate may hold open at once. */
export function openPools(server: Server): Pools {
  const learning = open(server, "haarvat_learning", passwordOf(server, "haarvat_learning"), server.ssl, 12);
  const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 6);
  return { learning, gate, close: async () => void (await Promise.all([learning.destroy(), gate.destroy()])) };
}
