import type pg from "pg";
import { laws, snags, stages, states } from "#src/learning/signals/words.ts";
import type { Server } from "#src/platform/database.ts";
import type { Browser } from "./browser.ts";
import { type Figure, ms, perSecond, ratio } from "./figure.ts";
import { type Ask, closedLoop, median, openLoop, quantile, sound, type Sample, wrong } from "./load.ts";
import type { Place, Visitor } from "./place.ts";
import { closePools, openPools, record, replay } from "./statements.ts";
import { searches } from "./words.ts";

export type Reading = { readonly label: string; readonly path: string };
/** What is read: signals, and ways into the list. */
export type Readings = { readonly list: Reading[]; readonly signals: Reading[] };
export type Length = { readonly open: number; readonly closed: number };

const connections = 8;
const rounds = 3;
const targetMs = 60;
const targetRatio = 0.3;

/** Pages to read: every filter in turn, pages far down the list, and signals at random. */
export async function readings(admin: pg.Client, { id, signals }: Place): Promise<Readings> {
  const found = await admin.query<{ id: string }>(
    "select id from learning.signal where municipality_id = $1 and audience = 'everyone' order by md5(id::text) limit 5000",
    [id],
  );
  const teams = await admin.query<{ id: string }>("select id from organisation.team where municipality_id = $1 and kind = 'access' order by id", [id]);
  const deep = [];
  for (const share of [0.005, 0.25, 0.9])
    deep.push(
      (
        await admin.query<{ after: string }>(
          "select to_char(released_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') || '_' || id as after from learning.signal where municipality_id = $1 order by released_at desc, id desc offset $2 limit 1",
          [id, Math.floor(signals * share)],
        )
      ).rows[0]!.after,
    );
  const by = (label: string, values: readonly string[]): Reading[] =>
    values.map((value) => ({ label, path: `/signals?${new URLSearchParams({ [label]: value })}` }));
  const families = [
    [{ label: "no filter", path: "/signals" }],
    by("state", states),
    by("snag", snags),
    by("law", laws),
    by("stage", stages),
    by(
      "team",
      teams.rows.map((team) => team.id),
    ),
    by("harm", ["yes"]),
    by("late", ["yes"]),
    by("mine", ["yes"]),
    by("q", searches),
    by("after", deep),
    by("sort", ["due", "oldest"]),
  ];
  const most = Math.max(...families.map((family) => family.length));
  const list = Array.from({ length: most }, (_, round) => families.map((family) => family[round % family.length]!)).flat();
  return { list, signals: found.rows.map((signal) => ({ label: "signal", path: `/signals/${signal.id}` })) };
}

const asking =
  (browser: Browser, visitors: readonly Visitor[], pages: readonly Reading[]): Ask =>
  async (turn) => {
    const { label, path } = pages[turn % pages.length]!;
    const { status, body } = await browser.get(path, visitors[turn % visitors.length]!.cookie);
    return { label, good: status === 200 && body.endsWith("</html>") };
  };

/** How fast the pages come at a steady rate, and how many the server can give at most; beside both the same statements without us. */
export async function measureReads(
  server: Server,
  browser: Browser,
  visitors: readonly Visitor[],
  { list, signals }: Readings,
  length: Length,
): Promise<{ figures: Figure[]; perFilter: string[] }> {
  const pools = openPools(server);
  const pageOf = (pages: readonly Reading[], count: number) =>
    Array.from({ length: count }, (_, turn) => ({ path: pages[turn % pages.length]!.path, cookie: visitors[turn % visitors.length]!.cookie }));
  const mixes = [
    { name: "list page, all filters in turn", pages: list, rate: 60 },
    { name: "signal page", pages: signals, rate: 60 },
    { name: "home page", pages: [{ label: "home", path: "/" }], rate: 20 },
  ];
  const figures: Figure[] = [];
  const perFilter: string[] = [];
  for (const { name, pages, rate } of mixes) {
    await openLoop(asking(browser, visitors, pages), rate, 3);
    const here = await openLoop(asking(browser, visitors, pages), rate, length.open);
    const plain = sound(await openLoop(replay(pools, await record(server, pageOf(pages, 100))), rate, length.open / 3));
    figures.push(latency(`${name}: p50 / p95 / p99 at ${rate} requests/s`, here, plain));
    if (pages === list) perFilter.push(...byLabel(here));
  }
  for (const [name, pages] of Object.entries({ "list page, no filter": [list[0]!], "signal page": signals })) {
    const plainly = replay(pools, await record(server, pageOf(pages, 100)));
    const turns: { here: number; plain: number; errors: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const here = await closedLoop(asking(browser, visitors, pages), connections, { seconds: length.closed });
      const plain = await closedLoop(plainly, connections, { seconds: length.closed });
      sound(plain.samples);
      turns.push({ here: here.perSecond, plain: plain.perSecond, errors: wrong(here.samples) });
    }
    const share = median(turns.map(({ here, plain }) => here / plain));
    figures.push({
      name: `${name}: throughput over ${connections} connections, median of ${rounds}`,
      measured: `${perSecond(median(turns.map(({ here }) => here)))}, ${turns.reduce((sum, { errors }) => sum + errors, 0)} errors`,
      counterpart: `${perSecond(median(turns.map(({ plain }) => plain)))} same statements, plain pg`,
      ratio: share.toFixed(2),
      target: `ratio ≥ ${targetRatio}`,
      reached: share >= targetRatio,
    });
  }
  await closePools(pools);
  return { figures, perFilter };
}

function latency(name: string, here: readonly Sample[], plain: readonly Sample[]): Figure {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(here, share));
  const other = quantile(plain, 0.95);
  return {
    name,
    measured: `${ms(p50!)} / ${ms(p95!)} / ${ms(p99!)}, ${wrong(here)} errors`,
    counterpart: `p95 ${ms(other)} same statements, plain pg`,
    ratio: ratio(p95!, other),
    target: `p95 ≤ ${targetMs} ms`,
    reached: p95! <= targetMs && wrong(here) === 0,
  };
}

/** Which filter costs what: p50 and p95 of each. */
function byLabel(samples: readonly Sample[]): string[] {
  return [...Map.groupBy(samples, ({ label }) => label)].map(
    ([label, some]) => `| ${label} | ${some.length} | ${ms(quantile(some, 0.5))} | ${ms(quantile(some, 0.95))} |`,
  );
}
