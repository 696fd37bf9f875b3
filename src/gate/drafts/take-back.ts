import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { findCourse, holdSignal, record } from "#src/learning/signals/index.ts";
import { undoable } from "#src/learning/signals/index.ts";
import type { Room } from "#src/platform/database.ts";
import type { DraftContent } from "./draft.ts";
import { saveCleared } from "./cleared-store.ts";
import { beginDraft, findDraft } from "./store.ts";

/** Within half a minute a release is taken back: the signal is withdrawn before anybody is told, its words are a draft again. Undefined when it is too late or not yours. */
export async function takeBack(room: Room, signalId: string): Promise<string | undefined> {
  const signal = await holdSignal(room, signalId);
  if (!signal || signal.bringerId !== room.actor.memberId) return undefined;
  const course = await findCourse(room, signalId);
  const last = undoable(room.actor, course, room.now);
  if (last?.kind !== "released") return undefined;
  const { kind, mattersSource, voice, laws, lifeAreas, snags, stage, level, harm, named } = signal;
  const { sentence = "", story = "", matters = "" } = last.said;
  const content: DraftContent = {
    kind,
    sentence,
    story,
    matters,
    laws,
    lifeAreas,
    snags,
    harm,
    named,
    mattersSource: mattersSource ?? undefined,
    voice: voice ?? undefined,
    stage: stage ?? undefined,
    level: level ?? undefined,
  };
  const draftId = v7();
  if (!(await beginDraft(room, draftId, content))) return undefined;
  await saveCleared(room, draftId, (await findDraft(room, signalId))?.cleared ?? []);
  await record(
    room,
    signal,
    { kind: "withdrawn", to: "withdrawn", codes: { takenBack: true }, set: { audience: "bringer", answerDue: null, routeDue: null } },
    randomUUID(),
  );
  return draftId;
}
