import { hash } from "node:crypto";

/** An entry as it is hashed: all its columns as text, so that no driver, time zone or precision can change what was meant. */
export type Stored = {
  readonly id: string;
  /** Seconds since 1970 with six decimals, as PostgreSQL writes them. */
  readonly at: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly result: string;
  readonly origin: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly represents: string | null;
  readonly purpose: string;
};

/** Where an entry stands in the chain of its municipality; hashes are written in hexadecimal. */
export type Sealed = { readonly position: number; readonly hash: string };

/** What is signed after each batch: up to where the chain goes, and all heads before it. */
export type Unsigned = Sealed & {
  readonly municipalityId: string;
  /** From 1, without a gap. */
  readonly number: number;
  readonly at: string;
  /** The digest of the head before. */
  readonly previous: string;
  /** The public key it is signed with. */
  readonly key: string;
};
export type Head = Unsigned & { readonly signature: string };

/** What stands before the first entry and the first head. */
export const origin = "0".repeat(64);

/** The canonical bytes of an entry in its place: a JSON array without spaces, as RFC 8785 writes it. */
export const entryText = (previous: string, municipalityId: string, position: number, entry: Stored): string =>
  JSON.stringify([
    "haarvat trail entry 1",
    previous,
    municipalityId,
    position,
    entry.id,
    entry.at,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.result,
    entry.origin,
    entry.actorId,
    entry.actorRole,
    entry.represents,
    entry.purpose,
  ]);

export const entryHash = (previous: string, municipalityId: string, position: number, entry: Stored): string =>
  hash("sha256", entryText(previous, municipalityId, position, entry));

/** Gives entries their place after `last`, each hashed over the one before. */
export function chained(last: Sealed | undefined, municipalityId: string, entries: readonly Stored[]): (Sealed & { readonly id: string })[] {
  let previous = last?.hash ?? origin;
  const first = (last?.position ?? 0) + 1;
  return entries.map((entry, index) => {
    previous = entryHash(previous, municipalityId, first + index, entry);
    return { id: entry.id, position: first + index, hash: previous };
  });
}

/** The canonical bytes that a head's signature stands for. */
export const headText = ({ previous, municipalityId, number, position, at, hash: reached, key }: Unsigned): string =>
  JSON.stringify(["haarvat trail head 1", previous, municipalityId, number, position, at, reached, key]);

/** What the next head holds of this one: because it covers the signature too, one good signature vouches for all heads before it. */
export const digestOf = (head: Head): string => hash("sha256", JSON.stringify([headText(head), head.signature]));

/** The head after `last`, for a chain that has come to `reached`. */
export const nextHead = (last: Head | undefined, municipalityId: string, reached: Sealed, at: string, key: string): Unsigned => ({
  municipalityId,
  number: (last?.number ?? 0) + 1,
  position: reached.position,
  hash: reached.hash,
  at,
  previous: last ? digestOf(last) : origin,
  key,
});

/** A moment of the application as the database would write it. */
export const instant = (moment: Date): string => `${(moment.getTime() / 1000).toFixed(3)}000`;
