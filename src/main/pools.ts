import { type Database, open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";

export type Pools = { readonly learning: Database; readonly gate: Database; readonly keeper: Database; readonly close: () => Promise<void> };

/** A pool per space: what learning, the gate and the keeper of terms may hold open at once. */
export function openPools(server: Server): Pools {
  const learning = open(server, "haarvat_learning", passwordOf(server, "haarvat_learning"), server.ssl, 12);
  const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 6);
  const keeper = open(server, "haarvat_keeper", passwordOf(server, "haarvat_keeper"), server.ssl, 2);
  return { learning, gate, keeper, close: async () => void (await Promise.all([learning.destroy(), gate.destroy(), keeper.destroy()])) };
}
