import { sql } from 'kysely';
import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';

/** The fingerprints of the published users, each with the ordinal of its user. */
export type Marks = {
  /** Adds a user; beyond the capacity nobody is: only a newer run can have published more, and its fence stops this one. */
  add(fingerprint: string, ordinal: number): void;
  /**
   * The ordinal of the user who was published with this fingerprint; undefined where nobody was.
   * The id is part of the fingerprint, so that this is the same user, and unchanged.
   */
  ordinalOf(fingerprint: string): number | undefined;
};

const usersPerQuery = 10_000;

/** Words of 32 bits in a fingerprint. */
const words = 4;

/** Reads the marks of a tenant of so many users: all at once, since looking up each of them costs many times as much. */
export async function readMarks(tenantId: TenantId, store: Store, users: number): Promise<Marks> {
  const marks = createMarks(users);
  let after: string | undefined = users === 0 ? undefined : '';
  while (after !== undefined) {
    // Without plugins: a row for every user, and no name in it to translate.
    const found = await sql<{ id: string; ordinal: number; hash: string }>`
      select id, ordinal, hash from "user" where tenant_id = ${tenantId} and closed_in is null and id > ${after}
      order by id limit ${usersPerQuery}`.execute(store.db.withoutPlugins());
    for (const { hash, ordinal } of found.rows) marks.add(hash, ordinal);
    after = found.rows.at(-1)?.id;
  }
  return marks;
}

/**
 * An empty table for so many users. It is a hash table in arrays of numbers: a million users take 28 MB, and four times
 * that in a Map.
 */
export function createMarks(capacity: number): Marks {
  const fingerprints = new Uint32Array(capacity * words);
  const ordinals = new Uint32Array(capacity);
  // At most half full, and its size a power of two: a place is looked for from the first bits of the fingerprint on.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(capacity * 2 + 1)));
  const bytes = Buffer.alloc(words * 4);
  const sought = new Uint32Array(bytes.buffer, bytes.byteOffset, words);
  let size = 0;

  /** The slot of the fingerprint, or the free one where it belongs; a slot holds the row of its user, counted from 1. */
  function slotOf(fingerprint: string): number {
    bytes.write(fingerprint, 'base64url');
    for (let slot = sought[0] ?? 0; ; slot += 1) {
      slot &= slots.length - 1;
      const row = slots[slot] ?? 0;
      if (row === 0 || isAt((row - 1) * words)) return slot;
    }
  }

  function isAt(start: number): boolean {
    for (let word = 0; word < words; word += 1) {
      if (fingerprints[start + word] !== sought[word]) return false;
    }
    return true;
  }

  return {
    add(fingerprint, ordinal) {
      if (size === capacity) return;
      slots[slotOf(fingerprint)] = size + 1;
      fingerprints.set(sought, size * words);
      ordinals[size] = ordinal;
      size += 1;
    },
    ordinalOf(fingerprint) {
      const row = slots[slotOf(fingerprint)] ?? 0;
      return row === 0 ? undefined : ordinals[row - 1];
    },
  };
}
