// `npm run bench:load`: what sealing, telling and the rest cost those who work, and what ten times as many at once do.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { onServer, startTestServer } from "#test/postgres.ts";
import { browserAt } from "./browser.ts";
import { startServer } from "./child.ts";
import { workingDay } from "./day.ts";
import { type Figure, ms, ratio } from "./figure.ts";
import { median, openLoop, quantile, type Sample, wrong } from "./load.ts";
import { readings } from "./pages.ts";
import { logIn, makePlaces } from "./place.ts";
import { table } from "./report.ts";
import { seed } from "./seed.ts";
import { measureSpike } from "./spike.ts";

const usual = 60;
const targetRatio = 1.3;
const { values } = parseArgs({ options: { size: { type: "string", default: "full" } } });
const size =
  values.size === "small"
    ? { signals: 2000, others: 50, rounds: 1, seconds: 3, spikeSeconds: 5, afterSeconds: 5 }
    : { signals: 50_000, others: 500, rounds: 15, seconds: 4, spikeSeconds: 30, afterSeconds: 15 };
const busy = loadavg()[0]!.toFixed(1);
const began = performance.now();
const say = (what: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
const endings: (() => Promise<unknown>)[] = [];

async function run(): Promise<void> {
  say("starting PostgreSQL");
  const { server, template, stop } = await startTestServer();
  endings.push(stop);
  const connect = async () => {
    const client = new pg.Client(template).on("error", () => {});
    await client.connect();
    return client;
  };
  const admin = await connect();
  const places = await makePlaces(admin, size.signals, size.others);
  say(`seeding ${size.signals} signals in one municipality and ${size.others} in each of ${places.length - 1} others`);
  await seed(connect, places);
  const learning = open(server, "haarvat_learning", passwordOf(server, "haarvat_learning"), false, 2);
  const visitors = await logIn(learning, places[0]!, 50).finally(() => learning.destroy());
  const pages = await readings(admin, places[0]!);
  await admin.end();

  say("starting the server twice, each on its own copy of the database");
  const bare: Server = { ...server, database: `haarvat_bare_${randomUUID().slice(0, 8)}` };
  await onServer({ ...template, database: "postgres" }, `create database ${bare.database} template ${server.database}`);
  const heads = await mkdtemp(join(tmpdir(), "haarvat-heads-"));
  endings.push(() => rm(heads, { recursive: true, force: true }));
  const both = [await startServer(server, { heads }), await startServer(bare, { works: false })] as const;
  endings.push(
    ...both.map(
      ({ goOn, stop: end }) =>
        () => (goOn(), end()),
    ),
  );
  const asks = [];
  for (const { port } of both) asks.push(await workingDay(browserAt(port), visitors, pages));
  for (const ask of asks) await openLoop(ask, usual, 5);

  const seen: { here: Sample[]; bare: Sample[] }[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    say(`working, round ${round + 1} of ${size.rounds}`);
    // Who goes first changes, so that what grows during a round weighs on both.
    const measured: Sample[][] = [];
    for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
      both[1 - index]!.hold();
      measured[index] = await openLoop(asks[index]!, usual, size.seconds);
      both[1 - index]!.goOn();
      await pause(500);
    }
    seen.push({ here: measured[0]!, bare: measured[1]! });
    say(`p95 ${ms(quantile(measured[0]!, 0.95))}, without sealer and jobs ${ms(quantile(measured[1]!, 0.95))}`);
  }
  both[1].hold();
  say("ten times as many at once");
  const spike = await measureSpike(both[0].port, visitors, pages, { usual, times: 10, seconds: size.spikeSeconds, afterSeconds: size.afterSeconds });
  const of = (which: "here" | "bare", share: number) => median(seen.map((round) => quantile(round[which], share)));
  const errors = (which: "here" | "bare") => seen.reduce((sum, round) => sum + wrong(round[which]), 0);
  const shown = (which: "here" | "bare") => `${ms(of(which, 0.5))} / ${ms(of(which, 0.95))} / ${ms(of(which, 0.99))}, ${errors(which)} errors`;
  // Round by round: what somebody else does on this machine for a while weighs on both turns of one round.
  const factor = median(seen.map(({ here, bare: without }) => quantile(here, 0.95) / quantile(without, 0.95)));
  const working: Figure = {
    name: `a working day at ${usual} requests/s with trail, sealer, outbox and sessions: p50 / p95 / p99`,
    measured: shown("here"),
    counterpart: `${shown("bare")} without sealer and jobs`,
    ratio: `${ratio(factor, 1)} of p95`,
    target: `≤ ${targetRatio}`,
    reached: factor <= targetRatio && errors("here") === 0,
  };
  const text = await written([working, ...spike]);
  console.log(text);
  if (values.size !== "small") await writeFile(new URL("../docs/benchmarks-load.md", import.meta.url), text);
}

async function written(figures: readonly Figure[]): Promise<string> {
  return [
    "# Benchmark of work going on",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench:load\`, in ${Math.round((performance.now() - began) / 1000)} seconds. Written by the benchmark itself; run it to write it anew.`,
    "",
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB memory; Node ${process.versions.node}; PostgreSQL 18 with fsync on, on the same machine. Load average before it began: ${busy}.`,
    `Load: ${size.signals.toLocaleString("en")} signals in one municipality, ${size.others} in each of nineteen others; fifty sessions. Of twenty requests fifteen read, three search, one saves a draft and one replies. What asks, the server and the database share the cores.`,
    "",
    table(figures),
    "",
    `The counterpart is the same server, on its own copy of the same database, that seals nothing and tells nobody; the two take turns of ${size.seconds} seconds while the other is held still. Latency counts from the planned moment of each request, so waiting is not forgiven; the median of ${size.rounds} rounds counts, for the ratio too.`,
    "",
  ].join("\n");
}

async function end(): Promise<void> {
  for (const ending of endings.splice(0).reverse()) await ending().catch((error: unknown) => console.error(error));
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end().finally(() => process.exit(1)));
await run().finally(end);
process.exit();
