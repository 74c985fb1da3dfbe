import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../contract/refusal.ts';

/** Where a list goes on: the values of its last row, in the order of its sort. */
export type Position = readonly (string | number | null)[];

/** Seals and opens the cursors of lists. */
export type Cursors = {
  /** A cursor for going on after a row, good for this very query only. */
  seal(query: string, position: Position): string;
  /** @throws Refusal for a cursor of another query or one that was changed. */
  open(query: string, cursor: string): Position;
};

/** Cursors under an HMAC-SHA-256, so that one is taken only where it was given, and as it was given. */
export function createCursors(key: Uint8Array): Cursors {
  const sign = (query: string, text: string) =>
    createHmac('sha256', key).update(query).update('\0').update(text).digest().subarray(0, 16);
  return {
    seal(query, position) {
      const text = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${text}.${sign(query, text).toString('base64url')}`;
    },
    open(query, cursor) {
      const [text = '', signature = ''] = cursor.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(query, text);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new Refusal(
          'wrong-input',
          'The cursor does not belong to this query. Ask for the first page again, without a cursor.',
        );
      }
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as Position;
    },
  };
}
