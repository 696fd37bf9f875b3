import { setTimeout as pause } from "node:timers/promises";

/** One thing asked: what kind, how long it took in milliseconds, and whether the answer was the right one. */
export type Sample = { readonly label: string; readonly ms: number; readonly good: boolean };
/** Asks one thing, the `turn`th; says what kind it was and whether the answer was right. */
export type Ask = (turn: number) => Promise<Omit<Sample, "ms">>;

/** Asks at a fixed rate whether or not earlier answers came, and counts from the planned moment: waiting in a queue is not forgiven. */
export async function openLoop(ask: Ask, perSecond: number, seconds: number): Promise<Sample[]> {
  const began = performance.now();
  const asked: Promise<Sample>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const planned = began + (turn * 1000) / perSecond;
    const wait = planned - performance.now();
    if (wait > 0) await pause(wait);
    asked.push(timed(ask, turn, planned));
  }
  return Promise.all(asked);
}

/** Asks again as soon as the answer is there, over some connections at once, for a time or a number of times; returns how many per second too. */
export async function closedLoop(
  ask: Ask,
  connections: number,
  { seconds = 30, most = Number.POSITIVE_INFINITY },
): Promise<{ samples: Sample[]; perSecond: number }> {
  const began = performance.now();
  const samples: Sample[] = [];
  let turn = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (turn < most && performance.now() - began < seconds * 1000) samples.push(await timed(ask, turn++, performance.now()));
    }),
  );
  return { samples, perSecond: (samples.filter(({ good }) => good).length * 1000) / (performance.now() - began) };
}

const timed = async (ask: Ask, turn: number, from: number): Promise<Sample> => {
  const answer = await ask(turn).catch((error: unknown) => ({ label: `error: ${String(error)}`, good: false }));
  return { ...answer, ms: performance.now() - from };
};

/** The value below which this share of the samples lies, in milliseconds. */
export function quantile(samples: readonly Sample[], share: number): number {
  const sorted = samples.map(({ ms }) => ms).sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

export const wrong = (samples: readonly Sample[]): number => samples.filter(({ good }) => !good).length;

/** A counterpart that fails is fast and says nothing. */
export function sound(samples: readonly Sample[]): readonly Sample[] {
  const bad = samples.find(({ good }) => !good);
  if (bad) throw new Error(`A counterpart failed: ${bad.label}`);
  return samples;
}
