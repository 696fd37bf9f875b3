import { findings } from "#src/language/deidentify/deidentify.ts";
import type { Lexicon } from "#src/language/deidentify/words/lexicon.ts";
import type { Detail, Note } from "./marked-notes.ts";

/** How many of how many. */
export type Share = { holds: number; of: number };
const none = (): Share => ({ holds: 0, of: 0 });

export type Figures = {
  /** Every letter and digit lies inside marks of either grade. */
  readonly covered: Map<string, Share>;
  /** The same, by certain marks alone. */
  readonly certainly: Map<string, Share>;
  readonly origins: Map<string, Share>;
  readonly originsCertainly: Map<string, Share>;
  /** Marks that overlap a detail, of all marks and of the certain ones. */
  readonly real: Share;
  readonly certainReal: Share;
  readonly words: number;
  /** Details not covered, and certain marks that are none, to look at. */
  readonly missed: string[];
  readonly harmless: string[];
};

/** Measures the engine against what somebody marked. */
export function figuresOf(notes: readonly Note[], lexicon: Lexicon): Figures {
  const figures = {
    covered: new Map<string, Share>(),
    certainly: new Map<string, Share>(),
    origins: new Map<string, Share>(),
    originsCertainly: new Map<string, Share>(),
    real: none(),
    certainReal: none(),
    words: 0,
    missed: [] as string[],
    harmless: [] as string[],
  };
  for (const { id, text, details } of notes) {
    const found = findings(text, lexicon);
    figures.words += text.split(/\s+/).length;
    const [all, certain] = [
      maskOf(text, found),
      maskOf(
        text,
        found.filter((finding) => finding.certain),
      ),
    ];
    for (const detail of details) {
      const [held, surely] = [isHeld(text, detail, all), isHeld(text, detail, certain)];
      count(figures.covered, detail.type, held);
      count(figures.certainly, detail.type, surely);
      if (detail.origin) count(figures.origins, detail.origin, held);
      if (detail.origin) count(figures.originsCertainly, detail.origin, surely);
      if (held && !surely && detail.type === "NAME")
        figures.harmless.push(
          `${id} only doubtful: ${text.slice(Math.max(0, detail.start - 25), detail.start)}«${text.slice(detail.start, detail.end)}»${text.slice(detail.end, detail.end + 15)}`,
        );
      if (!held)
        figures.missed.push(
          `${id} ${detail.type} ${text.slice(Math.max(0, detail.start - 25), detail.start)}«${text.slice(detail.start, detail.end)}»${text.slice(detail.end, detail.end + 15)}`,
        );
    }
    for (const { start, end, certain: sure, type, why } of found) {
      const overlaps = details.some((detail) => detail.start < end && start < detail.end);
      add(figures.real, overlaps);
      if (sure) add(figures.certainReal, overlaps);
      if (!overlaps)
        figures.harmless.push(
          `${id} ${sure ? "certain" : "doubtful"} ${type} ${why} ${text.slice(Math.max(0, start - 20), start)}«${text.slice(start, end)}»${text.slice(end, end + 15)}`,
        );
    }
  }
  return figures;
}

function maskOf(text: string, found: readonly { start: number; end: number }[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { start, end } of found) mask.fill(1, start, end);
  return mask;
}

function isHeld(text: string, { start, end }: Detail, mask: Uint8Array): boolean {
  for (let at = start; at < end; at += 1) if (!mask[at] && /[\p{L}\p{N}]/u.test(text[at]!)) return false;
  return true;
}

function add(share: Share, holds: boolean): void {
  share.of += 1;
  if (holds) share.holds += 1;
}

function count(shares: Map<string, Share>, key: string, holds: boolean): void {
  const share = shares.get(key) ?? none();
  shares.set(key, share);
  add(share, holds);
}

/** Of several types together. */
export function together(shares: ReadonlyMap<string, Share>, types?: readonly string[]): Share {
  const sum = none();
  for (const [type, { holds, of }] of shares)
    if (!types || types.includes(type)) {
      sum.holds += holds;
      sum.of += of;
    }
  return sum;
}
