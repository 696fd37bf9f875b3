import type { Actor } from "#src/kernel/actor.ts";
import type { Day } from "#src/kernel/day.ts";
import {
  answerDay,
  type Deed,
  type Kind,
  type Law,
  type Level,
  type LifeArea,
  type MattersSource,
  type Refusal,
  routeDay,
  type Snag,
  type Stage,
  type Terms,
  type Voice,
} from "#src/learning/signals/index.ts";
import type { Mandate } from "#src/learning/mandates/index.ts";
import { whoIsAsked } from "#src/learning/mandates/index.ts";

/** What somebody typed and marked so far; only the sentence is needed to release it. */
export type DraftContent = {
  readonly kind: Kind;
  readonly sentence: string;
  readonly story: string;
  readonly matters: string;
  readonly mattersSource?: MattersSource | undefined;
  readonly voice?: Voice | undefined;
  readonly laws: readonly Law[];
  readonly lifeAreas: readonly LifeArea[];
  readonly snags: readonly Snag[];
  readonly stage?: Stage | undefined;
  readonly level?: Level | undefined;
  readonly harm: boolean;
  readonly named: boolean;
};

export const emptyDraft: DraftContent = { kind: "stuck", sentence: "", story: "", matters: "", laws: [], lifeAreas: [], snags: [], harm: false, named: false };

export type Draft = {
  readonly id: string;
  readonly memberId: string;
  readonly teamId: string;
  readonly writer: string;
  /** Who wrote it works here no longer: it is for the team to take over. */
  readonly writerLeft: boolean;
  readonly content: DraftContent;
  /** Doubtful words of which the writer said that they are nobody. */
  readonly cleared: readonly string[];
  readonly version: number;
  readonly savedAt: Date;
};

/** For whom somebody releases a text, and whether somebody with a mandate may read a way around. */
export type Audience = { readonly to: "chosen" | "team" | "everyone"; readonly readers: readonly string[]; readonly toOwner: boolean };

/** Who is asked for an answer and by when, as one reads it before releasing. */
export type Asking = { readonly askedId: string | null; readonly deputyId: string | null; readonly answerDue: Day | null; readonly routeDue: Day | null };

/** What works asks no answer; a way around only when its bringer wants it read by somebody with a mandate. */
export function askingOf(content: DraftContent, toOwner: boolean, mandates: readonly Mandate[], bringerId: string, terms: Terms, today: Day): Asking {
  if (content.kind === "works" || (content.kind === "around" && !toOwner)) return { askedId: null, deputyId: null, answerDue: null, routeDue: null };
  const asked = whoIsAsked(mandates, content.snags, content.level ?? null, bringerId);
  const answerDue = answerDay(content.harm, today, terms);
  return asked ? { ...asked, answerDue, routeDue: null } : { askedId: null, deputyId: null, answerDue, routeDue: routeDay(today) };
}

/** What a release makes: the signal as it will be read, and the first fact of its course. */
export type Release = { readonly content: DraftContent; readonly audience: Audience; readonly asking: Asking; readonly deed: Deed };

/** Only whoever writes a draft releases it, and only after saying for whom. */
export function release(draft: Draft, by: Actor, audience: Audience | undefined, asking: Asking): Release | Refusal {
  if (draft.memberId !== by.memberId) return "not-the-bringer";
  const { sentence, story, matters } = draft.content;
  if (!sentence.trim()) return "sentence-missing";
  if (!audience) return "choice-missing";
  if (audience.to === "chosen" && audience.readers.length === 0) return "readers-missing";
  const said = { sentence, story, matters };
  return { content: draft.content, audience, asking, deed: { kind: "released", to: "open", codes: { audience: audience.to }, said } };
}
