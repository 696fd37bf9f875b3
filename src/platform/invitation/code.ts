import { createHash, randomBytes } from "node:crypto";

/** Figures and letters that nobody takes for one another. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code of 80 random bits in four groups of four, to be typed once. */
export const newCode = (): string =>
  [...randomBytes(16)]
    .map((byte) => signs[byte % signs.length])
    .join("")
    .replaceAll(/(.{4})(?=.)/g, "$1-");

/** What is kept of a code: the same however somebody types it, with or without hyphens, in capitals or not. */
export function hashOfCode(typed: string): Buffer {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return createHash("sha256").update(plain).digest();
}
