// Whether the time of an answer tells that something is there: an id of others and one of nobody, asked for in turn. `npm run bench:strangers`.
import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { v7 } from "uuid";
import { openPools } from "#src/main/pools.ts";
import { open } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import type { TestDatabase } from "#test/database.ts";
import { openTestDoors } from "#test/doors.ts";
import { aDraft, aMunicipality, aSignal } from "#test/municipality.ts";
import { startTestServer } from "#test/postgres.ts";
import { type Figure, ms, ratio } from "./figure.ts";
import { table } from "./report.ts";

const requests = 1000;
/** How far apart the two medians may be. */
const most = 0.05;

const median = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

type Question = { readonly name: string; readonly hidden: (nth: number) => string; readonly absent: (nth: number) => string; readonly posts?: boolean };

async function measure(database: TestDatabase): Promise<Figure[]> {
  const house = await openTestDoors(database);
  const [here, elsewhere] = [await aMunicipality(database), await aMunicipality(database)];
  const made = async (many: number, make: () => Promise<string>) => {
    const ids: string[] = [];
    for (let nth = 0; nth < many; nth += 1) ids.push(await make());
    return ids;
  };
  const foreign = await made(200, () => aSignal(database, elsewhere.bringer));
  const team = await made(200, () => aSignal(database, here.bringer, { sentence: "Bij de balie ligt het formulier paardenbloem" }, { to: "team" }));
  const single = "zeldzaamwoord";
  await aSignal(database, here.bringer, { sentence: `Eenmaal ${single}` }, { to: "team" });
  await made(200, () => aSignal(database, here.colleague));
  const drafts = await made(200, () => aDraft(database, here.bringer));
  const visitor = await house.as(here.colleague, here.host);

  const at = (path: (id: string) => string, ids: readonly string[]) => ({ hidden: (nth: number) => path(ids[nth % ids.length]!), absent: () => path(v7()) });
  const questions: Question[] = [
    { name: "nothing, to see how far apart the same can be", hidden: () => `/signals/${v7()}`, absent: () => `/signals/${v7()}` },
    { name: "a signal of another municipality", ...at((id) => `/signals/${id}`, foreign) },
    { name: "a signal for another team", ...at((id) => `/signals/${id}`, team) },
    { name: "a reply to a signal for another team", ...at((id) => `/signals/${id}/reply`, team), posts: true },
    { name: "shielding in a signal for another team", ...at((id) => `/signals/${id}/shield`, team), posts: true },
    { name: "taking back a signal of somebody else", ...at((id) => `/drafts/${id}/take-back`, team), posts: true },
    { name: "a draft of another team", ...at((id) => `/drafts/${id}`, drafts) },
    { name: "taking over a draft of another team", ...at((id) => `/drafts/${id}/take-over`, drafts), posts: true },
    { name: "releasing a draft that is not one's own", ...at((id) => `/drafts/${id}/release`, drafts), posts: true },
    { name: "a word in one hidden text", hidden: () => `/signals?q=${single}`, absent: () => "/signals?q=nergenswoord" },
    { name: "a word in two hundred hidden texts", hidden: () => "/signals?q=paardenbloem", absent: () => "/signals?q=boterbloemen" },
  ];

  const ask = async (path: string, posts: boolean | undefined): Promise<number> => {
    const began = performance.now();
    const answer = await (posts
      ? visitor.post(path, { text: "Wij deden dit eerder.", position: "1", part: "sentence", version: "1", audience: "team" })
      : visitor.get(path));
    await answer.text();
    return performance.now() - began;
  };
  const figures: Figure[] = [];
  for (const { name, hidden, absent, posts } of questions) {
    const times = { hidden: [] as number[], absent: [] as number[] };
    for (let nth = -100; nth < requests; nth += 1)
      // Which goes first changes, so that neither gains by what the other warmed.
      for (const which of nth % 2 ? (["hidden", "absent"] as const) : (["absent", "hidden"] as const)) {
        const took = await ask(which === "hidden" ? hidden(Math.abs(nth)) : absent(nth), posts);
        if (nth >= 0) times[which].push(took);
      }
    const [there, gone] = [median(times.hidden), median(times.absent)];
    figures.push({
      name: `not for me: ${name}`,
      measured: ms(there),
      counterpart: `${ms(gone)} what is not there`,
      ratio: ratio(there, gone),
      target: "within 5 %",
      reached: Math.abs(there / gone - 1) <= most,
    });
  }
  return figures;
}

const { server, stop } = await startTestServer();
const { learning, gate, keeper, close } = openPools(server);
const migrator = open(server, "haarvat_migrator", passwordOf(server, "haarvat_migrator"), false, 2);
try {
  const before = loadavg()[0]!.toFixed(1);
  const figures = table(await measure({ server, learning, gate, keeper, migrator }));
  console.log(figures);
  const text = [
    "# Benchmarks: what is not for me, and what is not there",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench:strangers\`. Written by the benchmark itself; run it to write it anew.`,
    "",
    `Medians of ${requests} requests each, a hidden one and an absent one in turn, to all doors of the application in one process with a PostgreSQL on the same machine. ` +
      `Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}; Node ${process.versions.node}. Load average before it began: ${before}.`,
    "",
    figures,
    "",
    "The first line asks for nothing twice: a difference no larger than there is the machine's, which had other work to do.",
    "",
  ].join("\n");
  await writeFile(new URL("../docs/benchmarks-strangers.md", import.meta.url), text);
} finally {
  await Promise.all([close(), migrator.destroy()]);
  await stop();
}
