import type { Column } from './column.ts';

/** The id of a column, with a minus before it for the reverse; as it stands in an address. */
export type Sort = string;

/** Whether a table is sorted by this column, and which way. */
export function directionOf(sort: Sort | undefined, column: string): 'ascending' | 'descending' | undefined {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : undefined;
}

/** What a click on a header makes of the order: numbers begin with the greatest, text with A; a third click takes it away. */
export function nextSort(
  sort: Sort | undefined,
  column: { readonly id: string; readonly align?: 'end' },
): Sort | undefined {
  const [first, second] =
    column.align === 'end' ? [`-${column.id}`, column.id] : [column.id, `-${column.id}`];
  if (sort === first) return second;
  return sort === second ? undefined : first;
}

/** Rows in an order; those without a value come last either way. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
  locale: string,
): readonly Row[] {
  const column = columns.find(({ id }) => directionOf(sort, id) !== undefined);
  const value = column?.sort;
  if (value === undefined || value === true) return rows;
  const way = sort?.startsWith('-') === true ? -1 : 1;
  const collator = new Intl.Collator(locale, { numeric: true });
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return way * (a - b);
    return way * collator.compare(String(a), String(b));
  });
}
