import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#test/database.ts";
import { aMunicipality } from "#test/municipality.ts";
import { looks } from "#test/trail.ts";
import { keptIn } from "./heads.ts";
import { trailKey } from "./key.ts";
import { sealer, type Sealing } from "./seal.ts";
import { verifyTrail } from "./verify.ts";

const database = await testDatabase();
const hook = new URL("../../../tsx.js", import.meta.url).href;
const program = fileURLToPath(new URL("../../../test/sealing.ts", import.meta.url));
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts a process that seals; resolves when it does. */
async function sealing(what: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", hook, program, JSON.stringify(what)], { stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  await new Promise((ready) => child.stdout.once("data", ready));
  return child;
}

const kills = process.env["TEST_ALL"] ? 40 : 6;

test("sealers that are killed at any moment, two at a time, leave a trail without a gap and nothing to alarm anybody", { timeout: 300_000 }, async () => {
  const at = await aMunicipality(database);
  const folder = await mkdtemp(join(tmpdir(), "haarvat-heads-"));
  const order = { server: database.server, municipalityId: at.id, folder };
  const how: Sealing = { key: trailKey(database.server.secret), earlierKeys: [], kept: keptIn(folder) };
  let wrote = 0;
  const enough = new AbortController();
  const writing = (async () => {
    for (; !enough.signal.aborted; wrote += 5) await looks(database, at.bringer, 5, new Date());
  })();
  for (let kill = 0; kill < kills; kill += 2) {
    const pair = await Promise.all([sealing(order), sealing(order)]);
    for (const child of pair) {
      await new Promise((later) => setTimeout(later, 20 + Math.random() * 80));
      const gone = new Promise((ended) => child.once("exit", ended));
      child.kill("SIGKILL");
      await gone;
    }
    expect((await verifyTrail(database.gate, at.id, how, new Date())).findings).toEqual([]);
  }
  enough.abort();
  await writing;
  const seal = sealer(how);
  // A connection of a process that was killed may hold its rows a moment longer.
  while ((await verifyTrail(database.gate, at.id, how, new Date())).tail.count > 0) await seal(database.gate, at.id, new Date());
  await seal(database.gate, at.id, new Date());
  const { findings, entries, last, kept } = await verifyTrail(database.gate, at.id, how, new Date());
  expect({ findings, entries, kept }).toEqual({ findings: [], entries: wrote, kept: last!.number });
});
