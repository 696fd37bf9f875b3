import type { Head, Stored, Unsigned } from "#src/platform/trail/chain.ts";
import { trailKey, type TrailKey } from "#src/platform/trail/key.ts";
import { sealer } from "#src/platform/trail/seal.ts";
import { now } from "#test/municipality.ts";
import { rewrite } from "./rewrite.ts";
import { owner, place, type Target, type Tampering } from "./target.ts";

const foreign = trailKey("the secret of somebody else, of thirty-two signs");

/** What can be done to entries and heads together, so that they fit each other again. */
export const onWhole = (key: TrailKey, goOn: (target: Target) => Promise<unknown>): Record<string, Tampering> => {
  const seal = ({ database, id }: Target) => sealer({ key, earlierKeys: [], kept: undefined }, 4)(database.gate, id, now);
  const inOurName = (head: Unsigned): Head => ({ ...foreign.sign(head), key: key.id });
  return {
    "an old copy put back": (target, i) => cutAfter(target, i % target.heads, "delete from trail.entry"),
    "an old copy put back, and gone on with": async (target, i) => {
      await cutAfter(target, i % target.heads, "delete from trail.entry");
      await goOn(target);
      await seal(target);
    },
    "the end unsealed": (target, i) => cutAfter(target, i % target.heads, unseal),
    "the end unsealed, changed and sealed again": async (target, i) => {
      await cutAfter(target, i % target.heads, unseal);
      await owner(target, "update trail.entry set purpose = 'other' where HERE and position is null");
      await seal(target);
    },
    "all rewritten with another key": (target, i) => rewrite(target, reworded(i), foreign.id, foreign.sign),
    "all rewritten in our name": (target, i) => rewrite(target, reworded(i), key.id, inOurName),
    "an entry left out and all rewritten": (target, i) => rewrite(target, (stored) => stored.toSpliced(i % stored.length, 1), key.id, inOurName),
    "rewritten from a head on": (target, i, j) => rewrite(target, reworded(i), foreign.id, foreign.sign, place(j, target.heads)),
  };
};

const unseal = "update trail.entry set position = null, hash = null";

/** Everything after a head is taken away, as if it had never been. */
async function cutAfter(target: Target, number: number, what: string): Promise<void> {
  await owner(target, `${what} where HERE and position > coalesce((select max(position) from trail.head where HERE and number <= ${number}), 0)`);
  await owner(target, `delete from trail.head where HERE and number > ${number}`);
}

const reworded =
  (i: number) =>
  (stored: Stored[]): Stored[] =>
    stored.map((entry, index) => (index === i % stored.length ? { ...entry, actorRole: "executive" } : entry));
