import type { Database, Room } from "#src/platform/database.ts";
import { findNumbers, type Numbers } from "./numbers.ts";
import { firstDay, type Half, lastDay } from "./period.ts";

type Kept = { readonly at: number; readonly numbers: Promise<Numbers | undefined> };

const kept = new WeakMap<Database, Map<string, Kept>>();
const keepFor = 10 * 60_000;
const most = 10_000;

/**
 * The numbers of a half-year, at most ten minutes old: counting a large municipality takes a tenth of a second, too much for every first page.
 * They are the same for everybody who may read numbers; who may not is refused before this.
 */
export function recentNumbers(database: Database, room: Room, half: Half, team: string | undefined): Promise<Numbers | undefined> {
  const known = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, known);
  const key = `${room.actor.municipalityId} ${half} ${team ?? ""}`;
  const before = known.get(key);
  const at = room.now.getTime();
  if (before && Math.abs(at - before.at) < keepFor) return before.numbers;
  const numbers = findNumbers(room, firstDay(half), lastDay(half), team);
  if (known.size > most) known.clear();
  known.set(key, { at, numbers });
  numbers.catch(() => known.delete(key));
  return numbers;
}
