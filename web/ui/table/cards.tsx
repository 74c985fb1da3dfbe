import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useHiddenStyles } from '../announce.tsx';
import { Bone, Late } from '../late.tsx';
import type { Column, Group } from './column.ts';
import { heights, useGridStyles } from './grid-styles.ts';
import type { Line, Lines } from './lines.ts';

const useStyles = makeStyles({
  list: {
    position: 'relative',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusXLarge,
  },
  item: { position: 'absolute', insetInline: 0, top: 0 },
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    rowGap: '6px',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: '8px 14px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
  },
  group: {
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'space-between',
    backgroundColor: tokens.colorNeutralBackground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM, minWidth: 0 },
  name: { flex: '1 1 0', minWidth: 0, overflow: 'hidden' },
  // The name opens the card and covers it all; a figure that prints its sum lies above it.
  opener: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  figure: {
    position: 'relative',
    zIndex: 1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  fact: {
    display: 'inline-flex',
    minWidth: 0,
    alignItems: 'center',
    columnGap: '5px',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly lines: Lines<Row>;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onTurn: (group: string) => void;
  readonly need: ((index: number) => void) | undefined;
  readonly empty: ReactNode;
};

/** The table on narrow screens: a card of two lines per row, its figure first. */
export function Cards<Row>({ label, columns, lines, onOpen, onTurn, need, empty }: Props<Row>) {
  const grid = useGridStyles();
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => list.current?.closest('[data-scroller]') ?? null,
    estimateSize: (index) => (lines.at(index).type === 'group' ? heights.cardGroup : heights.card),
    overscan: 6,
    scrollMargin: top,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, lines]);
  useEffect(() => {
    // What stands above the list comes and goes, so its place is looked up after each change.
    const scroller = list.current?.closest('[data-scroller]');
    if (!list.current || !scroller) return;
    const { top } = list.current.getBoundingClientRect();
    setTop(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop));
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => need?.(last), [need, last]);
  if (lines.count === 0) return <div className={grid.empty}>{empty}</div>;
  return (
    <ul ref={list} aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, start, size }) => (
        <li
          key={index}
          className={styles.item}
          style={{ height: size, transform: `translateY(${start - top}px)` }}
        >
          <Card line={lines.at(index)} columns={columns} onOpen={onOpen} onTurn={onTurn} />
        </li>
      ))}
    </ul>
  );
}

type CardProps<Row> = Pick<Props<Row>, 'columns' | 'onOpen' | 'onTurn'> & { readonly line: Line<Row> };

function Card<Row>({ line, columns, onOpen, onTurn }: CardProps<Row>) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  if (line.type === 'waiting') {
    return (
      <div className={styles.card}>
        <Late>
          <Bone width="60%" />
        </Late>
      </div>
    );
  }
  if (line.type === 'group') return <GroupCard group={line.group} folded={line.folded} onTurn={onTurn} />;
  const { row } = line;
  const name = columns[0]?.cell(row);
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        {onOpen === undefined ? (
          <div className={styles.name}>{name}</div>
        ) : (
          <button
            type="button"
            className={mergeClasses(styles.name, styles.opener)}
            onClick={() => onOpen(row)}
          >
            {name}
          </button>
        )}
        {columns.map(
          ({ id, card, cell, label }) =>
            card === 'figure' && (
              <span key={id} className={styles.figure} title={label}>
                <span className={hidden.hidden}>{label}</span>
                {cell(row)}
              </span>
            ),
        )}
      </div>
      <div className={styles.line}>
        {columns.map(
          ({ id, card, cell, label, align }) =>
            card === 'line' && (
              <span key={id} className={styles.fact}>
                {align === 'end' && label} {cell(row)}
              </span>
            ),
        )}
      </div>
    </div>
  );
}

type GroupCardProps<Row> = {
  readonly group: Group<Row>;
  readonly folded: boolean;
  readonly onTurn: (id: string) => void;
};

function GroupCard<Row>({ group, folded, onTurn }: GroupCardProps<Row>) {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-expanded={!folded}
      className={mergeClasses(styles.card, styles.group)}
      onClick={() => onTurn(group.id)}
    >
      {group.label}
      <span className={styles.fact}>{group.rows.length}</span>
    </button>
  );
}
