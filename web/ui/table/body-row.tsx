import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { type CSSProperties, memo } from 'react';
import { useWords } from '../../words/words.tsx';
import { Bone, Late } from '../late.tsx';
import type { Column, Group } from './column.ts';
import { type CellPlace, cellAttributes } from './grid-keys.ts';
import { useGridStyles } from './grid-styles.ts';

type RowProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly line: number;
  readonly active: CellPlace;
  readonly style: CSSProperties;
  readonly selected: boolean;
  readonly onOpen: ((row: Row) => void) | undefined;
};

/** A row of cells; a click opens what it is about. */
export function BodyRow<Row>({ columns, row, line, active, style, selected, onOpen }: RowProps<Row>) {
  const styles = useGridStyles();
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={onOpen === undefined ? undefined : selected}
      className={mergeClasses(
        styles.row,
        styles.bodyRow,
        onOpen !== undefined && styles.openable,
        selected && styles.selected,
      )}
      style={style}
      onClick={() => onOpen?.(row)}
    >
      {columns.map((column, index) => (
        <div
          key={column.id}
          role={index === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={index + 1}
          {...cellAttributes({ line, column: index }, active)}
          className={mergeClasses(
            styles.cell,
            index === 0 && styles.first,
            index === columns.length - 1 && styles.lastCell,
            column.align === 'end' && styles.end,
          )}
        >
          <CellContent column={column} row={row} />
        </div>
      ))}
    </div>
  );
}

type ContentProps<Row> = { readonly column: Column<Row>; readonly row: Row };

function Content<Row>({ column, row }: ContentProps<Row>) {
  return column.cell(row);
}

// Scrolling moves rows that stay as they are. `memo` forgets the type parameter.
const CellContent = memo(Content) as typeof Content;

type WaitingProps<Row> = Pick<RowProps<Row>, 'columns' | 'line' | 'style'>;

/** A row that is still on its way, in the shape it will have. */
export function WaitingRow<Row>({ columns, line, style }: WaitingProps<Row>) {
  const styles = useGridStyles();
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={mergeClasses(styles.row, styles.bodyRow)}
      style={style}
    >
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          className={mergeClasses(
            styles.cell,
            index === 0 && styles.first,
            index === columns.length - 1 && styles.lastCell,
            column.align === 'end' && styles.end,
          )}
        >
          <Late>
            <Bone
              width={column.align === 'end' ? 48 : `${45 + ((line * 7 + index * 13) % 40)}%`}
              height={14}
            />
          </Late>
        </div>
      ))}
    </div>
  );
}

type GroupProps<Row> = {
  readonly group: Group<Row>;
  readonly folded: boolean;
  readonly line: number;
  readonly active: CellPlace;
  readonly style: CSSProperties;
  readonly onTurn: (id: string) => void;
};

/** The heading of a group, which folds it. */
export function GroupRow<Row>({ group, folded, line, active, style, onTurn }: GroupProps<Row>) {
  const styles = useGridStyles();
  const { number } = useWords();
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={mergeClasses(styles.row, styles.bodyRow)}
      style={style}
    >
      <div
        role="rowheader"
        aria-expanded={!folded}
        data-group
        {...cellAttributes({ line, column: 0 }, { line: active.line, column: 0 })}
        className={styles.group}
        onClick={() => onTurn(group.id)}
      >
        <span className={styles.groupText}>
          {folded ? <ChevronRight16Regular aria-hidden /> : <ChevronDown16Regular aria-hidden />}
          {group.label}
          <span className={styles.groupNote}>
            {number(group.rows.length)}
            {group.note !== undefined && ` · ${group.note}`}
          </span>
        </span>
      </div>
    </div>
  );
}
