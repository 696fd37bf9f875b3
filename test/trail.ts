import { v7 } from "uuid";
import type { Actor } from "#src/kernel/actor.ts";
import { asActor } from "#src/platform/database.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import type { TestDatabase } from "./database.ts";
import { now } from "./municipality.ts";

/** Somebody looks at so many drafts, one after the other. */
export async function looks({ learning }: TestDatabase, by: Actor, count: number, at: Date = now): Promise<void> {
  for (let index = 0; index < count; index++)
    await asActor(learning, by, at, (room) => leaveTrail(room, { action: "looked", objectKind: "draft", objectId: v7(), purpose: "team" }));
}
