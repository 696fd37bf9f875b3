import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endAll, run, start } from "#test/program.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "haarvat-start-"));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  endAll();
  await run(["export", "--data", join(folder, "data"), "--out", join(folder, "last.json")]);
  await rm(folder, { recursive: true, force: true });
});

const demo = async () => {
  const started = start(["demo", "--data", join(folder, "data"), "--port", "0"]);
  await expect.poll(() => started.said(), { timeout: 60_000 }).toMatch(/open http:\/\/localhost:\d+/);
  const address = /http:\/\/localhost:\d+/.exec(started.said())![0];
  return { ...started, address };
};

test("a first run makes itself ready and answers; an interrupt stops everything cleanly", async () => {
  const { child, ended, said, address } = await demo();
  expect(await (await fetch(`${address}/health`)).json()).toEqual({ alive: true });
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(said()).toContain("Haarvat has stopped.");
  await expect(readFile(join(folder, "data/haarvat.pid"))).rejects.toThrow(/ENOENT/);
});

test("a second run in the same folder is refused in one sentence; a killed run is picked up by the next, its trail sealed", async () => {
  const first = await demo();
  const second = await run(["demo", "--data", join(folder, "data")]);
  expect(second).toMatchObject({ status: 1, said: expect.stringMatching(/^Haarvat already runs in this folder, as process \d+\. Stop that one first\.\n$/) });
  first.child.kill("SIGKILL");
  await first.ended;
  const third = await demo();
  expect((await fetch(`${third.address}/who`)).status).toBe(200);
  const verified = () => run(["verify-trail", "--data", join(folder, "data")]);
  await expect.poll(verified, { timeout: 30_000 }).toMatchObject({ status: 0, said: expect.stringContaining("Nothing waits to be sealed.") });
  expect(await verified()).toMatchObject({
    status: 0,
    said: expect.stringMatching(/The heads kept elsewhere go up to head \d+\.\n {2}All of it is as it was sealed\.\n$/),
  });
  third.child.kill("SIGTERM");
  expect(await third.ended).toBe(0);
});

test("what export writes, import knows; import of something else changes nothing and says so", async () => {
  const file = join(folder, "signals.json");
  expect(await run(["export", "--data", join(folder, "data"), "--out", file])).toMatchObject({ status: 0, said: "59 signals written.\n" });
  expect(await run(["import", file, "--as", "fatima", "--data", join(folder, "data")])).toMatchObject({
    status: 0,
    said: "0 signals read in, 59 were here already.\n",
  });
  const odd = join(folder, "odd.json");
  await writeFile(odd, "{");
  expect(await run(["import", odd, "--as", "fatima", "--data", join(folder, "data")])).toMatchObject({
    status: 1,
    said: expect.stringMatching(/is not a file with signals of Haarvat\. Nothing has changed\.\n$/),
  });
  expect(await run(["import", file, "--as", "amina", "--data", join(folder, "data")])).toMatchObject({
    status: 1,
    said: "amina is not a facilitator of this municipality.\n",
  });
});

test("a database of its own that could lose what was saved is refused as well", async () => {
  const settings = join(folder, "data/postgres/postgresql.conf");
  const before = await readFile(settings, "utf8");
  await writeFile(settings, `${before}\nfsync = off\n`);
  expect(await run(["demo", "--data", join(folder, "data")])).toMatchObject({
    status: 1,
    said: "The setting fsync of PostgreSQL is off: what was saved could be lost, so Haarvat does not start.\n",
  });
  await writeFile(settings, before);
});

test.each(["demo", "serve", "migrate", "export", "import", "verify-trail"])("%s explains itself", async (command) => {
  const { status, said } = await run([command, "--help"]);
  expect({ status, usage: said.startsWith(`Usage: haarvat ${command}`) }).toEqual({ status: 0, usage: true });
});

test("without a database address, serve and migrate say what to set", async () => {
  for (const command of ["serve", "migrate"])
    expect(await run([command])).toMatchObject({ status: 1, said: expect.stringMatching(/^Set DATABASE_URL to a PostgreSQL database/) });
});
