/** What came and went on a day (2026-11-24). */
export type DayChange = { readonly day: string; readonly added: number; readonly removed: number };
export type DayRange = { readonly from: string; readonly to: string };

/** What came and went from one day to another, which is the same day where each has a bar of its own. */
export type Span = DayRange & { readonly added: number; readonly removed: number };

/** More days than these would be spikes too thin to point at. */
const mostDays = 62;

/** Whether so many days are told week by week. */
export function isByWeek(days: readonly DayChange[]): boolean {
  return days.length > mostDays;
}

/** The bars of these days, oldest first: one a day, or one a week from Monday to Sunday. */
export function spansOf(days: readonly DayChange[]): readonly Span[] {
  const groups = Map.groupBy(days, ({ day }) => (isByWeek(days) ? mondayOf(day) : day));
  return [...groups.values()].map((ofSpan) => ({
    from: ofSpan[0]?.day ?? '',
    to: ofSpan.at(-1)?.day ?? '',
    added: ofSpan.reduce((sum, { added }) => sum + added, 0),
    removed: ofSpan.reduce((sum, { removed }) => sum + removed, 0),
  }));
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
