import type { Instant } from '../../domain/records.ts';
import { Refusal } from '../contract/refusal.ts';

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** The end of a day (UTC), or an instant as given. @throws Refusal for what is neither. */
export function endOf(text: string): Instant {
  return momentOf(text, 'T23:59:59.999Z');
}

/** The start of a day (UTC), or an instant as given. @throws Refusal for what is neither. */
export function startOf(text: string): Instant {
  return momentOf(text, 'T00:00:00.000Z');
}

function momentOf(text: string, timeOfDay: string): Instant {
  const trimmed = text.trim();
  const whole = datePattern.test(trimmed) ? `${trimmed}${timeOfDay}` : trimmed;
  const time = instantPattern.test(whole) ? Date.parse(whole) : Number.NaN;
  const iso = Number.isNaN(time) ? null : new Date(time).toISOString();
  // JavaScript turns 31 February into March, which nobody means.
  if (iso === null || (whole !== trimmed && !iso.startsWith(trimmed))) {
    throw new Refusal(
      'wrong-input',
      `"${text}" is no date. Write a day as 2026-11-24 (UTC), or an instant as 2026-11-24T06:12:00Z.`,
    );
  }
  return iso as Instant;
}
