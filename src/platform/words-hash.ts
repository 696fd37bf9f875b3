import { createHmac } from "node:crypto";

/** The key for the hashes of erased words in one municipality. It follows from the secret of the installation and is in no table. */
export const erasureKey = (secret: string, municipalityId: string): Buffer => createHmac("sha256", secret).update(`erased words ${municipalityId}`).digest();

/** A keyed hash by which erased words are known again without being kept; capitals and white space make no difference. */
export const wordsHash = (key: Buffer, words: string): Buffer => createHmac("sha256", key).update(plain(words)).digest();

const plain = (words: string): string => words.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
