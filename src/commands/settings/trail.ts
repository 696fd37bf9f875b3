import { type Environment, type Reader, readWith } from "./reader.ts";

/** TRAIL_EARLIER_KEYS: the public keys that signed the trail before HAARVAT_SECRET was changed. */
export function readEarlierKeys({ list, check }: Reader): readonly string[] {
  const keys = list("TRAIL_EARLIER_KEYS");
  check(
    keys.every((key) => /^[0-9a-f]{64}$/.test(key)),
    "TRAIL_EARLIER_KEYS holds something that is no key of a trail: 64 signs from 0 to 9 and a to f, as verify-trail shows it.",
  );
  return keys;
}

/** What verify-trail needs besides the database. */
export const readTrailSettings = (environment: Environment) =>
  readWith(environment, (reader) => ({ heads: reader.optional("TRAIL_HEADS"), earlierKeys: readEarlierKeys(reader) }));
