// The application in a process of its own, so that its memory can be read; started by child.ts, ends with it.
import { listen } from "#src/main.ts";
import type { Server } from "#src/platform/database.ts";
import { manyTimes } from "#test/running.ts";

/** `works`: also what the application does by itself. */
export type Order = { readonly start: Server; readonly works: boolean; readonly heads?: string | undefined } | { readonly memory: true };
export type Reply = { readonly port: number } | { readonly bytes: number };

const say = (reply: Reply) => process.send?.(reply);

process.on("message", (order: Order) => {
  if ("memory" in order) return void say({ bytes: process.memoryUsage.rss() });
  const { start: server, works, heads: trailHeads } = order;
  // All who ask come from one address: they are counted, but more often than anybody would.
  const options = { server, works, trailHeads, limits: manyTimes, host: "127.0.0.1", port: 0, demo: false, secure: false };
  return void listen(options).then(({ port }) => say({ port }));
});
process.on("disconnect", () => process.exit());
