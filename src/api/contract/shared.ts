import { Type } from 'typebox';

/** A number that may be unknown, which is null and never 0. */
export const Figure = Type.Union([Type.Number(), Type.Null()]);
/** A text that Microsoft may have left out. */
export const Text = Type.Union([Type.String(), Type.Null()]);
/** A moment in UTC, ISO 8601 with milliseconds. */
export const Instant = Type.String({ format: 'date-time' });
