import { digestOf, entryHash, type Head, origin, type Sealed, type Stored } from "./chain.ts";
import { collected, type Finding, type Kind } from "./finding.ts";

export type Compared = { readonly entries: number; readonly last: Head | undefined; readonly findings: readonly Finding[]; readonly more: number };

/** Whether we signed this head: with a key of ours, and nothing of it changed since. */
export type Ours = (head: Head) => "ours" | "changed" | "other-key";

const mostDoubts = 1000;
/** One signature in so many is looked at anyway, to know from where on nothing is vouched for when the last ones turn out false. */
const sample = 64;

type Pages<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** Lays entries, by position, beside the heads that were signed over them, by number. */
export async function compare(municipalityId: string, entries: Pages<Stored & Sealed>, heads: Pages<Head>, ours: Ours): Promise<Compared> {
  const walking = walk(municipalityId, ours);
  const signed = each(heads);
  let head = await signed.next();
  for await (const page of entries)
    for (const entry of page) {
      for (; !head.done && head.value.position < entry.position; head = await signed.next()) walking.head(head.value);
      walking.entry(entry);
    }
  for (; !head.done; head = await signed.next()) walking.head(head.value);
  return walking.end();
}

async function* each<Row>(pages: Pages<Row>): AsyncGenerator<Row, void> {
  for await (const page of pages) yield* page;
}

/**
 * Walks along a trail: entries by position and heads by number, each head after the entries it speaks of and before later ones. Goes
 * on after what is wrong, from what is stored there, so that one change is one finding. A head vouches for all before it, so its
 * signature matters only where the chain of heads ends, breaks, or goes on with another key; elsewhere it only tells what was changed.
 */
function walk(municipalityId: string, ours: Ours) {
  const found = collected();
  let entries = 0;
  /** Where the entries have come; `or` is the hash that should have stood there. */
  let at: Sealed & { or: string } = { position: 0, hash: origin, or: origin };
  let head: Head | undefined;
  let before: Head | undefined;
  let doubts = 0;
  /** Up to where entries are vouched for by a signature that was looked at. */
  let vouched = 0;

  const addEntries = (kind: Kind, from: number, until = from) => found.add(kind, from, until, from);
  const notOurs = (one: Head, previous: Head | undefined): boolean => {
    const answer = ours(one);
    if (answer === "ours") return false;
    if (previous && previous.position > vouched && ours(previous) === "ours") vouched = previous.position;
    found.add(answer === "changed" ? "head-changed" : "head-of-other-key", one.number, one.number, vouched + 1);
    return true;
  };

  /** Whether the head before this one is the one it was chained to. */
  const link = (next: Head, [number, position]: readonly [number, number]): void => {
    const follows = next.number === number + 1;
    if (!follows) found.add("heads-missing", number + 1, next.number - 1, position + 1);
    const linked = follows && next.previous === (head ? digestOf(head) : origin);
    const broken = head && (!linked || head.key !== next.key) && notOurs(head, before);
    if (follows && !linked && !broken) found.add("head-changed", next.number, next.number, position + 1);
  };

  /** Whether the entries end in what this head says. */
  const reach = (next: Head, position: number): void => {
    if (next.position === at.position && (next.hash === at.hash || next.hash === at.or)) return;
    if (doubts++ < mostDoubts && notOurs(next, head)) return;
    if (next.position > at.position) {
      addEntries("entries-missing", at.position + 1, next.position);
      at = { position: next.position, hash: next.hash, or: next.hash };
    } else if (next.position < at.position) found.add("head-out-of-place", next.number, next.number, position + 1);
    else addEntries("entries-not-as-signed", position + 1, next.position);
  };

  return {
    entry: (entry: Stored & Sealed): void => {
      entries++;
      const { position, hash } = entry;
      if (position <= at.position) return addEntries("entry-out-of-place", position);
      const computed = entryHash(at.hash, municipalityId, position, entry);
      if (position > at.position + 1) addEntries("entries-missing", at.position + 1, position - 1);
      else if (computed !== hash && (at.or === at.hash || entryHash(at.or, municipalityId, position, entry) !== hash)) addEntries("entry-changed", position);
      at = { position, hash, or: computed };
    },
    head: (next: Head): void => {
      const [number, position] = [head?.number ?? 0, head?.position ?? 0];
      if (next.number <= number) return found.add("head-out-of-place", next.number, next.number);
      link(next, [number, position]);
      reach(next, position);
      if (next.number % sample === 0 && ours(next) === "ours") vouched = next.position;
      [before, head] = [head, next];
    },
    end: (): Compared => {
      if (head) notOurs(head, before);
      const signed = head?.position ?? 0;
      if (at.position > signed) addEntries("entries-unsigned", signed + 1, at.position);
      return { entries, last: head, findings: found.findings, more: found.more() };
    },
  };
}
