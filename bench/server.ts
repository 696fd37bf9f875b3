// The application in a process of its own, so that its memory can be read; started by child.ts, ends with it.
import { listen } from "#src/main.ts";
import type { Server } from "#src/platform/database.ts";

export type Order = { readonly start: Server } | { readonly memory: true };
export type Reply = { readonly port: number } | { readonly bytes: number };

const say = (reply: Reply) => process.send?.(reply);

process.on("message", (order: Order) => {
  if ("memory" in order) return void say({ bytes: process.memoryUsage.rss() });
  return void listen({ server: order.start, host: "127.0.0.1", port: 0, demo: false, secure: false }).then(({ port }) => say({ port }));
});
process.on("disconnect", () => process.exit());
