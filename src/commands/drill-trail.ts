import { open, type Server } from "#src/platform/database.ts";
import { passwordOf } from "#src/platform/roles.ts";
import { trailKey } from "#src/platform/trail/key.ts";
import { verifyTrail } from "#src/platform/trail/verify.ts";
import { readTrailSettings } from "./settings/trail.ts";
import { sentenceOf } from "./trail-sentences.ts";
import { asMigrator } from "./whole.ts";

export type Trail = { readonly good: boolean; readonly words: string };

/**
 * Whether the trail that was restored is what was sealed. With the secret it was sealed under, only our keys count; without it,
 * the keys that the trail itself names. Heads kept elsewhere are not asked: an export is older than those.
 */
export async function restoredTrail(server: Server, municipality: string, secret: string | undefined): Promise<Trail> {
  const named = await asMigrator(server, async (connection) => {
    const { rows } = await connection.query<{ key: string }>("select distinct encode(key, 'hex') as key from trail.head where municipality_id = $1", [
      municipality,
    ]);
    return rows.map(({ key }) => key);
  });
  const earlierKeys = secret === undefined ? named : readTrailSettings(process.env).earlierKeys;
  const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), server.ssl, 1);
  const sealing = { key: trailKey(secret ?? server.secret), earlierKeys, kept: undefined };
  const { entries, tail, findings } = await verifyTrail(gate, municipality, sealing, new Date()).finally(() => gate.destroy());
  if (findings.length > 0) return { good: false, words: findings.map(sentenceOf).join("\n") };
  const whose = secret === undefined ? "the key that they name; with HAARVAT_SECRET set, whether it is ours is seen too" : "our key";
  const signed = entries > 0 ? `, signed with ${whose}` : "";
  return { good: true, words: `${entries} entries as they were sealed, ${tail.count} not sealed yet${signed}` };
}
