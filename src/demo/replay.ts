import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { askingOf, type Audience, type DraftContent, emptyDraft, release } from "#src/gate/drafts/draft.ts";
import { beginDraft, findDraft, releaseSignal } from "#src/gate/drafts/store.ts";
import { dayOf } from "#src/kernel/day.ts";
import { asJob, asActor, type Room } from "#src/platform/database.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { findMandates } from "#src/learning/mandates/index.ts";
import { routeUnrouted } from "#src/gate/deliver/deliver.ts";
import { findSignal, perform, type Signal } from "#src/learning/signals/index.ts";
import type { Cast } from "./cast.ts";
import type { Pools } from "./seed.ts";
import { ruleOf } from "./steps.ts";
import type { Step, Story } from "./story.ts";

const terms = { harm: 5, other: 10 };

/** Lets a story happen through the same rules and stores as real use; a step that is refused is a mistake in the story. */
export async function replay(pools: Pick<Pools, "learning" | "gate">, cast: Cast, story: Story, at: (after: number) => Date): Promise<void> {
  const bringer = cast.actor(story.by);
  const id = await released(pools, cast, story, bringer, at(0));
  for (const step of story.course ?? []) {
    const now = at(step.after);
    if ("route" in step) await routeUnrouted(pools.gate, cast.municipalityId, now);
    const signal = await asJob(pools.gate, cast.municipalityId, now, (room) => findSignal(room, id));
    const by = actorOf(cast, story, step, signal);
    const outcome = await asActor(pools.learning, by, now, async (room) => perform(room, id, randomUUID(), undefined, await ruleOf(room, cast, step, terms)));
    if (!outcome.done) throw new Error(`Step ${JSON.stringify(step)} of "${story.sentence}" was refused: ${outcome.why}`);
  }
}

async function released(pools: Pick<Pools, "gate">, cast: Cast, story: Story, bringer: Actor, now: Date): Promise<string> {
  const id = v7({ msecs: now.getTime() });
  const { matters, audience = "everyone", toOwner = false } = story;
  const content: DraftContent = {
    ...emptyDraft,
    kind: story.kind,
    sentence: story.sentence,
    story: story.story ?? "",
    voice: story.voice,
    matters: matters?.text ?? "",
    mattersSource: matters?.source,
    laws: story.laws ?? [],
    lifeAreas: story.lifeAreas ?? [],
    snags: story.snags ?? [],
    stage: story.stage,
    level: story.level,
    harm: story.harm ?? false,
    named: story.named ?? false,
  };
  const chosen: Audience =
    typeof audience === "string" ? { to: audience, readers: [], toOwner } : { to: "chosen", readers: audience.map(cast.memberId), toOwner };
  await asActor(pools.gate, bringer, now, async (room: Room) => {
    await beginDraft(room, id, content);
    const draft = await findDraft(room, id);
    const asking = askingOf(content, toOwner, await findMandates(room), bringer.memberId, terms, dayOf(now));
    const outcome = release(draft!, bringer, chosen, asking);
    if (typeof outcome === "string") throw new Error(`"${story.sentence}" was not released: ${outcome}`);
    await releaseSignal(room, draft!, outcome, randomUUID());
  });
  return id;
}

/** Who does a step: the person it names, whoever was asked, or else the bringer. */
function actorOf(cast: Cast, story: Story, step: Step, signal: Signal | undefined): Actor {
  if ("route" in step) return cast.actor("fatima", "facilitator");
  if ("also" in step) return cast.actor(step.also);
  if ("takenUp" in step) return cast.actor(step.takenUp);
  if ("heldThere" in step) return cast.actor(step.heldThere);
  if ("notHere" in step) return cast.actor(step.notHere);
  if (!("by" in step)) return cast.actor(story.by);
  const asked = signal?.askedId ? cast.keyOf(signal.askedId) : undefined;
  return cast.actor(step.by === "asked" ? (asked ?? story.by) : step.by);
}
