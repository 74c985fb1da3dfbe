import type { Instant } from './records.ts';

/** The given moment as the text that the ledger keeps (UTC, milliseconds). */
export function instant(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The moment that a text of Microsoft's means, or null for none, for nonsense and for its sentinel 0001-01-01. */
export function instantOrNull(text: unknown): Instant | null {
  if (typeof text !== 'string' || text.startsWith('0001-01-01')) return null;
  const seconds = wholeSeconds.exec(text)?.[1];
  // Graph's usual form, which needs no calendar; of every user of every collection.
  if (seconds) return `${seconds}.000Z` as Instant;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : instant(new Date(milliseconds));
}

// Months to 12 and days to 28 exist in every year; the rest goes through the calendar.
const wholeSeconds = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)Z$/;
