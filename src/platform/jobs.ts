import type { Database } from "./database.ts";
import { findMunicipalityIds } from "./municipality.ts";

/** Something to do in each municipality, again and again. */
export type Job = { readonly name: string; readonly everyMs: number; readonly work: (gate: Database, municipalityId: string, now: Date) => Promise<unknown> };

/** Runs each job over all municipalities in its own rhythm, never twice at once; `stop` waits for what is running. */
export function startJobs(
  gate: Database,
  clock: () => Date,
  jobs: readonly Job[],
  report: (error: unknown, where: string) => void,
): { stop: () => Promise<void> } {
  let stopping = false;
  const timers = new Map<Job, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const told =
    (job: Job) =>
    (error: unknown): string[] => {
      report(error, `job ${job.name}`);
      return [];
    };
  const turn = async (job: Job) => {
    // What goes wrong in one municipality holds up no other.
    for (const municipalityId of await findMunicipalityIds(gate).catch(told(job)))
      if (!stopping) await job.work(gate, municipalityId, clock()).catch(told(job));
    plan(job);
  };
  const plan = (job: Job, after = job.everyMs) => {
    if (stopping) return;
    timers.set(
      job,
      setTimeout(() => {
        const going = turn(job).finally(() => running.delete(going));
        running.add(going);
      }, after),
    );
  };
  // What fell due while nobody ran is done at once.
  for (const job of jobs) plan(job, 0);
  return {
    stop: async () => {
      stopping = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
