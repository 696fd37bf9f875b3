import { parseArgs } from "node:util";
import pg from "pg";
import { open, type Server } from "#src/platform/database.ts";
import { migrate } from "#src/platform/migrate.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { onServer, startTestServer } from "#test/postgres.ts";
import { browserAt } from "./browser.ts";
import { bareMemory, startServer } from "./child.ts";
import { measureDeeds } from "./deeds.ts";
import { type Figure, MB, ratio } from "./figure.ts";
import { keystrokes } from "./keystrokes.ts";
import { readings } from "./pages.ts";
import { logIn, makePlaces } from "./place.ts";
import { measureReads } from "./reads.ts";
import { keep, report } from "./report.ts";
import { seed } from "./seed.ts";
import { measureSizes } from "./sizes.ts";

// Every figure of the benchmark with its counterpart from the same run; on loopback, in a temporary folder, and never longer than this.
const longest = 8 * 60_000;
const mostMemory = 250_000_000;
const sizes = {
  full: { big: 200_000, small: 2000, length: { open: 10, closed: 4 }, deeds: 2500 },
  small: { big: 5000, small: 100, length: { open: 2, closed: 1 }, deeds: 300 },
};

const { values } = parseArgs({ options: { size: { type: "string", default: "full" } } });
const size = values.size === "small" ? "small" : "full";
const began = performance.now();
const say = (what: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);

/** What must be ended, in the opposite order, whatever happens. */
const endings: (() => Promise<unknown>)[] = [];

async function run(): Promise<void> {
  const { big, small, length, deeds } = sizes[size];
  say("starting PostgreSQL");
  const { server, template, stop } = await startTestServer();
  endings.push(stop);
  const connect = async () => {
    const client = new pg.Client(template).on("error", () => {});
    await client.connect();
    return client;
  };
  const admin = await connect();
  endings.push(() => admin.end());
  const places = await makePlaces(admin, big, small);
  say(`seeding ${big} signals in one municipality and ${small} in each of ${places.length - 1} others`);
  await seed(connect, places);
  const learning = open(server, "haarvat_learning", passwordOf(server, "haarvat_learning"), false, 2);
  const visitors = await logIn(learning, places[0]!, 50).finally(() => learning.destroy());

  say("starting the server");
  const bare = await bareMemory();
  const child = await startServer(server);
  endings.push(child.stop);
  const atStart = await child.memory();
  const browser = browserAt(child.port);
  endings.push(async () => browser.close());
  const pages = await readings(admin, places[0]!);
  const cookie = visitors[0]!.cookie;
  const weights = await measureSizes(browser, cookie, {
    "home page": "/",
    "list page": "/signals",
    "signal page": pages.signals[0]!.path,
    "page to write on": "/write",
  });
  say("reading pages");
  const { figures: reads, perFilter } = await measureReads(server, browser, visitors, pages, length);
  say("releasing and replying");
  const done = await measureDeeds(server, browser, places[0]!, visitors, pages.signals, deeds);
  const held = await child.memory();
  const memory: Figure = {
    name: "memory of the server after all this (RSS)",
    measured: MB(held),
    counterpart: `${MB(bare)} a Node that only listens; ${MB(atStart)} at its start`,
    ratio: ratio(held, bare),
    target: `≤ ${MB(mostMemory)}`,
    reached: held <= mostMemory,
  };
  say("two journeys in a browser");
  const figures = [...reads, ...done, ...weights, memory, ...(await journeys(server, template))];
  const load = `${big.toLocaleString("en")} signals in one municipality of 30 teams and 300 members, ${small.toLocaleString("en")} in each of ${places.length - 1} others; ${visitors.length} sessions`;
  const text = await report(admin, figures, perFilter, {
    command: `npm run bench${size === "full" ? "" : ` -- --size ${size}`}`,
    load,
    took: performance.now() - began,
  });
  console.log(text);
  if (size === "full") await keep(text);
}

/** What the keystroke-level model says of two journeys in a real browser, in a database of their own. */
async function journeys(server: Server, { user, password, ...at }: pg.ClientConfig & { user: string; password: string }): Promise<Figure[]> {
  const database = "haarvat_journeys";
  await onServer({ ...at, user, password }, `create database ${database}`);
  await migrate({ ...server, database }, { user, password });
  const taxes = await keystrokes({ ...server, database });
  return taxes.map(({ journey, seconds, waiting, deeds, target }) => ({
    name: `keystroke-level model: ${journey}`,
    measured: `${seconds.toFixed(1)} s (${deeds})`,
    counterpart: `${waiting.toFixed(1)} s of it waiting`,
    ratio: ratio(waiting, seconds),
    target: `≤ ${target} s`,
    reached: seconds <= target,
  }));
}

async function end(): Promise<void> {
  for (const ending of endings.splice(0).reverse()) await ending().catch((error: unknown) => console.error(error));
}

const late = setTimeout(() => {
  console.error(`Not done within ${longest / 60_000} minutes: stopped.`);
  process.exitCode = 1;
  void end().finally(() => process.exit());
}, longest);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end().finally(() => process.exit(1)));
await run().finally(end);
clearTimeout(late);
