import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { type Head, headText, type Unsigned } from "./chain.ts";

/** The key that signs the heads of the trail; `id` is its public half, in hexadecimal. */
export type TrailKey = { readonly id: string; readonly sign: (head: Unsigned) => Head };

const privateForm = Buffer.from("302e020100300506032b657004220420", "hex");
const publicForm = Buffer.from("302a300506032b6570032100", "hex");

/** An Ed25519 key that follows from the secret of the application (HKDF-SHA-256), so that there is nothing more to keep. */
export function trailKey(secret: string): TrailKey {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "haarvat trail head 1", 32));
  const key = createPrivateKey({ key: Buffer.concat([privateForm, seed]), format: "der", type: "pkcs8" });
  const id = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(publicForm.length).toString("hex");
  return { id, sign: (head) => ({ ...head, signature: sign(null, Buffer.from(headText(head)), key).toString("hex") }) };
}

const known = new Map<string, KeyObject>();

/** Whether this head was signed with the key it names; whether that key is one of ours is another question. */
export function isSigned(head: Head): boolean {
  try {
    const key = known.get(head.key) ?? createPublicKey({ key: Buffer.concat([publicForm, Buffer.from(head.key, "hex")]), format: "der", type: "spki" });
    if (known.size < 100) known.set(head.key, key);
    return verify(null, Buffer.from(headText(head)), key, Buffer.from(head.signature, "hex"));
  } catch {
    // What is no key or no signature at all signs nothing.
    return false;
  }
}
