import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { openHouse, type House } from "./house.ts";
import { judge } from "./judge.ts";
import { settle } from "./people.ts";
import { openPost } from "./post.ts";
import { startWriting, type Writing } from "./writing.ts";

export type Summary = {
  readonly kills: { readonly application: number; readonly database: number };
  readonly acknowledged: { readonly saves: number; readonly releases: number; readonly replies: number };
  readonly sentAgain: number;
  readonly askedToWait: number;
  readonly slowestMs: number;
  /** From the moment the database listened again until something was acknowledged; the longest. */
  readonly reconnectMs: number;
  readonly mails: { readonly sent: number; readonly twice: number };
  /** Nothing lost, doubled or half done: empty. */
  readonly wrong: readonly string[];
};

const mostReconnectMs = 5000;
const mostAnswerMs = 10_000;

/** People write while the application, and the database, are killed again and again; then everything acknowledged is looked for. */
export async function faults(kills: Summary["kills"], say: (words: string) => void): Promise<Summary> {
  const post = await openPost();
  const house = await openHouse(post.port);
  try {
    await house.start();
    const people = await settle(house, 60);
    const writing = startWriting(house.port, people, 8);
    const hurrying = hurry(house);
    const reconnectMs = await killing(house, writing, kills, say);
    await pause(1000);
    await writing.stop();
    await hurrying.untilTold();
    if ((await house.stopApplication()) !== 0) writing.odd.push("the application did not stop well");
    const wrong = await judge(house.login, people, writing.acknowledged, post.arrived);
    const { counts, acknowledged, odd } = writing;
    if (reconnectMs > mostReconnectMs) wrong.push(`slow: ${Math.round(reconnectMs)} ms until something was acknowledged after the database was back`);
    if (counts.slowest > mostAnswerMs) wrong.push(`slow: an answer took ${Math.round(counts.slowest)} ms`);
    return {
      kills,
      acknowledged: { saves: acknowledged.drafts.size, releases: acknowledged.releases.length, replies: acknowledged.replies.length },
      sentAgain: counts.again,
      askedToWait: counts.refused,
      slowestMs: Math.round(counts.slowest),
      reconnectMs: Math.round(reconnectMs),
      mails: { sent: new Set(post.arrived).size, twice: post.arrived.length - new Set(post.arrived).size },
      wrong: [...wrong, ...odd.map((answer) => `odd answer: ${answer}`)],
    };
  } finally {
    await house.close();
    await post.close();
  }
}

async function killing(house: House, writing: Writing, { application, database }: Summary["kills"], say: (words: string) => void): Promise<number> {
  const every = database > 0 ? Math.max(1, Math.floor(application / database)) : Number.POSITIVE_INFINITY;
  let [reconnectMs, killed] = [0, 0];
  for (let kill = 1; kill <= application; kill += 1) {
    await pause(100 + Math.random() * 900);
    await house.killApplication();
    if (kill % every === 0 && killed < database) {
      killed += 1;
      await pause(200 + Math.random() * 500);
      await house.killDatabase();
      const back = performance.now();
      while (writing.lastAt < back && performance.now() - back < 30_000) await pause(10);
      reconnectMs = Math.max(reconnectMs, performance.now() - back);
    }
    if (kill % 20 === 0) say(`${kill} kills of the application, ${killed} of the database, ${writing.acknowledged.releases.length} releases acknowledged`);
  }
  return reconnectMs;
}

/** What may be told is told half a minute after the deed, and e-mail waits longer; here it is due at once, so that kills meet it too. */
function hurry(house: House) {
  const done = new AbortController();
  const work = async <T>(statement: string): Promise<T[]> => {
    const admin = new pg.Client(house.login).on("error", () => {});
    await admin.connect();
    return (await admin.query(statement).finally(() => admin.end())).rows as T[];
  };
  const due = "update trail.outbox set due_at = now() where delivered_at is null and due_at > now()";
  const mail = "update trail.mail set due_at = now(), try_at = least(try_at, now() + interval '1 second') where ended_at is null and tries < 3";
  const going = (async () => {
    while (!done.signal.aborted) {
      await work(due).catch(() => []);
      await work(mail).catch(() => []);
      await pause(400);
    }
  })();
  return {
    untilTold: async () => {
      for (let turn = 0; turn < 300; turn += 1) {
        const [left] = await work<{ count: number }>(
          "select (select count(*) from trail.outbox where delivered_at is null)::int + (select count(*) from trail.entry where position is null)::int as count",
        );
        if (left?.count === 0) break;
        await pause(100);
      }
      done.abort();
      await going;
    },
  };
}
