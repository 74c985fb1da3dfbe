import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useNarrow } from '../media.ts';
import { Cards } from './cards.tsx';
import type { Column, PagedRows, Source } from './column.ts';
import { Grid } from './grid.tsx';
import { useGridStyles } from './grid-styles.ts';
import { useLines } from './lines.ts';
import type { Sort } from './sorting.ts';
import { TableTools } from './table-tools.tsx';
import { useFolding, useTableView } from './table-view.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  fill: { flex: '1 0 420px', minHeight: 0 },
  open: { flex: 'none' },
});

export type DataTableProps<Row> = {
  /** Under which the choice of columns is remembered. */
  readonly name: string;
  /** What it lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while the first rows are on their way: rows in their shape stand for them. */
  readonly source: Source<Row> | undefined;
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort | undefined) => void;
  /** The key of the row whose panel is open. */
  readonly selected?: string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly totals?: { readonly label: string; readonly rows: readonly Row[] };
  readonly exportHref?: string;
  /** Stands in place of the rows when there are none. */
  readonly empty: ReactNode;
  /** Takes all the height that is left of the page, for long lists. */
  readonly fill?: boolean;
  /** Whether the rows answer an earlier question. */
  readonly old?: boolean;
  /** Left of the tools, such as a filter bar. */
  readonly children?: ReactNode;
};

/** The table that every list is shown with. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, label, columns, source = waiting, onOpen, empty, fill = false, old = false } = props;
  const styles = useStyles();
  const grid = useGridStyles();
  const isNarrow = useNarrow();
  const view = useTableView(name, columns);
  const { isFolded, turn } = useFolding<Row>();
  const lines = useLines(source, columns, props.sort, isFolded);
  const need = source.type === 'paged' ? source.rows.need : undefined;
  const shared = { label, lines, onOpen, onTurn: turn, need, empty };
  return (
    <section
      className={mergeClasses(styles.root, fill && styles.fill, isNarrow && styles.open)}
      aria-label={label}
    >
      <TableTools columns={columns} view={view} exportHref={props.exportHref}>
        {props.children}
      </TableTools>
      <div className={mergeClasses(grid.frame, fill && grid.fill, isNarrow && grid.open)}>
        {isNarrow ? (
          <Cards {...shared} columns={columns} />
        ) : (
          <Grid
            {...shared}
            columns={view.shown}
            density={view.density}
            rowKey={props.rowKey}
            sort={props.sort}
            onSort={props.onSort}
            selected={props.selected}
            totals={props.totals}
            old={old}
          />
        )}
      </div>
    </section>
  );
}

const rowsOnTheirWay: PagedRows<never> = { count: 8, at: () => undefined, need: () => undefined };
const waiting: Source<never> = { type: 'paged', rows: rowsOnTheirWay };
