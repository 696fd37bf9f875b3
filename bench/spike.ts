import { browserAt } from "./browser.ts";
import { workingDay } from "./day.ts";
import { type Figure, ms } from "./figure.ts";
import { openLoop, quantile, type Sample } from "./load.ts";
import type { Readings } from "./pages.ts";
import type { Visitor } from "./place.ts";

type Spike = { readonly usual: number; readonly times: number; readonly seconds: number; readonly afterSeconds: number };

const mostRecovery = 10;
/** An answer of a second or more is not what people are used to. */
const calmMs = 1000;

/** Ten times as many for a while, and the usual number after it: who is answered, who is asked to come back, and when all is as before. */
export async function measureSpike(
  port: number,
  visitors: readonly Visitor[],
  pages: Readings,
  { usual, times, seconds, afterSeconds }: Spike,
): Promise<Figure[]> {
  const browser = browserAt(port, 4000);
  const ask = await workingDay(browser, visitors, pages);
  const crowd = await openLoop(ask, usual * times, seconds);
  const after: { sample: Sample; second: number }[] = [];
  const began = performance.now();
  const later = await openLoop(
    async (turn) => {
      const second = Math.floor(turn / usual);
      const began = performance.now();
      const answer = await ask(turn);
      after.push({ sample: { ...answer, ms: performance.now() - began }, second });
      return answer;
    },
    usual,
    afterSeconds,
  );
  const took = performance.now() - began;
  browser.close();
  const sentAway = crowd.filter(({ label }) => label.endsWith(" 503"));
  const answered = crowd.filter(({ good }) => good);
  const others = crowd.filter(({ good, label }) => !good && !label.endsWith(" 503")).map(({ label }) => label.slice(0, 60));
  const kinds = [...Map.groupBy(others, (label) => label)].map(([label, list]) => `${list.length} × ${label}`).join(", ");
  const odd = others.length;
  const restless = after.filter(({ sample }) => !sample.good || sample.ms > calmMs).map(({ second }) => second);
  const recovered = restless.length === 0 ? 0 : Math.max(...restless) + 1;
  return [
    {
      name: `${times} times as many (${usual * times} requests/s) for ${seconds} s: answered / sent away with 503 at once / anything else`,
      measured: `${answered.length} / ${sentAway.length} / ${odd}${kinds && ` (${kinds})`}; answered in p95 ${ms(quantile(answered, 0.95))}, sent away in p95 ${ms(quantile(sentAway, 0.95))}`,
      counterpart: `${crowd.length} asked`,
      ratio: (answered.length / crowd.length).toFixed(2),
      target: "503 with Retry-After, nothing else",
      reached: odd === 0,
    },
    {
      name: `after it, at ${usual} requests/s: seconds until every answer is right and within ${ms(calmMs)}`,
      measured: `${recovered} s; p95 over all ${ms(quantile(later, 0.95))}`,
      counterpart: `${Math.round(took / 1000)} s looked at`,
      ratio: "–",
      target: `≤ ${mostRecovery} s`,
      reached: recovered <= mostRecovery,
    },
  ];
}
