import { writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import type pg from "pg";
import type { Figure } from "./figure.ts";

/** How busy the machine was before we began: others' work is in every figure. */
const busy = loadavg()[0]!.toFixed(1);

const heading = ["| figure | measured | counterpart, same run | ratio | target | reached |", "|---|---|---|---|---|---|"];
const line = ({ name, measured, counterpart, ratio, target, reached }: Figure) =>
  `| ${name} | ${measured} | ${counterpart} | ${ratio} | ${target} | ${reached === undefined ? "–" : reached ? "yes" : "no"} |`;

export const table = (figures: readonly Figure[]): string => [...heading, ...figures.map(line)].join("\n");

/** The figures with when, where and how they were measured, so that somebody else can do it again. */
export async function report(
  admin: pg.Client,
  figures: readonly Figure[],
  perFilter: readonly string[],
  { command, load, took }: { command: string; load: string; took: number },
): Promise<string> {
  const { rows } = await admin.query<{ version: string; fsync: string; commit: string }>(
    "select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
  );
  const { version, fsync, commit } = rows[0]!;
  return [
    "# Benchmarks",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`${command}\`, in ${Math.round(took / 1000)} seconds. Written by the benchmark itself; run it to write it anew.`,
    "",
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB memory; Node ${process.versions.node}; PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commit}, on the same machine. Load average before it began: ${busy}.`,
    `Load: ${load}. What asks, the server and the database share the cores.`,
    "",
    table(figures),
    "",
    "The counterpart of a page is the statements it makes, recorded from the application and asked again through `pg` alone as the same role. Latency counts from the planned moment of each request, so waiting is not forgiven. Pages are measured in three rounds over all of them; the median of the rounds counts.",
    "",
    "## The list page by filter",
    "",
    "| filter | requests | p50 | p95 |",
    "|---|---|---|---|",
    ...perFilter,
    "",
  ].join("\n");
}

export const keep = (text: string): Promise<void> => writeFile(new URL("../docs/benchmarks.md", import.meta.url), text);
