import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { asMigratorOf, wholeOf } from "#test/backup.ts";
import { testDatabase, type TestDatabase } from "#test/database.ts";
import { aMunicipality, aSignal, type Municipality } from "#test/municipality.ts";
import { endAll, run, start } from "#test/program.ts";

let here: TestDatabase;
let there: TestDatabase;
let home: Municipality;
let folder: string;
beforeAll(async () => {
  [here, there] = [await testDatabase(), await testDatabase()];
  home = await aMunicipality(here, "dorp.test");
  await aSignal(here, home.bringer);
  folder = await mkdtemp(join(tmpdir(), "haarvat-backup-"));
});
afterAll(async () => {
  endAll();
  await rm(folder, { recursive: true, force: true });
});

const at = ({ server }: TestDatabase) => ({
  DATABASE_URL: `postgres://nobody-yet@${server.host}:${server.port}/${server.database}`,
  HAARVAT_SECRET: inject("server").secret,
  INIT_CWD: folder,
});
const exporting = (out: string, more: readonly string[] = []) => run(["municipality", "export", "--host", "dorp.test", "--out", out, ...more], at(here));
const municipalitiesIn = async ({ migrator }: TestDatabase) =>
  (await sql<{ id: string }>`select id from organisation.municipality`.execute(migrator)).rows.map(({ id }) => id);

test("an export is one file for its owner alone; the trail says so, and the file is from before that", async () => {
  expect(await exporting("dorp.ndjson")).toMatchObject({ status: 0, said: expect.stringMatching(/^\d+ rows of \d+ tables written to dorp\.ndjson\.\n$/) });
  const file = join(folder, "dorp.ndjson");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["dorp.ndjson"]);
  const entries = await here.migrator
    .selectFrom("trail.entry")
    .select(["object_id", "origin", "result"])
    .where("action", "=", "exported-municipality")
    .execute();
  expect(entries).toEqual([{ object_id: home.id, origin: "command", result: "done" }]);
  expect(await readFile(file, "utf8")).not.toContain("exported-municipality");
});

test("encrypted with a passphrase from a file it comes in elsewhere, once, to the byte", async () => {
  await writeFile(join(folder, "words"), "vijf zes zeven acht\n");
  const sealed = ["--passphrase-file", "words"];
  expect(await exporting("dorp.age", sealed)).toMatchObject({ status: 0, said: expect.stringContaining("dorp.age, encrypted.") });
  expect(await readFile(join(folder, "dorp.age"), "latin1")).not.toContain(home.id);
  const importing = (words: readonly string[], environment = {}) => run(["municipality", "import", "dorp.age", ...words], { ...at(there), ...environment });
  expect(await importing([])).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^The file is encrypted: give its passphrase .*\. Nothing has changed\.\n$/),
  });
  expect(await importing([], { HAARVAT_PASSPHRASE: "zeven zes vijf vier" })).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^The passphrase does not open/),
  });
  expect(await municipalitiesIn(there)).toEqual([]);
  expect(await importing(sealed)).toMatchObject({ status: 0, said: expect.stringMatching(/^\d+ rows of \d+ tables read in\.\nIf anything was erased/) });
  expect(await importing(sealed)).toMatchObject({ status: 1, said: "This municipality is in the database already. Nothing has changed.\n" });
  expect((await wholeOf(there.server, home.id)).equals(await wholeOf(here.server, home.id))).toBe(false);
  await sql`delete from trail.entry where action = 'exported-municipality'`.execute(here.migrator);
  await sql`delete from trail.entry where action = 'exported-municipality'`.execute(there.migrator);
  expect((await wholeOf(there.server, home.id)).equals(await wholeOf(here.server, home.id))).toBe(true);
});

test("a passphrase is never taken from the command line, and has to be long enough", async () => {
  expect(await exporting("no.age", ["--passphrase", "vijf zes zeven acht"])).toMatchObject({ status: 1, said: expect.stringMatching(/unknown option/) });
  await writeFile(join(folder, "short"), "kort\n");
  expect(await exporting("no.age", ["--passphrase-file", "short"])).toMatchObject({ status: 1, said: "A passphrase has at least 12 signs.\n" });
  expect(await exporting("no.age", ["--passphrase-file", "gone"])).toMatchObject({ status: 1, said: "gone cannot be read.\n" });
  expect(await readdir(folder)).not.toContain("no.age");
});

