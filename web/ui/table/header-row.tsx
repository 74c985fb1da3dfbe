import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular, Info16Regular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { usePopover } from '../popover-layer.tsx';
import { type CellPlace, cellAttributes } from './grid-keys.ts';
import type { Column } from './column.ts';
import { DefinitionText } from './definition-text.tsx';
import { useGridStyles } from './grid-styles.ts';
import { type Sort, directionOf, nextSort } from './sorting.ts';

const useStyles = makeStyles({
  cell: { position: 'relative', flexDirection: 'row', alignItems: 'center', justifyContent: 'flex-start' },
  end: { justifyContent: 'flex-end' },
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '2px',
    minWidth: 0,
    padding: '4px 0',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'inherit',
    whiteSpace: 'nowrap',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  sortable: { cursor: 'pointer', ':hover': { color: tokens.colorNeutralForeground1 } },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  arrow: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  // In the space before the label, so that the label stays whole.
  arrowEnd: { order: -1, marginInlineStart: '-12px' },
  // Over the label rather than beside it, so that it takes no room while nobody looks for it.
  define: {
    position: 'absolute',
    insetInlineEnd: 0,
    display: 'inline-flex',
    padding: '5px 3px',
    border: 'none',
    backgroundColor: 'inherit',
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    opacity: 0,
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForeground1 },
    '& svg': { width: '14px', height: '14px' },
  },
  defineEnd: { insetInlineEnd: 'auto', insetInlineStart: 0 },
  hover: { ':hover [data-define]': { opacity: 1 }, ':focus-within [data-define]': { opacity: 1 } },
});

type Props<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort | undefined) => void) | undefined;
  readonly active: CellPlace;
};

/** The header: a click sorts, the (i) or the key `i` says what the column means. */
export function HeaderRow<Row>({ columns, template, sort, onSort, active }: Props<Row>) {
  const grid = useGridStyles();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={mergeClasses(grid.row, grid.headRow)}
      style={{ gridTemplateColumns: template }}
    >
      {columns.map((column, index) => (
        <HeaderCell
          key={column.id}
          column={column}
          isLast={index === columns.length - 1}
          place={{ line: -1, column: index }}
          sort={sort}
          onSort={onSort}
          active={active}
        />
      ))}
    </div>
  );
}

type CellProps<Row> = Pick<Props<Row>, 'sort' | 'onSort' | 'active'> & {
  readonly column: Column<Row>;
  readonly isLast: boolean;
  readonly place: CellPlace;
};

function HeaderCell<Row>({ column, isLast, place, sort, onSort, active }: CellProps<Row>) {
  const grid = useGridStyles();
  const styles = useStyles();
  const show = usePopover();
  const { define, align, label } = column;
  const direction = directionOf(sort, column.id);
  const sortable = column.sort !== undefined && onSort !== undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key !== 'i' || define === undefined) return;
    event.preventDefault();
    show(event.currentTarget, <DefinitionText label={label} define={define} />);
  };
  return (
    <div
      role="columnheader"
      aria-sort={sortable ? (direction ?? 'none') : undefined}
      aria-colindex={place.column + 1}
      className={mergeClasses(
        grid.cell,
        styles.cell,
        styles.hover,
        align === 'end' && styles.end,
        place.column === 0 && grid.first,
        isLast && grid.lastCell,
      )}
    >
      <button
        type="button"
        {...cellAttributes(place, active)}
        className={mergeClasses(styles.label, sortable && styles.sortable)}
        aria-description={define?.meaning}
        onClick={() => sortable && onSort(nextSort(sort, column))}
        onKeyDown={onKeyDown}
      >
        <span className={styles.text}>{label}</span>
        {direction !== undefined && (
          <span className={mergeClasses(styles.arrow, align === 'end' && styles.arrowEnd)}>
            {direction === 'ascending' ? (
              <ArrowUp12Regular aria-hidden />
            ) : (
              <ArrowDown12Regular aria-hidden />
            )}
          </span>
        )}
      </button>
      {define !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          data-define
          aria-hidden
          className={mergeClasses(styles.define, align === 'end' && styles.defineEnd)}
          onClick={(event) => show(event.currentTarget, <DefinitionText label={label} define={define} />)}
        >
          <Info16Regular />
        </button>
      )}
    </div>
  );
}
