import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { Server } from "#src/platform/database.ts";
import type { Order, Reply } from "./server.ts";

/** More errors than this say nothing new; the report counts them all. */
const mostSaid = 10;

/** The application as a process beside this one: where it listens, what memory it holds, how to end it. */
export async function startServer(server: Server, { works = true, heads }: { works?: boolean; heads?: string } = {}) {
  const child = fork(new URL("server.ts", import.meta.url), {
    execArgv: [...(await limits()), "--import", new URL("../tsx.js", import.meta.url).href],
    silent: true,
  });
  let said = 0;
  child.stderr?.on("data", (words: Buffer) => {
    if ((said += 1) <= mostSaid) process.stderr.write(words);
  });
  const { port } = (await asked(child, { start: server, works, heads })) as { port: number };
  return {
    port,
    memory: async () => ((await asked(child, { memory: true })) as { bytes: number }).bytes,
    /** Holds it still, so that it takes nothing from what is measured beside it; `goOn` lets it work again. */
    hold: () => child.kill("SIGSTOP"),
    goOn: () => child.kill("SIGCONT"),
    stop: () => stopped(child),
  };
}

/** The limits on memory with which `npm run serve` starts Node, so that the benchmark measures no other program. */
async function limits(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as { scripts: { serve: string } };
  return scripts.serve.match(/--max-\S+/g) ?? [];
}

/** What the same Node holds when it only listens. */
export async function bareMemory(): Promise<number> {
  const listening =
    "require('node:http').createServer().listen(0, '127.0.0.1', () => process.send({ bytes: process.memoryUsage.rss() })); process.on('disconnect', () => process.exit())";
  const child = spawn(process.execPath, ["-e", listening], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [reply] = (await once(child, "message")) as [{ bytes: number }];
  await stopped(child);
  return reply.bytes;
}

async function asked(child: ChildProcess, order: Order): Promise<Reply> {
  child.send(order);
  const ended = once(child, "exit").then(() => {
    throw new Error("The server of the benchmark ended by itself");
  });
  const [reply] = (await Promise.race([once(child, "message"), ended])) as [Reply];
  ended.catch(() => undefined);
  return reply;
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.disconnect();
  const late = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(late);
}
