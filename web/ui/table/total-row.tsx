import { mergeClasses } from '@fluentui/react-components';
import type { Column } from './column.ts';
import { useGridStyles } from './grid-styles.ts';

type Props<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly line: number;
  readonly label: string;
  readonly rows: readonly Row[];
};

/** The sums below the columns, of the rows that the filter leaves. */
export function TotalRow<Row>({ columns, template, line, label, rows }: Props<Row>) {
  const styles = useGridStyles();
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={mergeClasses(styles.row, styles.totalRow)}
      style={{ gridTemplateColumns: template }}
    >
      {columns.map((column, index) => (
        <div
          key={column.id}
          role={index === 0 ? 'rowheader' : 'gridcell'}
          className={mergeClasses(
            styles.cell,
            index === 0 && styles.first,
            index === columns.length - 1 && styles.lastCell,
            column.align === 'end' && styles.end,
          )}
        >
          {index === 0 ? label : column.total?.(rows)}
        </div>
      ))}
    </div>
  );
}
