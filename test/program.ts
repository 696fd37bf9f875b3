import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const hook = new URL("../tsx.js", import.meta.url).href;
const program = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const children: ChildProcess[] = [];

/** Starts the command line as a process of its own; with `environment` only those settings, besides what finds programs. */
export function start(words: readonly string[], environment?: Readonly<Record<string, string | undefined>>) {
  const env = environment ? { PATH: process.env["PATH"], ...environment } : process.env;
  const child = spawn("node", ["--import", hook, program, ...words], { stdio: ["ignore", "pipe", "pipe"], env });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      output += piece.toString();
    });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, ended, said: () => output };
}

/** Runs a command to its end and returns what it said and its status. */
export async function run(words: readonly string[], environment?: Readonly<Record<string, string | undefined>>) {
  const { ended, said } = start(words, environment);
  return { status: await ended, said: said() };
}

/** Ends whatever a test left running. */
export function endAll(): void {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}
