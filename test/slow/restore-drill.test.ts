import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endAll, run, start } from "#test/program.ts";

let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "haarvat-restore-"));
  await chmod(folder, 0o755);
  environment = { TMPDIR: folder, INIT_CWD: folder };
});
afterAll(async () => {
  endAll();
  await run(["municipality", "export", "--host", "localhost", "--out", "last", "--data", join(folder, "data")], environment);
  await rm(folder, { recursive: true, force: true });
});

const data = (name = "data") => ["--data", join(folder, name)];
const good =
  /^ {2}read in +[\d.]+ s {2}\d+ rows of \d+ tables\n {2}trail +[\d.]+ s {2}\d+ entries as they were sealed, .*\n {2}rights +[\d.]+ s {2}\d+ roles, policies, grants and definitions as in a new database\n/m;
const leftBehind = async () => (await readdir(folder)).filter((name) => name.startsWith("haarvat-drill"));

test("beside a running demonstration: exported, restored elsewhere, drilled; what is damaged ends with status 1", { timeout: 600_000 }, async () => {
  const demo = start(["demo", "--port", "0", ...data()], environment);
  await expect.poll(demo.said, { timeout: 60_000 }).toContain("Haarvat is ready");

  const exported = async (name: string, from = "data") => {
    expect(await run(["municipality", "export", "--host", "localhost", "--out", name, ...data(from)], environment)).toMatchObject({ status: 0 });
    return readFile(join(folder, name));
  };
  const sealed = async () => {
    const found = await run(["verify-trail", "--host", "localhost", ...data()], environment);
    return found.said;
  };
  await expect.poll(sealed, { timeout: 60_000, interval: 500 }).toContain("Nothing waits to be sealed.");
  await exported("municipality");

  const drill = await run(["restore-drill", "municipality"], environment);
  expect(drill).toMatchObject({ status: 0, said: expect.stringMatching(good) });
  expect(drill.said).toMatch(/written again +[\d.]+ s {2}the same \d+ bytes, SHA-256 [0-9a-f]{64}\nRestored in [\d.]+ s\. Nothing differs\.\n$/);
  expect(await run(["restore-drill", ...data()], { ...environment, HAARVAT_PASSPHRASE: "vijf zes zeven acht" })).toMatchObject({
    status: 0,
    said: expect.stringContaining("Nothing differs."),
  });

  const foreign = await run(["restore-drill", "municipality"], { ...environment, HAARVAT_SECRET: randomBytes(32).toString("hex") });
  expect(foreign).toMatchObject({ status: 1, said: expect.stringMatching(/is signed with a key that is not ours\.[^]*There are differences\./) });

  await writeFile(join(folder, "damaged"), (await readFile(join(folder, "municipality"), "utf8")).replace("wijkteam Oost", "wijkteam Best"));
  expect(await run(["restore-drill", "damaged"], environment)).toMatchObject({ status: 1, said: expect.stringContaining("was changed after it was written") });
  expect(await leftBehind()).toEqual([]);

  expect(await run(["municipality", "import", "municipality", ...data("elsewhere")], environment)).toMatchObject({
    status: 0,
    said: expect.stringMatching(/rows of \d+ tables read in\.\nIf anything was erased after this file was written, it is back:/),
  });
  expect((await exported("again", "elsewhere")).equals(await readFile(join(folder, "municipality")))).toBe(true);

  demo.child.kill("SIGKILL");
  await demo.ended;
  await exported("after-a-kill");
});

test("a drill that is interrupted leaves nothing of what it restored", { timeout: 120_000 }, async () => {
  const drill = start(["restore-drill", "municipality"], environment);
  await expect.poll(leftBehind, { timeout: 30_000, interval: 20 }).toHaveLength(1);
  await expect.poll(drill.said, { timeout: 30_000, interval: 20 }).toContain("Restore drill of");
  drill.child.kill("SIGINT");
  expect(await drill.ended).toBe(1);
  expect(await leftBehind()).toEqual([]);
});
