import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DataBarVertical20Regular, Table20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { narrow } from '../media.ts';

const useStyles = makeStyles({
  figure: {
    margin: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
    [narrow]: { flexWrap: 'wrap' },
  },
  // Beside the title where there is room for both, else in a line of its own.
  legend: { [narrow]: { order: 1, width: '100%' } },
  title: {
    flex: '1 1 0',
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
  scroller: { maxHeight: '320px', overflow: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '6px 10px',
    textAlign: 'end',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { textAlign: 'start' },
  },
  head1: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The same as a table: its headers, and its rows as they read. */
export type Twin = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

type Props = {
  readonly title: ReactNode;
  /** What its marks mean. */
  readonly legend?: ReactNode;
  readonly twin: Twin;
  readonly children: ReactNode;
};

/** Around a chart: its title, its legend, and a button that shows it as a table. */
export function ChartFrame({ title, legend, twin, children }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  const other = t(asTable ? 'charts.asChart' : 'charts.asTable');
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <span className={styles.title}>{title}</span>
        {!asTable && legend !== undefined && <span className={styles.legend}>{legend}</span>}
        <Button
          appearance="subtle"
          size="small"
          icon={asTable ? <DataBarVertical20Regular /> : <Table20Regular />}
          aria-label={other}
          title={other}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? <TwinTable twin={twin} /> : children}
    </figure>
  );
}

function TwinTable({ twin }: { readonly twin: Twin }) {
  const styles = useStyles();
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={twin.columns.join(', ')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {twin.columns.map((column) => (
              <th key={column} scope="col" className={`${styles.cell} ${styles.head1}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row, index) => (
            <tr key={index}>
              {row.map((text, column) => (
                <td key={column} className={styles.cell}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
