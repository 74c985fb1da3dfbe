import type { LedgerDay } from '../../../src/api/contract/history.ts';
import type { DayChange } from '../../ui/charts/spans.ts';

const dayMs = 86_400_000;

/** The day that is so many days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * dayMs).toISOString().slice(0, 10);
}

/** What came and went on every day from one to another, oldest first; a day without entries brought nothing. */
export function dayChanges(from: string, to: string, days: readonly LedgerDay[]): readonly DayChange[] {
  const known = new Map(days.map((each) => [each.day, each]));
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  return Array.from({ length }, (_, index) => {
    const day = daysBefore(to, length - 1 - index);
    const skus = known.get(day)?.skus ?? [];
    return {
      day,
      added: skus.reduce((sum, { assigned }) => sum + assigned, 0),
      removed: skus.reduce((sum, { removed }) => sum + removed, 0),
    };
  });
}

/** The same days with only what is about one product. */
export function aboutProduct(days: readonly LedgerDay[], sku: string): readonly LedgerDay[] {
  return days.flatMap((day) => {
    const skus = day.skus.filter(({ skuId }) => skuId === sku);
    return skus.length === 0 ? [] : [{ ...day, skus, usersAdded: 0, usersRemoved: 0, usersChanged: 0 }];
  });
}

/** Days month by month, in their order. */
export function byMonth(
  days: readonly LedgerDay[],
): readonly { readonly month: string; readonly days: readonly LedgerDay[] }[] {
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, days]) => ({ month, days }));
}
