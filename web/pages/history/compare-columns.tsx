import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Delta, Figure } from '../../ui/figure.tsx';
import { useNarrow } from '../../ui/media.ts';
import { ProductName } from '../../ui/product-name.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { type Compared, type ComparedFigure, comparedFigures, difference, valueOn } from './compared.ts';

const useStyles = makeStyles({
  // Fixed parts, so that the figures stand below each other from row to row.
  sides: {
    display: 'inline-grid',
    gridTemplateColumns: '72px 12px 72px 76px',
    alignItems: 'center',
    justifyItems: 'end',
    columnGap: '6px',
  },
  arrow: { color: tokens.colorNeutralForeground4 },
});

/** The columns of the comparison: each figure on both days, and by how much it changed. */
export function useCompareColumns(first: string, second: string): readonly Column<Compared>[] {
  const { t, day } = useWords();
  const isNarrow = useNarrow();
  return [
    {
      id: 'product',
      label: t('history.product'),
      width: 220,
      grow: 1,
      sort: ({ productName }) => productName,
      cell: ({ productName, partNumber }) => <ProductName name={productName} part={partNumber} />,
    },
    ...comparedFigures.map((figure): Column<Compared> => {
      const name = t(`ledger.${figure}`);
      return {
        id: figure,
        label: name,
        define: {
          meaning: t('history.comparedMeans', { figure: name, first: day(first), second: day(second) }),
        },
        align: 'end',
        width: 276,
        card: 'line',
        sort: (row) => difference(row, figure),
        cell: (row) => {
          const change = <Delta value={difference(row, figure)} why={t('history.unknownThen')} />;
          if (isNarrow) return change;
          return (
            <Sides
              before={<SideFigure row={row} side="first" figure={figure} at={first} />}
              after={<SideFigure row={row} side="second" figure={figure} at={second} />}
              change={change}
            />
          );
        },
        total: (rows) => (
          <Sides
            before={<Figure value={sum(rows.map(({ first }) => valueOn(first, figure)))} />}
            after={<Figure value={sum(rows.map(({ second }) => valueOn(second, figure)))} />}
            change={<Delta value={sum(rows.map((row) => difference(row, figure)))} />}
          />
        ),
      };
    }),
  ];
}

type SidesProps = { readonly before: ReactNode; readonly after: ReactNode; readonly change: ReactNode };

function Sides({ before, after, change }: SidesProps) {
  const styles = useStyles();
  return (
    <span className={styles.sides}>
      {before}
      <ArrowRight12Regular className={styles.arrow} aria-hidden />
      {after}
      {change}
    </span>
  );
}

type SideProps = {
  readonly row: Compared;
  readonly side: 'first' | 'second';
  readonly figure: ComparedFigure;
  readonly at: string;
};

function SideFigure({ row, side, figure, at }: SideProps) {
  const { t, day } = useWords();
  const line = row[side];
  const why = t(line === null ? 'history.notThere' : 'history.unknownThen', { day: day(at) });
  return <Figure value={line?.[figure] ?? null} why={why} quietZero />;
}

/** Unknown as soon as one of them is. */
function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((all, value) => (all === null || value === null ? null : all + value), 0);
}
