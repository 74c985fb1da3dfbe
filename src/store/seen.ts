/** A set of small integers in one bit each: which of the published users a run has met. */
export type Seen = {
  /** Adds a number; false when it was there already. */
  add(ordinal: number): boolean;
  has(ordinal: number): boolean;
  readonly size: number;
};

/** An empty set that grows with its numbers; a million users take 125 kB. */
export function createSeen(capacity: number): Seen {
  let bits = new Uint8Array((capacity >> 3) + 1);
  let size = 0;
  return {
    add(ordinal) {
      const byte = ordinal >> 3;
      const mask = 1 << (ordinal & 7);
      if (byte >= bits.length) {
        const wider = new Uint8Array(byte * 2);
        wider.set(bits);
        bits = wider;
      }
      const present = bits[byte] ?? 0;
      if (present & mask) return false;
      bits[byte] = present | mask;
      size += 1;
      return true;
    },
    has: (ordinal) => ((bits[ordinal >> 3] ?? 0) & (1 << (ordinal & 7))) !== 0,
    get size() {
      return size;
    },
  };
}
