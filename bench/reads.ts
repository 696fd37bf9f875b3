import type { Server } from "#src/platform/database.ts";
import type { Browser } from "./browser.ts";
import { type Figure, ms, perSecond, ratio } from "./figure.ts";
import { type Ask, closedLoop, median, openLoop, quantile, type Sample, sound, wrong } from "./load.ts";
import type { Reading, Readings } from "./pages.ts";
import type { Visitor } from "./place.ts";
import { closePools, openPools, record, replay } from "./statements.ts";

/** Seconds of each mix at a steady rate, and of each flood, in every round. */
export type Length = { readonly open: number; readonly closed: number };
type Steady = { readonly here: readonly Sample[]; readonly plain: readonly Sample[] };
type Flood = { readonly here: number; readonly plain: number; readonly errors: number };

const connections = 8;
const rounds = 3;
const targetMs = 60;
const targetRatio = 0.3;

/** Each page in turn, going on where the round before ended. */
function asking(browser: Browser, visitors: readonly Visitor[], pages: readonly Reading[]): Ask {
  let turn = 0;
  return async () => {
    const { label, path } = pages[turn % pages.length]!;
    const { cookie } = visitors[turn % visitors.length]!;
    turn += 1;
    const { status, body } = await browser.get(path, cookie);
    return { label, good: status === 200 && body.endsWith("</html>") };
  };
}

/**
 * How fast the pages come at a steady rate, and how many the server can give at most; beside both the same statements without us.
 * In rounds over all of it, so that what somebody else does on this machine for a while weighs on one round; the median of them counts.
 */
export async function measureReads(
  server: Server,
  browser: Browser,
  visitors: readonly Visitor[],
  { list, signals }: Readings,
  length: Length,
): Promise<{ figures: Figure[]; perFilter: string[] }> {
  const pools = openPools(server);
  const prepared = async <T extends { pages: readonly Reading[] }>(mix: T) => {
    const some = Array.from({ length: 100 }, (_, turn) => ({
      path: mix.pages[turn % mix.pages.length]!.path,
      cookie: visitors[turn % visitors.length]!.cookie,
    }));
    return { ...mix, ask: asking(browser, visitors, mix.pages), plainly: replay(pools, await record(server, some)) };
  };
  const filters = await prepared({ name: "list page, all filters in turn", pages: list, rate: 60, seen: [] as Steady[] });
  const steadies = [
    filters,
    await prepared({ name: "signal page", pages: signals, rate: 60, seen: [] as Steady[] }),
    await prepared({ name: "home page", pages: [{ label: "home", path: "/" }], rate: 20, seen: [] as Steady[] }),
  ];
  const floods = [
    await prepared({ name: "list page, no filter", pages: [list[0]!], seen: [] as Flood[] }),
    await prepared({ name: "signal page", pages: signals, seen: [] as Flood[] }),
  ];
  for (const { ask, rate } of steadies) await openLoop(ask, rate, 3);
  for (let round = 0; round < rounds; round += 1) {
    for (const { ask, plainly, rate, seen } of steadies)
      seen.push({ here: await openLoop(ask, rate, length.open), plain: sound(await openLoop(plainly, rate, length.open / 2)) });
    for (const { ask, plainly, seen } of floods) {
      const here = await closedLoop(ask, connections, { seconds: length.closed });
      const plain = await closedLoop(plainly, connections, { seconds: length.closed });
      sound(plain.samples);
      seen.push({ here: here.perSecond, plain: plain.perSecond, errors: wrong(here.samples) });
    }
  }
  await closePools(pools);
  const figures = [
    ...steadies.map(({ name, rate, seen }) => latency(`${name}: p50 / p95 / p99 at ${rate} requests/s`, seen)),
    ...floods.map(({ name, seen }) => throughput(name, seen)),
  ];
  return { figures, perFilter: byLabel(filters.seen.flatMap(({ here }) => here)) };
}

function latency(name: string, seen: readonly Steady[]): Figure {
  const usual = (which: keyof Steady, share: number) => median(seen.map((round) => quantile(round[which], share)));
  const errors = wrong(seen.flatMap(({ here }) => here));
  const p95 = usual("here", 0.95);
  return {
    name,
    measured: `${ms(usual("here", 0.5))} / ${ms(p95)} / ${ms(usual("here", 0.99))}, ${errors} errors`,
    counterpart: `p95 ${ms(usual("plain", 0.95))} same statements, plain pg`,
    ratio: ratio(p95, usual("plain", 0.95)),
    target: `p95 ≤ ${targetMs} ms`,
    reached: p95 <= targetMs && errors === 0,
  };
}

function throughput(name: string, seen: readonly Flood[]): Figure {
  const share = median(seen.map(({ here, plain }) => here / plain));
  return {
    name: `${name}: throughput over ${connections} connections`,
    measured: `${perSecond(median(seen.map(({ here }) => here)))}, ${seen.reduce((sum, { errors }) => sum + errors, 0)} errors`,
    counterpart: `${perSecond(median(seen.map(({ plain }) => plain)))} same statements, plain pg`,
    ratio: share.toFixed(2),
    target: `ratio ≥ ${targetRatio}`,
    reached: share >= targetRatio,
  };
}

/** Which filter costs what: p50 and p95 of each. */
function byLabel(samples: readonly Sample[]): string[] {
  return [...Map.groupBy(samples, ({ label }) => label)].map(
    ([label, some]) => `| ${label} | ${some.length} | ${ms(quantile(some, 0.5))} | ${ms(quantile(some, 0.95))} |`,
  );
}
