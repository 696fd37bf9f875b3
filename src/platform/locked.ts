import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

// What has to leave our hands for a while and come back unread and unchanged: AES-256-GCM, with a key for each purpose and owner.

const keyOf = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", `haarvat ${purpose}`, 32));

/** Encrypts a text; only the same secret and the same purpose open it again. */
export function lock(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), nonce);
  const locked = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
}

/** The text that was locked; undefined when it is something else, was changed, or was meant for another purpose. */
export function unlock(secret: string, purpose: string, locked: Buffer): string | undefined {
  if (locked.length < 28) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), locked.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(locked.subarray(12, 28));
  try {
    return decipher.update(locked.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}
