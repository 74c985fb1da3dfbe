import { makeStyles, tokens } from '@fluentui/react-components';
import { Hatch, useHatch } from './hatch.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: '4px' },
  item: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What a mark of a chart means. */
export type LegendItem = {
  readonly label: string;
  readonly color: string;
  readonly form?: 'box' | 'line' | 'dashes' | 'hatch';
};

/** The marks of a chart with their meaning. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  const styles = useStyles();
  return (
    <span className={styles.list}>
      {items.map((item) => (
        <span key={item.label} className={styles.item}>
          <Mark {...item} />
          {item.label}
        </span>
      ))}
    </span>
  );
}

function Mark({ color, form = 'box' }: LegendItem) {
  const hatch = useHatch();
  const isLine = form === 'line' || form === 'dashes';
  return (
    <svg width="14" height="10" aria-hidden>
      {form === 'hatch' && <Hatch {...hatch} color={color} />}
      {isLine ? (
        <line
          x1="0"
          x2="14"
          y1="5"
          y2="5"
          stroke={color}
          strokeWidth="2"
          strokeDasharray={form === 'dashes' ? '3 2' : undefined}
        />
      ) : (
        <rect x="2" width="10" height="10" rx="2" fill={form === 'hatch' ? hatch.fill : color} />
      )}
    </svg>
  );
}
