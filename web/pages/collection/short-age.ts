const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How old something is in its greatest unit, as "2 hr", for a grid in which every cell is an age; null below a minute. */
export function shortAge(instant: string, now: Date, locale: string): string | null {
  const ms = now.getTime() - Date.parse(instant);
  const span = spans.find(([, length]) => ms >= length);
  if (span === undefined) return null;
  const [unit, length] = span;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
  return format.format(Math.floor(ms / length));
}
