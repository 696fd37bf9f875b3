import { RateLimiterMemory, type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";

/** At most so many times in so many seconds. */
export type Bound = { readonly times: number; readonly seconds: number };

/**
 * What is counted, per network or per person. Many colleagues knock from one address of their municipality: what is counted per
 * network leaves room for all of them.
 */
export const usualLimits = {
  /** Anything at all, per network. */
  knock: { times: 6000, seconds: 60 },
  /** Coming in, per network. */
  login: { times: 300, seconds: 300 },
  /** Codes of invitations, per network; each invitation itself bears few tries. */
  invitation: { times: 200, seconds: 3600 },
  /** Anything that is posted, per person; saving while somebody types is the most of it. */
  post: { times: 240, seconds: 60 },
  search: { times: 60, seconds: 60 },
  /** Taking along as a file, per person. */
  take: { times: 20, seconds: 60 },
  /** Reading in a file, per person. */
  import: { times: 10, seconds: 600 },
} as const satisfies Record<string, Bound>;

export type LimitName = keyof typeof usualLimits;

/** Counts one more for somebody: undefined when that is within the limit, otherwise after how many seconds it is again. Throws when it cannot count. */
export type Limits = { readonly count: (name: LimitName, who: string) => Promise<number | undefined> };

/** Limits in the memory of this process: of several processes each counts for itself. */
export function limitsOf(bounds: Readonly<Record<LimitName, Bound>>): Limits {
  const limiters = new Map<LimitName, RateLimiterAbstract>(
    (Object.entries(bounds) as [LimitName, Bound][]).map(([name, { times, seconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds }),
    ]),
  );
  return {
    count: async (name, who) => {
      try {
        await limiters.get(name)!.consume(who);
        return undefined;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    },
  };
}

/** What a request counts for before anybody knows who sends it, and after. Pure, so that a test can ask it of every door. */
export function counted(
  method: string,
  path: string,
  query: URLSearchParams,
): { readonly network: readonly LimitName[]; readonly person: readonly LimitName[] } {
  const posts = method !== "GET" && method !== "HEAD";
  const network: LimitName[] = ["knock"];
  if (/^\/(who|login)(\/|$)/.test(path) && (posts || path.startsWith("/login"))) network.push("login");
  if (path.startsWith("/invitation/") && posts) network.push("invitation");
  const person: LimitName[] = posts ? ["post"] : [];
  if (path === "/signals/import" && posts) person.push("import");
  if (/[./](csv|json)$/.test(path)) person.push("take");
  if ((query.get("q") ?? "").trim() !== "") person.push("search");
  return { network, person };
}
