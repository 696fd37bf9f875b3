import { randomUUID } from "node:crypto";
import type { Server } from "#src/platform/database.ts";
import { type Browser, formToken } from "./browser.ts";
import { type Figure, perSecond, ratio } from "./figure.ts";
import { type Ask, closedLoop, sound, wrong } from "./load.ts";
import type { Place, Visitor } from "./place.ts";
import { plainRelease, plainReply } from "./plain.ts";
import type { Reading } from "./pages.ts";
import { closePools, openPools } from "./statements.ts";
import { endings, middles, openings, topics } from "./words.ts";

const connections = 8;
const targetPerSecond = 150;
const mostSeconds = 25;

const at = <T>(list: readonly T[], turn: number): T => list[(turn * 7) % list.length]!;
/** A sentence that nobody is recognisable in. */
export const sentence = (turn: number): string =>
  `${at(openings, turn)} ${at(topics, turn)} ${at(middles, turn + 3)} ${at(topics, turn + 11)} ${at(endings, turn)}`;

/** Writing, releasing and replying through the doors, each form with its token; beside each the same rows by plain pg. */
export async function measureDeeds(
  server: Server,
  browser: Browser,
  place: Place,
  visitors: readonly Visitor[],
  signals: readonly Reading[],
  count: number,
): Promise<Figure[]> {
  const writers: (Visitor & { readonly token: string })[] = [];
  for (const { actor, cookie } of visitors) writers.push({ actor, cookie, token: await formToken(browser, cookie) });
  const writer = (turn: number) => writers[turn % writers.length]!;
  const drafts = Array.from({ length: count }, () => randomUUID());
  const posted = (label: string, turn: number, path: string, fields: Record<string, string>, to: string): ReturnType<Ask> => {
    const { cookie, token } = writer(turn);
    return browser.post(path, cookie, { token, ...fields }).then(({ status, location }) => ({ label, good: status === 303 && location === to }));
  };
  const save: Ask = (turn) =>
    posted(
      "save",
      turn,
      `/drafts/${drafts[turn]}`,
      {
        version: "0",
        next: "release",
        sentence: sentence(turn),
        story: sentence(turn + 1),
        matters: sentence(turn + 2),
        mattersSource: "said",
        laws: "wmo",
        snags: "belief",
        stage: "decision",
      },
      `/drafts/${drafts[turn]}/release`,
    );
  const release: Ask = (turn) =>
    posted(
      "release",
      turn,
      `/drafts/${drafts[turn]}/release`,
      { deed: randomUUID(), version: "1", audience: "everyone", neighbour: "no" },
      `/signals/${drafts[turn]}`,
    );
  const reply: Ask = (turn) => posted("reply", turn, `${at(signals, turn).path}/reply`, { deed: randomUUID(), text: sentence(turn) }, at(signals, turn).path);
  const limits = { seconds: mostSeconds, most: count };

  const pools = openPools(server);
  const saved = await closedLoop(save, connections, limits);
  const released = await closedLoop(release, connections, limits);
  const plainReleased = await closedLoop(plainRelease(pools.haarvat_gate, place, visitors), connections, limits);
  const replied = await closedLoop(reply, connections, limits);
  const plainReplied = await closedLoop(plainReply(pools.haarvat_learning, place, visitors, signals), connections, limits);
  for (const { samples } of [plainReleased, plainReplied]) sound(samples);
  await closePools(pools);

  const figure = (name: string, here: typeof saved, plain: typeof saved): Figure => ({
    name: `${name}, ${connections} connections, fsync on`,
    measured: `${perSecond(here.perSecond)}, ${wrong(here.samples)} errors`,
    counterpart: `${perSecond(plain.perSecond)} the same rows in one transaction, plain pg`,
    ratio: ratio(here.perSecond, plain.perSecond),
    target: `≥ ${targetPerSecond}/s`,
    reached: here.perSecond >= targetPerSecond && wrong(here.samples) === 0,
  });
  return [
    { ...figure("first saves of a draft", saved, plainReleased), counterpart: "–", ratio: "–", target: "–", reached: undefined },
    figure("releases", released, plainReleased),
    figure("replies", replied, plainReplied),
  ];
}
