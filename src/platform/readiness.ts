import { sql } from "kysely";
import { asJob, type Database, type Room } from "./database.ts";
import { migrations, versionOf } from "./migrate.ts";
import { findMunicipalityIds } from "./municipality.ts";

/** How each part is; ready when every part without which nobody should be sent here is good. */
export type Ready = { readonly ready: boolean; readonly parts: Readonly<Record<string, "ok" | "not ok">> };
export type Readiness = () => Promise<Ready>;

/** Something that has to be done soon after it was written down: the oldest that still waits, and how many seconds it may. */
export type Waiting = {
  readonly name: string;
  readonly mostSeconds: number;
  /** What only depends on others (a mail server) is told, but does not keep anybody from being sent here. */
  readonly essential: boolean;
  readonly oldest: (room: Room) => Promise<Date | null | undefined>;
};

const patience = 3000;
const keepFor = 2000;

/** Asks the database itself, at most once in two seconds however many want to know. */
export function readinessOf(gate: Database, clock: () => Date, waiting: readonly Waiting[], stopping: () => boolean): Readiness {
  let kept: { readonly at: number; readonly answer: Promise<Ready> } | undefined;
  return async () => {
    if (!kept || performance.now() - kept.at > keepFor) kept = { at: performance.now(), answer: look(gate, clock(), waiting) };
    const { ready, parts } = await kept.answer;
    return stopping() ? { ready: false, parts: { ...parts, running: "not ok" } } : { ready, parts: { ...parts, running: "ok" } };
  };
}

async function look(gate: Database, now: Date, waiting: readonly Waiting[]): Promise<Ready> {
  const late = new Promise<undefined>((done) => setTimeout(done, patience, undefined).unref());
  const found = await Promise.race([asked(gate, now, waiting), late]).catch(() => undefined);
  const parts: [string, boolean, boolean][] = [
    ["database", found !== undefined, true],
    ["migrations", found?.version === "same", true],
    ...waiting.map(({ name, essential }): [string, boolean, boolean] => [name, found?.late.has(name) === false, essential]),
  ];
  return {
    ready: parts.every(([, good, essential]) => good || !essential),
    parts: Object.fromEntries(parts.map(([name, good]) => [name, good ? "ok" : "not ok"])),
  };
}

async function asked(gate: Database, now: Date, waiting: readonly Waiting[]) {
  const { rows } = await sql<{ name: string }>`select name from migration.applied`.execute(gate);
  const version = versionOf(
    rows.map(({ name }) => name),
    await migrations(),
  );
  const ages = await agesOf(gate, now, waiting);
  return { version, late: new Set(waiting.filter(({ name, mostSeconds }) => ages[name]! > mostSeconds).map(({ name }) => name)) };
}

/** How many seconds the oldest waits, by name, over all municipalities; nought when nothing does. */
export async function agesOf(gate: Database, now: Date, waiting: readonly Waiting[]): Promise<Readonly<Record<string, number>>> {
  const ages: Record<string, number> = Object.fromEntries(waiting.map(({ name }) => [name, 0]));
  for (const municipalityId of await findMunicipalityIds(gate))
    await asJob(gate, municipalityId, now, async (room) => {
      for (const { name, oldest } of waiting) {
        const since = await oldest(room);
        if (since) ages[name] = Math.max(ages[name]!, (now.getTime() - since.getTime()) / 1000);
      }
    });
  return ages;
}
