import type { Context, MiddlewareHandler } from "hono";
import { networkOf } from "#src/platform/addresses.ts";
import type { Env } from "#src/platform/door.ts";
import type { House } from "#src/platform/house.ts";
import { counted, type LimitName } from "#src/platform/limits.ts";
import { later } from "./later.tsx";

const countedAs = { ipv4: 32, ipv6: 64 } as const;
const shownAs = { ipv4: 24, ipv6: 48 } as const;

/** Before anybody is known: how often one network knocks. Without an address nobody comes in. */
export const networkLimits =
  (house: House): MiddlewareHandler<Env> =>
  async (c, next) => {
    const address = house.running.addressOf(c);
    const refused = await refusal(c, house, "network", address && networkOf(address, countedAs));
    return refused ?? next();
  };

/** Once somebody is known: how often one person posts, searches and takes along, in however many sessions. Others count by their network. */
export const personLimits =
  (house: House): MiddlewareHandler<Env> =>
  async (c, next) => {
    const address = house.running.addressOf(c);
    const refused = await refusal(c, house, "person", c.get("session")?.actor.memberId ?? (address && networkOf(address, countedAs)));
    return refused ?? next();
  };

/** Whoever cannot be counted is refused too: a limit that fails, fails closed. */
async function refusal(c: Context<Env>, house: House, stage: "network" | "person", who: string | undefined): Promise<Response | undefined> {
  const names = counted(c.req.method, c.req.path, new URL(c.req.url).searchParams)[stage];
  if (who === undefined) return later(c, house, "busy", 60);
  for (const name of names) {
    const wait = await house.running.limits.count(name, who).catch((error: unknown) => {
      house.report(error, `limit ${name}`, c.get("request"));
      return "broken" as const;
    });
    if (wait === "broken") return later(c, house, "busy", 60);
    if (wait !== undefined) return told(c, house, name, wait);
  }
  return undefined;
}

function told(c: Context<Env>, house: House, limit: LimitName, seconds: number): Promise<Response> {
  const address = house.running.addressOf(c);
  house.running.log("warning", "limited", { limit, request: c.get("request"), network: address && networkOf(address, shownAs) });
  return later(c, house, "often", seconds);
}
