import { type Search, dayIn, oneOf } from '../../url.ts';
import type { DayRange } from '../../ui/charts/spans.ts';

export const historyTabs = ['ledger', 'compare', 'held'] as const;
export type HistoryTab = (typeof historyTabs)[number];

/** How far back the ledger is shown: a month, a quarter, thirteen months; in days. */
export const periods = { month: 31, quarter: 92, year: 396 } as const;
export type Period = keyof typeof periods;

/** What the address says of the page. */
export type HistoryView = {
  readonly tab: HistoryTab;
  readonly period: Period;
  /** The days chosen in the chart; null for all of the period. */
  readonly range: DayRange | null;
  /** Only what is about this product. */
  readonly sku: string | undefined;
  /** The day whose entries are open. */
  readonly day: string | undefined;
  /** The two days that are compared. */
  readonly first: string | undefined;
  readonly second: string | undefined;
  /** Whether products that did not change are listed too. */
  readonly all: boolean;
  /** By what the comparison is sorted. */
  readonly sort: string | undefined;
};

export function readView(search: Search): HistoryView {
  const [from, to] = [dayIn(search['from']), dayIn(search['to'])];
  return {
    tab: oneOf(search['tab'], historyTabs) ?? 'ledger',
    period: oneOf(search['period'], ['month', 'quarter', 'year']) ?? 'month',
    range: from !== undefined && to !== undefined && from <= to ? { from, to } : null,
    sku: search['sku'],
    day: dayIn(search['day']),
    first: dayIn(search['first']),
    second: dayIn(search['second']),
    all: search['all'] === 'yes',
    sort: search['sort'],
  };
}
