import { useMemo } from 'react';
import { useWords } from '../../words/words.tsx';
import type { Column, Group, Source } from './column.ts';
import { type Sort, sorted } from './sorting.ts';

/** One line of a table: a row, the heading of a group, or a row that is still on its way. */
export type Line<Row> =
  | { readonly type: 'row'; readonly row: Row }
  | { readonly type: 'group'; readonly group: Group<Row>; readonly folded: boolean }
  | { readonly type: 'waiting' };

export type Lines<Row> = { readonly count: number; readonly at: (index: number) => Line<Row> };

/** The lines of a source in the order and with the groups that are open. */
export function useLines<Row>(
  source: Source<Row>,
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
  isFolded: (group: Group<Row>) => boolean,
): Lines<Row> {
  const { locale } = useWords();
  return useMemo(
    () => linesOf(source, (rows) => sorted(rows, columns, sort, locale), isFolded),
    [source, columns, sort, locale, isFolded],
  );
}

function linesOf<Row>(
  source: Source<Row>,
  order: (rows: readonly Row[]) => readonly Row[],
  isFolded: (group: Group<Row>) => boolean,
): Lines<Row> {
  if (source.type === 'paged') {
    const { rows } = source;
    return {
      count: rows.count,
      at: (index) => {
        const row = rows.at(index);
        return row === undefined ? { type: 'waiting' } : { type: 'row', row };
      },
    };
  }
  const lines: readonly Line<Row>[] =
    source.type === 'rows' ? rowLines(order(source.rows)) : source.groups.flatMap(groupLines);
  return { count: lines.length, at: (index) => lines[index] ?? { type: 'waiting' } };

  function groupLines(group: Group<Row>): readonly Line<Row>[] {
    const folded = isFolded(group);
    return [{ type: 'group', group, folded }, ...(folded ? [] : rowLines(order(group.rows)))];
  }
}

function rowLines<Row>(rows: readonly Row[]): readonly Line<Row>[] {
  return rows.map((row) => ({ type: 'row', row }));
}
