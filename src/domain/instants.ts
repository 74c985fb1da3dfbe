import type { Instant } from './records.ts';

/** The given moment as the text that the ledger keeps (UTC, milliseconds). */
export function instant(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The moment that a text of Microsoft's means, or null for none, for nonsense and for its sentinel 0001-01-01. */
export function instantOrNull(text: unknown): Instant | null {
  if (typeof text !== 'string' || text.startsWith('0001-01-01')) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : instant(new Date(milliseconds));
}
