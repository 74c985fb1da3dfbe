import type { PersonSeat } from '../../../src/api/contract/people.ts';

/** How seats were given: to the person, by groups, or both; null where Microsoft names no source. */
export type Way = 'direct' | 'group' | 'both';

/** The way in which these seats were given, taken together. */
export function wayOf(seats: readonly PersonSeat[]): Way | null {
  const kinds = new Set(seats.flatMap(({ sources }) => sources.map(({ kind }) => kind)));
  if (kinds.size > 1) return 'both';
  return [...kinds][0] ?? null;
}

/** When the newest of these seats was first seen; null when the first collection found them all. */
export function newestSince(seats: readonly PersonSeat[]): string | null {
  return seats
    .map(({ since }) => since)
    .reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
}
