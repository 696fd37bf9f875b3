import type { MiddlewareHandler } from "hono";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { later } from "./later.tsx";

const usualPatience = 9000;
const tired = Symbol("tired");

/**
 * More than can be answered in time are sent away at once, before any work on the database; and nobody waits longer than nine seconds
 * for an answer. What was begun then goes on: the same deed sent again counts once.
 */
export function crowd(house: House, patience = usualPatience): MiddlewareHandler<Env> {
  return async (c, next) => {
    const leave = house.running.load.enter(c.req.method === "POST");
    if (!leave) return later(c, house, "busy", 5);
    const going = next().finally(leave);
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<typeof tired>((done) => {
      timer = setTimeout(() => done(tired), patience);
    });
    const first = await Promise.race([going, enough]).finally(() => clearTimeout(timer));
    if (first !== tired) return undefined;
    going.catch(() => undefined);
    house.report(new TookTooLong(), `${c.req.method} ${c.get("door")}`, c.get("request"));
    return later(c, house, "away", 5);
  };
}

class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}
