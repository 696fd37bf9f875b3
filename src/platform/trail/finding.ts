/** What is wrong with a trail, from where to where: positions of entries, numbers of heads, or lines of the file kept elsewhere. */
export type Finding = {
  readonly kind: Kind;
  readonly from: number;
  readonly until: number;
  /** The first entry that it concerns, where that is known. */
  readonly position: number | undefined;
};

export type Kind =
  /** The entry is not what was hashed, or its hash not what followed from the one before. */
  | "entry-changed"
  | "entries-missing"
  /** A position that was taken already, or that comes before the first. */
  | "entry-out-of-place"
  /** Positions after the last head: nobody signed for these entries. */
  | "entries-unsigned"
  /** The entries of a batch do not end in the hash that was signed after it. */
  | "entries-not-as-signed"
  | "head-changed"
  | "heads-missing"
  | "head-out-of-place"
  /** Signed with a key that is none of ours. */
  | "head-of-other-key"
  /** Heads kept elsewhere that the database no longer holds: cut off, or put back from an older copy. */
  | "heads-cut-off"
  /** Heads of the database that are others than were kept elsewhere under the same number. */
  | "heads-rewritten"
  | "kept-changed"
  | "kept-missing"
  | "kept-unreadable"
  /** A trail is kept elsewhere of a municipality that the database does not hold. */
  | "municipality-missing";

const most = 100;

/** Collects findings; what is wrong in a row becomes one finding, and only the first hundred are kept. */
export function collected() {
  const findings: Finding[] = [];
  let more = 0;
  return {
    findings,
    more: (): number => more,
    add: (kind: Kind, from: number, until: number, position?: number): void => {
      const index = findings.findLastIndex((one) => one.kind === kind);
      const before = findings[index];
      if (before && from >= before.from && from <= before.until + 1) findings[index] = { ...before, until: Math.max(before.until, until) };
      else if (findings.length < most) findings.push({ kind, from, until, position });
      else more++;
    },
  };
}
