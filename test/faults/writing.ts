import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { People, Writer } from "./people.ts";

/** What the application said it had done: this must be there, once. */
export type Acknowledged = {
  readonly drafts: Map<string, { sentence: string; version: number }>;
  readonly releases: { readonly id: string; readonly deed: string; readonly sentence: string }[];
  readonly replies: { readonly signal: string; readonly deed: string; readonly text: string }[];
};

export type Writing = {
  readonly acknowledged: Acknowledged;
  /** Answers that nobody should get, whatever was killed. */
  readonly odd: string[];
  readonly counts: { asked: number; again: number; refused: number; slowest: number };
  /** When something was last acknowledged. */
  lastAt: number;
  readonly stop: () => Promise<void>;
};

const hang = 10_000;
const patience = 300_000;
const sentences = ["De balie neemt geen melding aan zonder vast adres.", "Niemand weet wie dit formulier nog leest.", "Een brief kwam drie keer terug."];

/** People who save, release and reply at once; whatever gets no answer is sent again as it was, until it is acknowledged. */
export function startWriting(port: number, people: People, hands: number): Writing {
  const acknowledged: Acknowledged = { drafts: new Map(), releases: [], replies: [] };
  const odd: string[] = [];
  const counts = { asked: 0, again: 0, refused: 0, slowest: 0 };
  const stopping = new AbortController();

  const post = async ({ cookie, token }: Writer, path: string, fields: Record<string, string>, json = false): Promise<Response> => {
    const began = performance.now();
    counts.asked += 1;
    try {
      return await fetch(`http://127.0.0.1:${port}${path}`, {
        method: "POST",
        body: new URLSearchParams({ token, ...fields }),
        headers: { cookie, ...(json && { accept: "application/json" }) },
        redirect: "manual",
        signal: AbortSignal.timeout(hang + 5000),
      });
    } finally {
      counts.slowest = Math.max(counts.slowest, performance.now() - began);
    }
  };
  /** Sends the same again until it is acknowledged, and returns the whole answer: none, half of one and "not now" are the only reasons to. */
  const until = async (name: string, good: number, send: () => Promise<Response>): Promise<string | undefined> => {
    const began = performance.now();
    for (let turn = 0; ; turn += 1) {
      const answer = await send().catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      if (answer?.status === good && text !== undefined) {
        writing.lastAt = performance.now();
        return text;
      }
      if (answer && text !== undefined && answer.status !== 503 && answer.status !== 429) {
        odd.push(`${name}: ${answer.status}${turn > 0 ? ` after ${turn} tries` : ""} ${/<h1>([^<]*)/.exec(text)?.[1] ?? ""}`);
        return undefined;
      }
      if (performance.now() - began > patience) {
        odd.push(`${name}: nothing for five minutes`);
        return undefined;
      }
      if (answer) counts.refused += 1;
      counts.again += 1;
      await pause(answer?.status === 429 ? 1000 : 100 + Math.random() * 100);
    }
  };

  const hand = async (start: number) => {
    for (let turn = start; !stopping.signal.aborted; turn += hands) {
      const writer = people.writers[turn % people.writers.length]!;
      const id = randomUUID();
      const draft = (version: number, sentence: string) => ({ version: String(version), kind: "stuck", sentence, snags: "belief" });
      const sentence = `${sentences[turn % sentences.length]!} (${id.slice(0, 4)})`;
      const saves = [];
      for (const [version, words] of [
        [0, "Eerst dit."],
        [1, sentence],
      ] as const) {
        const saved = await until("save", 200, () => post(writer, `/drafts/${id}`, draft(version, words), true));
        if (saved === undefined) break;
        saves.push(saved);
        acknowledged.drafts.set(id, { sentence: words, version: (JSON.parse(saved) as { version: number }).version });
      }
      if (saves.length < 2) continue;
      const deed = randomUUID();
      const released = await until("release", 303, () =>
        post(writer, `/drafts/${id}/release`, { deed, version: "2", audience: "everyone", looked: "yes", neighbour: "no" }),
      );
      if (released !== undefined) acknowledged.releases.push({ id, deed, sentence });
      const about = acknowledged.releases.at(Math.floor(Math.random() * acknowledged.releases.length));
      const other = people.writers[(turn + 1) % people.writers.length]!;
      if (!about) continue;
      const reply = randomUUID();
      const text = `Bel de bode even. (${reply.slice(0, 4)})`;
      const replied = await until("reply", 303, () => post(other, `/signals/${about.id}/reply`, { deed: reply, text }));
      if (replied !== undefined) acknowledged.replies.push({ signal: about.id, deed: reply, text });
      await pause(40);
    }
  };
  const going = Promise.all(Array.from({ length: hands }, (_, index) => hand(index)));
  const writing: Writing = {
    acknowledged,
    odd,
    counts,
    lastAt: 0,
    stop: async () => {
      stopping.abort();
      await going;
    },
  };
  return writing;
}
