import { hash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import pg from "pg";
import { v7 } from "uuid";
import { asJob, open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { keptIn } from "#src/platform/trail/heads.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";
import { verifyTrail } from "#src/platform/trail/verify.ts";
import { startTestServer } from "#test/postgres.ts";
import { type Figure, MB, ms, perSecond, ratio } from "./figure.ts";
import { table } from "./report.ts";

// A trail of a million entries: sealing it, verifying it, and what the job costs when there is nothing to do.
const full = 1_000_000;
const { values } = parseArgs({ options: { entries: { type: "string", default: String(full) } } });
const count = Number(values.entries);
const longest = 30_000;
const seconds = (took: number): string => `${(took / 1000).toFixed(1)} s`;

const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const began = performance.now();
  const done = await work();
  return [performance.now() - began, done];
};

/** The same rows read with a cursor through pg alone and hashed one by one: what verifying cannot do without. */
async function plainly(client: pg.Client, municipalityId: string): Promise<number> {
  await client.query("begin");
  await client.query(
    `declare rows no scroll cursor for select position, encode(hash, 'hex') as hash, id, extract(epoch from at)::text as at, action, object_kind, object_id, result, origin, actor_id,
       actor_role, represents, purpose from trail.entry where municipality_id = '${municipalityId}' order by position`,
  );
  let read = 0;
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>("fetch 5000 from rows");
    for (const row of rows) hash("sha256", JSON.stringify(row));
    read += rows.length;
    if (rows.length < 5000) break;
  }
  await client.query("commit");
  return read;
}

const times = 500;
const perTurn = async (work: () => Promise<unknown>): Promise<number> => {
  const [took] = await timed(async () => {
    for (let time = 0; time < times; time++) await work();
  });
  return took / times;
};

/** Entries from the n-th on, half a minute apart. */
const entries = `
  insert into trail.entry (municipality_id, id, at, action, object_kind, object_id, result, origin, actor_id, actor_role, represents, purpose)
  select $1, gen_random_uuid(), now() - interval '1 year' + n * interval '30 seconds', case when n % 3 = 0 then 'draft-saved' else 'looked' end, 'draft', gen_random_uuid(), 'done',
    'web', gen_random_uuid(), 'professional', case when n % 20 = 0 then gen_random_uuid() end, 'team' from generate_series($2::int, $3::int) n`;

async function measure(server: Server, client: pg.Client, folder: string): Promise<Figure[]> {
  const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), false, 2);
  try {
    const [id, daily] = [v7(), v7()];
    for (const each of [id, daily]) await client.query("insert into organisation.municipality (id, name) values ($1, 'Meting')", [each]);
    const [wrote] = await timed(() => client.query(entries, [id, 1, count]));
    await client.query("analyze trail.entry");
    const sealing = { key: trailKey(server.secret), earlierKeys: [], kept: keptIn(folder) };
    const seal = sealer(sealing);
    const [sealed] = await timed(async () => {
      while ((await seal(gate, id, new Date())) > 0);
    });
    let few = 0;
    for (let turn = 0; turn < times; turn++) {
      await client.query(entries, [daily, turn * 20 + 1, turn * 20 + 20]);
      few += (await timed(() => seal(gate, daily, new Date())))[0] / times;
    }
    const idle = await perTurn(() => seal(gate, daily, new Date()));
    const nothing = await perTurn(() => asJob(gate, daily, new Date(), ({ tx }) => sql`select 1`.execute(tx)));
    // In turns, so that neither has the rows warm alone; of both the best counts.
    let [read, verified] = [Infinity, Infinity];
    for (const _ of [1, 2]) {
      read = Math.min(read, (await timed(() => plainly(client, id)))[0]);
      const [took, { entries: found, findings }] = await timed(() => verifyTrail(gate, id, sealing, new Date()));
      if (found !== count || findings.length > 0) throw new Error(`Verified ${found} entries with ${findings.length} findings`);
      verified = Math.min(verified, took);
    }
    const many = count.toLocaleString("en");
    return [
      {
        name: `verifying ${many} entries`,
        measured: seconds(verified),
        counterpart: `${seconds(read)} reading and hashing the same rows`,
        ratio: ratio(verified, read),
        target: `≤ ${seconds(longest)}`,
        reached: verified <= longest,
      },
      {
        name: `sealing ${many} entries, a thousand at once`,
        measured: `${seconds(sealed)}, ${perSecond(count / (sealed / 1000))}`,
        counterpart: `${seconds(wrote)} writing them with one statement`,
        ratio: ratio(sealed, wrote),
        target: "–",
        reached: undefined,
      },
      {
        name: "the job of a second, with twenty entries to seal",
        measured: ms(few),
        counterpart: `${ms(nothing)} a job that asks for a constant`,
        ratio: ratio(few, nothing),
        target: "–",
        reached: undefined,
      },
      {
        name: "the job of a second, with nothing to seal",
        measured: ms(idle),
        counterpart: `${ms(nothing)} a job that asks for a constant`,
        ratio: ratio(idle, nothing),
        target: "–",
        reached: undefined,
      },
    ];
  } finally {
    await gate.destroy();
  }
}

const { server, template, stop } = await startTestServer();
const folder = await mkdtemp(join(tmpdir(), "haarvat-heads-"));
const client = new pg.Client(template);
try {
  const busy = loadavg()[0]!.toFixed(1);
  await client.connect();
  const figures = table(await measure(server, client, folder));
  const { rows } = await client.query<{ version: string; fsync: string }>(
    "select current_setting('server_version') as version, current_setting('fsync') as fsync",
  );
  const text = `# Benchmark of the trail

Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench:trail\`. Written by the benchmark itself; run it to write it anew.

Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}; Node ${process.versions.node}; PostgreSQL ${rows[0]!.version}, fsync ${rows[0]!.fsync}, on the same machine. Load average before it began: ${busy}.
Memory of the process that verified, at the end (RSS): ${MB(process.memoryUsage.rss())}.

${figures}

The counterpart of verifying reads the same columns of the same rows with a cursor through \`pg\` alone, as superuser, and takes a hash of each; both twice, in turns, and the best counts.
The job of a second is measured in another municipality, to which entries come in little by little; with entries to seal it includes putting the head on the disk.
`;
  console.log(text);
  if (count === full) await writeFile(new URL("../docs/benchmarks-trail.md", import.meta.url), text);
} finally {
  await client.end();
  await stop();
  await rm(folder, { recursive: true });
}
