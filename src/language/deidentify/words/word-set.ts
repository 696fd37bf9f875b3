/**
 * A set of a hundred thousand words and more that is made in a few milliseconds: it keeps two 32-bit hashes of each word (FNV-1a and a
 * second one with another start) in a table with open addressing. That a foreign word is taken for a member has a chance of one in 10^14.
 */
export class WordSet {
  #hashes: Uint32Array;
  #mask: number;
  size = 0;

  /** `most` words at the most. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(most * 2));
    this.#hashes = new Uint32Array(slots * 2);
    this.#mask = slots - 1;
  }

  /** The word that stands in `text` from `start` to `end`. */
  add(text: string, start = 0, end = text.length): void {
    const at = this.#find(text, start, end);
    if (this.#hashes[at] !== 0) return;
    this.#hashes[at] = this.#one;
    this.#hashes[at + 1] = this.#other;
    this.size += 1;
  }

  has(word: string): boolean {
    const at = this.#find(word, 0, word.length);
    return this.#hashes[at] === this.#one && this.#hashes[at + 1] === this.#other;
  }

  #one = 0;
  #other = 0;

  /** Where the word stands, or the empty slot where it would. */
  #find(text: string, start: number, end: number): number {
    let one = 0x811c9dc5;
    let other = 0x9747b28c;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x5bd1e995);
      other ^= other >>> 13;
    }
    this.#one = one >>> 0 || 1;
    this.#other = other >>> 0;
    for (let slot = this.#one & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * 2;
      if (this.#hashes[at] === 0 || (this.#hashes[at] === this.#one && this.#hashes[at + 1] === this.#other)) return at;
    }
  }
}
