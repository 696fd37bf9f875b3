import { chained, type Head, instant, nextHead, type Sealed, type Stored } from "#src/platform/trail/chain.ts";
import type { Ours } from "#src/platform/trail/compare.ts";
import { isSigned, trailKey } from "#src/platform/trail/key.ts";

export const here = "0199c0de-0000-7000-8000-000000000001";
export const ourKey = trailKey("a secret of at least thirty-two signs");
export const otherKey = trailKey("the secret of somebody else, of thirty-two signs");

/** Whether a head was signed with our key. */
export const ours: Ours = (head) => (head.key !== ourKey.id ? "other-key" : isSigned(head) ? "ours" : "changed");

export const anEntry = (index: number, different: Partial<Stored> = {}): Stored => ({
  id: `0199c0de-0000-7000-8000-${String(index).padStart(12, "0")}`,
  at: `1795428000.${String(index).padStart(6, "0")}`,
  action: "looked",
  objectKind: "draft",
  objectId: "0199c0de-0000-7000-8000-00000000d4af",
  result: "done",
  origin: "web",
  actorId: "0199c0de-0000-7000-8000-00000000ac70",
  actorRole: "professional",
  represents: null,
  purpose: "team",
  ...different,
});

export type PaperTrail = { entries: (Stored & Sealed)[]; heads: Head[] };

/** A trail in memory, sealed in batches of these sizes. */
export function paperTrail(batches: readonly number[], key = ourKey): PaperTrail {
  const trail: PaperTrail = { entries: [], heads: [] };
  for (const size of batches) {
    const last = trail.heads.at(-1);
    const fresh = Array.from({ length: size }, (_, index) => anEntry(trail.entries.length + index + 1));
    const places = chained(last, here, fresh);
    trail.entries.push(...fresh.map((entry, index) => ({ ...entry, ...places[index]! })));
    trail.heads.push(key.sign(nextHead(last, here, places.at(-1)!, instant(new Date(1_795_428_000_000)), key.id)));
  }
  return trail;
}
