import { mergeClasses } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { BodyRow, GroupRow, WaitingRow } from './body-row.tsx';
import type { Column } from './column.ts';
import { useGridKeys } from './grid-keys.ts';
import { heights, useGridStyles } from './grid-styles.ts';
import { HeaderRow } from './header-row.tsx';
import { headerWidth } from './header-width.ts';
import type { Lines } from './lines.ts';
import type { Sort } from './sorting.ts';
import type { Density } from './table-view.ts';
import { TotalRow } from './total-row.tsx';

export type GridProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly lines: Lines<Row>;
  readonly density: Density;
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort | undefined) => void) | undefined;
  readonly selected: string | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onTurn: (group: string) => void;
  readonly totals: { readonly label: string; readonly rows: readonly Row[] } | undefined;
  readonly old: boolean;
  readonly need: ((index: number) => void) | undefined;
  /** What stands in place of the rows when there are none. */
  readonly empty: ReactNode;
};

/** The table on wide screens: an ARIA grid that keeps only the rows in sight in the page. */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, columns, lines, density, rowKey, sort, onSort, selected, onOpen, onTurn, totals } = props;
  const styles = useGridStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef(0);
  const rowHeight = heights[density];
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines.at(index).type === 'group' ? heights.group : rowHeight),
    overscan: 8,
    scrollPaddingStart: heights.header,
    scrollPaddingEnd: totals === undefined ? 0 : heights.total,
    scrollMargin: heights.header,
    // The row with the focus stays in the page, or the focus would fall out of it.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      const kept = focused.current;
      if (kept < 0 || kept >= lines.count || rows.includes(kept)) return rows;
      return kept < (rows[0] ?? 0) ? [kept, ...rows] : [...rows, kept];
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight, lines]);
  const page = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight) - 2);
  const keys = useGridKeys({
    root: scroller,
    lines: lines.count,
    columns: columns.length,
    page,
    show: (line) => virtualizer.scrollToIndex(line, { align: 'auto' }),
  });
  focused.current = keys.active.line;
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { need } = props;
  useEffect(() => need?.(last), [need, last]);

  const template = columns
    .map((column) => `minmax(${Math.max(column.width, headerWidth(column))}px, ${column.grow ?? 0.0001}fr)`)
    .join(' ');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    keys.onKeyDown(event);
    if (event.defaultPrevented || keys.active.line < 0) return;
    const line = lines.at(keys.active.line);
    if (event.key === 'Enter' || (event.key === ' ' && line.type === 'group')) {
      if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement) return;
      event.preventDefault();
      if (line.type === 'group') onTurn(line.group.id);
      if (line.type === 'row') onOpen?.(line.row);
    }
    if (event.key === '=' && event.target instanceof Element) {
      event.target.querySelector<HTMLElement>('[data-sum]')?.click();
    }
  };
  return (
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, props.old && styles.old)}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length}
      aria-busy={props.old}
      onFocus={keys.onFocus}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sheet} role="presentation">
        <HeaderRow columns={columns} template={template} sort={sort} onSort={onSort} active={keys.active} />
        {lines.count === 0 ? (
          <div role="row">
            <div role="gridcell" className={styles.empty}>
              {props.empty}
            </div>
          </div>
        ) : (
          <div role="rowgroup" style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start, size }) => {
              const line = lines.at(index);
              const style = {
                height: size,
                transform: `translateY(${start - heights.header}px)`,
                gridTemplateColumns: template,
              };
              const place = { line: index, active: keys.active, style };
              if (line.type === 'waiting') return <WaitingRow key={index} columns={columns} {...place} />;
              if (line.type === 'group') {
                return <GroupRow key={line.group.id} {...line} {...place} onTurn={onTurn} />;
              }
              const key = rowKey(line.row);
              return (
                <BodyRow
                  key={key}
                  columns={columns}
                  row={line.row}
                  selected={key === selected}
                  onOpen={onOpen}
                  {...place}
                />
              );
            })}
          </div>
        )}
        {totals !== undefined && lines.count > 0 && (
          <TotalRow columns={columns} template={template} line={lines.count} {...totals} />
        )}
      </div>
    </div>
  );
}
