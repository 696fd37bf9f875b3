import { watchTransactions, waitingFor } from "#src/platform/database.ts";
import type { Telemetry } from "#src/platform/telemetry/telemetry.ts";
import type { Pools } from "./pools.ts";

/** Traces and metrics to `endpoint`; what that takes is loaded only when somebody wants it. */
export async function telemetryTo(endpoint: URL, { learning, gate, keeper }: Pools, ages: () => Promise<Readonly<Record<string, number>>>): Promise<Telemetry> {
  const { otlp } = await import("#src/platform/telemetry/otlp.ts");
  const pools = { learning, gate, keeper };
  const waiting = () => Object.fromEntries(Object.entries(pools).map(([name, database]) => [name, waitingFor(database)]));
  const telemetry = otlp(endpoint, { waiting, ages });
  for (const [name, database] of Object.entries(pools)) watchTransactions(database, (work) => telemetry.transaction(name, work));
  return telemetry;
}
