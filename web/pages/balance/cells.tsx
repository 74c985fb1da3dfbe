import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning12Filled } from '@fluentui/react-icons';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { DatedSubscription } from '../../../src/api/contract/overview.ts';
import { BulletBar } from '../../ui/charts/bullet-bar.tsx';
import { Figure } from '../../ui/figure.tsx';
import { useWords } from '../../words/words.tsx';
import { sums } from '../sku/sums.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  end: { alignItems: 'flex-end' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', lineHeight: '18px' },
  quiet: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '14px',
  },
  assigned: {
    display: 'grid',
    gridTemplateColumns: '52px 1fr',
    columnGap: '8px',
    alignItems: 'center',
    width: '100%',
    justifyItems: 'end',
  },
  gap: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '3px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: '14px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  open: { color: tokens.colorStatusDangerForeground1 },
});

/** The assigned seats, and how much of the usable ones they are. */
export function AssignedCell({ line: { consumed, usable, warning } }: { readonly line: BalanceLine }) {
  const styles = useStyles();
  return (
    <span className={styles.assigned}>
      <span>
        <BulletBar assigned={consumed} usable={usable} grace={warning} width={52} />
      </span>
      <Figure value={consumed} quietZero />
    </span>
  );
}

/** The people we counted, and how far Microsoft's figure is from it. */
export function CountedCell({ line }: { readonly line: BalanceLine }) {
  const styles = useStyles();
  const { t, signed } = useWords();
  const isOpen = line.status === 'open';
  return (
    <span className={`${styles.lines} ${styles.end}`}>
      <Figure value={line.counted} quietZero sum={sums(line, t).gap} />
      {line.gap !== null && line.gap !== 0 && (
        <span
          className={`${styles.gap} ${isOpen ? styles.open : ''}`}
          title={t(isOpen ? 'balance.gapOpen' : 'balance.gapExplained')}
        >
          {isOpen && <Warning12Filled aria-label={t('balance.gapOpen')} />}
          {t('balance.gap', { gap: signed(line.gap) })}
        </span>
      )}
    </span>
  );
}

/** The next date of a product, and what happens then. */
export function DateCell({ subscription }: { readonly subscription: DatedSubscription | undefined }) {
  const styles = useStyles();
  const { t, day } = useWords();
  if (subscription?.nextLifecycleAt === undefined || subscription.nextLifecycleAt === null) {
    return <Figure value={null} why={t('balance.noDate')} />;
  }
  const { nextLifecycleAt, lifecycle, totalLicenses } = subscription;
  return (
    <span className={styles.lines}>
      <span className={styles.name}>{day(nextLifecycleAt)}</span>
      <span className={styles.quiet}>
        {t(lifecycle === 'expiry' ? 'balance.ends' : 'balance.renews', { seats: totalLicenses ?? 0 })}
      </span>
    </span>
  );
}
