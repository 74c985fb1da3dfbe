import { makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import { Figure } from '../../ui/figure.tsx';
import { narrow } from '../../ui/media.ts';
import type { Sum } from '../../ui/sum-text.tsx';
import { useWords } from '../../words/words.tsx';
import { sums } from './sums.ts';

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
    flexShrink: 0,
  },
  item: {
    flex: '1 1 110px',
    display: 'flex',
    flexDirection: 'column',
    padding: '12px 20px 14px',
    // Each draws the line before it; what stands first in a row hides it beyond the edge.
    boxShadow: `-1px -1px 0 ${tokens.colorNeutralStroke3}`,
    [narrow]: { flexBasis: '96px', padding: '10px 14px' },
  },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  value: {
    display: 'flex',
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { width: '16px', height: '16px' },
  },
});

type Item = { readonly label: string; readonly value: number | null; readonly sum?: Sum };

/** The figures of the product in a row; those that are 0 and mean trouble are left out. */
export function FigureStrip({ line }: { readonly line: BalanceLine }) {
  const styles = useStyles();
  const { t } = useWords();
  const why = whyUnknown(line, t);
  return (
    <dl className={styles.strip}>
      {items(line, t).map(({ label, value, sum }) => (
        <div key={label} className={styles.item}>
          <dt className={styles.name}>{label}</dt>
          <dd className={styles.value}>
            <Figure alone value={value} why={why} {...(sum === undefined ? {} : { sum })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function items(line: BalanceLine, t: ReturnType<typeof useWords>['t']): readonly Item[] {
  const printed = sums(line, t);
  const hasGrace = (line.warning ?? 0) > 0;
  const some = (label: string, value: number | null) => ((value ?? 0) > 0 ? [{ label, value }] : []);
  return [
    { label: t('charts.enabled'), value: line.enabled },
    ...some(t('charts.grace'), line.warning),
    { label: t('charts.assigned'), value: line.consumed },
    { label: t('balance.available'), value: line.available, sum: printed.available },
    ...(hasGrace ? [{ label: t('balance.firm'), value: line.firm, sum: printed.firm }] : []),
    ...some(t('charts.suspended'), line.suspended),
    ...some(t('charts.lockedOut'), line.lockedOut),
    { label: t('balance.counted'), value: line.counted },
    ...(line.gap === 0 ? [] : [{ label: t('sku.gap'), value: line.gap, sum: printed.gap }]),
  ];
}

function whyUnknown(line: BalanceLine, t: ReturnType<typeof useWords>['t']): string {
  if (line.class === 'company') return t('products.capacityMeans');
  if (line.class === 'no-subscription') return t('products.noSubscriptionMeans');
  return t('figures.unknown');
}