test("what cannot be written or read is one sentence, and leaves no file behind", async () => {
  await mkdir(join(folder, "a-folder"));
  expect(await exporting("gone/dorp.ndjson")).toMatchObject({
    status: 1,
    said: expect.stringMatching(/gone\/dorp\.ndjson was not written: the folder does not exist\.\n$/),
  });
  expect(await exporting("dorp.ndjson/x")).toMatchObject({ status: 1, said: expect.stringContaining("was not written: the folder does not exist.") });
  expect(await exporting("a-folder")).toMatchObject({ status: 1, said: expect.stringContaining("was not written: there is a folder of that name.") });
  expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
  expect(await run(["municipality", "import", "gone.ndjson"], at(there))).toMatchObject({
    status: 1,
    said: expect.stringMatching(/cannot be read\. Nothing has changed\.\n$/),
  });
  expect(await run(["municipality", "export", "--host", "elders.test", "--out", "x"], at(here))).toMatchObject({
    said: "There is no municipality at elders.test.\n",
  });
  expect(await run(["municipality", "export", "--host", "localhost", "--out", "x", "--data", join(folder, "empty")], { INIT_CWD: folder })).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^There is no database in .*empty, and DATABASE_URL is not set\.\n$/),
  });
});

test("an export that finds no room to grow leaves what had that name before", async () => {
  await writeFile(join(folder, "kept.ndjson"), "yesterday");
  // Files of this process and its children may have 4 kB: the next write fails as on a full disk.
  const words = `ulimit -f 8; exec node --import ./tsx.js src/cli.ts municipality export --host dorp.test --out kept.ndjson`;
  const failed = await promisify(execFile)("sh", ["-c", words], { env: { PATH: process.env["PATH"], ...at(here) } }).catch(
    (error: unknown) => error as { stderr: string },
  );
  expect(failed.stderr).toMatch(/kept\.ndjson was not written: (files may not be that large here|the disk is full)\.\n$/);
  expect(await readFile(join(folder, "kept.ndjson"), "utf8")).toBe("yesterday");
  expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
});

test.each([
  ["plain", []],
  ["encrypted", ["--passphrase-file", "words"]],
])("an export that is stopped halfway, %s, says so and leaves no file", async (name, more) => {
  const other = await here.migrator.startTransaction().execute();
  // The export comes to this table late, and waits for it.
  await sql`lock table trail.outbox in access exclusive mode`.execute(other);
  const exporting = start(["municipality", "export", "--host", "dorp.test", "--out", `stopped.${name}`, ...more], at(here));
  const waits = () =>
    asMigratorOf(here.server, async (connection) => {
      const { rowCount } = await connection.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
      return rowCount;
    });
  await expect.poll(waits, { timeout: 30_000, interval: 20 }).toBe(1);
  expect((await readdir(folder)).filter((each) => each.startsWith("stopped"))).toEqual([expect.stringMatching(/\.partial$/)]);
  exporting.child.kill("SIGTERM");
  await setTimeout(200);
  await other.rollback().execute();
  expect(await exporting.ended).toBe(1);
  expect(exporting.said()).toBe("Stopped. No file was written.\n");
  expect((await readdir(folder)).filter((each) => each.startsWith("stopped"))).toEqual([]);
});

test("an import that is killed halfway leaves nothing, and the next one succeeds", async () => {
  const { id, bringer } = await aMunicipality(here, "stad.test");
  const many = 60_000;
  await sql`insert into trail.entry (municipality_id, id, at, action, object_kind, object_id, result, origin, actor_id, actor_role, purpose)
    select ${id}, gen_random_uuid(), now(), 'looked', 'draft', gen_random_uuid(), 'done', 'web', ${bringer.memberId}, 'professional', 'practice'
    from generate_series(1, ${many})`.execute(here.migrator);
  await writeFile(join(folder, "stad.ndjson"), await wholeOf(here.server, id));
  await chmod(join(folder, "stad.ndjson"), 0o600);
  const importing = start(["municipality", "import", "stad.ndjson"], at(there));
  const busy = () =>
    asMigratorOf(there.server, async (connection) => {
      const { rows } = await connection.query<{ query: string }>(
        "select query from pg_stat_activity where datname = current_database() and state <> 'idle' and query like 'insert into trail.entry%'",
      );
      return rows.length;
    });
  await expect.poll(busy, { timeout: 30_000, interval: 20 }).toBe(1);
  importing.child.kill("SIGKILL");
  await importing.ended;
  expect(await municipalitiesIn(there)).not.toContain(id);
  await expect.poll(busy, { timeout: 30_000 }).toBe(0);
  expect(await municipalitiesIn(there)).not.toContain(id);
  for (const place of ["dorp", "stad"])
    expect(await run(["municipality", "erasures", "--host", `${place}.test`, "--out", `${place}.erasures`], at(here))).toMatchObject({
      status: 0,
      said: `0 erasures written to ${place}.erasures.\n`,
    });
  const again = (list: string) => run(["municipality", "import", "stad.ndjson", "--erasures", list], at(there));
  expect(await again("dorp.erasures")).toMatchObject({ status: 1, said: "The list of erasures is of another municipality. Nothing has changed.\n" });
  expect(await municipalitiesIn(there)).not.toContain(id);
  expect(await again("stad.erasures")).toMatchObject({
    status: 0,
    said: expect.stringMatching(/read in\.\nErased again: 0 texts, and words in 0 drafts\.\n$/),
  });
  expect(await municipalitiesIn(there)).toContain(id);
});
