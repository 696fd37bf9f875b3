import { randomUUID } from "node:crypto";
import { type Browser, formToken } from "./browser.ts";
import { sentence } from "./deeds.ts";
import type { Ask } from "./load.ts";
import type { Readings } from "./pages.ts";
import type { Visitor } from "./place.ts";
import { searches } from "./words.ts";

/** What people do on a working day: of twenty requests fifteen read, three search and two write, each in a session of their own. */
export async function workingDay(browser: Browser, visitors: readonly Visitor[], { list, signals }: Readings): Promise<Ask> {
  const people: { cookie: string; token: string }[] = [];
  for (const { cookie } of visitors) people.push({ cookie, token: await formToken(browser, cookie) });
  let turn = 0;
  return async () => {
    const now = turn;
    turn += 1;
    const { cookie, token } = people[now % people.length]!;
    const post = async (path: string, fields: Record<string, string>) => {
      const { status } = await browser.post(path, cookie, { token, ...fields });
      return { label: `write ${status}`, good: status === 303 };
    };
    const kind = now % 20;
    if (kind === 7) return post(`/drafts/${randomUUID()}`, { version: "0", next: "keep", sentence: sentence(now), story: sentence(now + 1), snags: "belief" });
    if (kind === 17) return post(`${signals[now % signals.length]!.path}/reply`, { deed: randomUUID(), text: sentence(now) });
    const search = kind % 6 === 3;
    const path = search
      ? `/signals?${new URLSearchParams({ q: searches[now % searches.length]! })}`
      : kind === 0
        ? "/"
        : kind % 2 === 0
          ? signals[now % signals.length]!.path
          : list[now % list.length]!.path;
    const { status, body } = await browser.get(path, cookie);
    return { label: `${search ? "search" : "read"} ${status}`, good: status === 200 && body.endsWith("</html>") };
  };
}
