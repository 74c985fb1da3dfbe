import { useCallback, useMemo, useState } from 'react';
import { usePreference } from '../preference.ts';
import type { Column, Group } from './column.ts';

/** How much air a row has. */
export type Density = 'comfortable' | 'compact';

/** What a person chose for a table, kept in this browser: the columns and the density. */
export function useTableView<Row>(name: string, columns: readonly Column<Row>[]) {
  const [density, setDensity] = usePreference<Density>('density', (kept) =>
    kept === 'compact' ? 'compact' : 'comfortable',
  );
  // What is kept are the changes to the standard, so that a new column of a later version shows up.
  const [kept, setKept] = usePreference<string>(`columns.${name}`, (kept) => kept ?? '');
  const changed = useMemo(() => new Set(kept.split(',').filter((id) => id !== '')), [kept]);
  const isShown = (column: Column<Row>) => (column.optional === true) === changed.has(column.id);
  const toggle = (id: string) => {
    const next = new Set(changed);
    if (!next.delete(id)) next.add(id);
    setKept([...next].join(','));
  };
  // The first column names the row, so it stays.
  const shown = columns.filter((column, index) => index === 0 || isShown(column));
  return { density, setDensity, shown, isShown, toggle };
}

/** Which groups are folded: as they say themselves, until someone folds or opens one. */
export function useFolding<Row>() {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isFolded = useCallback(({ id, folded = false }: Group<Row>) => folded !== turned.has(id), [turned]);
  const turn = useCallback((id: string) => {
    setTurned((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return { isFolded, turn };
}
