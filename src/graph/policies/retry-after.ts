import type { HttpAnswer } from '../http.ts';

const longestMs = 24 * 60 * 60 * 1000;

/**
 * The moment that `Retry-After` (seconds or a date) names, by our clock, at most a day from now; null without one.
 * A date is taken relative to the `Date` header, so that a clock that is off does not matter.
 */
export function retryAfter(headers: HttpAnswer['headers'], now: Date): Date | null {
  const text = headers['retry-after']?.trim();
  if (!text) return null;
  const waitMs = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - (serverTime(headers) ?? now.getTime());
  if (Number.isNaN(waitMs)) return null;
  return new Date(now.getTime() + Math.min(Math.max(waitMs, 0), longestMs));
}

/** The server's clock by the `Date` header, in milliseconds, or null without one. */
export function serverTime(headers: HttpAnswer['headers']): number | null {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? null : date;
}
