import { makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { CheckSummary } from '../../../src/api/contract/overview.ts';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '10px',
    margin: 0,
  },
  id: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  what: { margin: 0 },
  open: { margin: '12px 0 0', color: tokens.colorStatusDangerForeground1 },
  counts: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type Props = {
  readonly checks: readonly CheckSummary[];
  /** The products that do not reconcile. */
  readonly open: readonly BalanceLine[];
};

/** The four proofs with how often each held, and what does not reconcile. */
export function ProofCounts({ checks, open }: Props) {
  const styles = useStyles();
  const { t, list } = useWords();
  return (
    <>
      <h2 className={styles.title}>{t('balance.proofs')}</h2>
      <dl className={styles.list}>
        {checks.map((check) => {
          const counts = (['equal', 'explained', 'open', 'unknown'] as const).filter(
            (name) => check[name] > 0,
          );
          return (
            <div key={check.id} style={{ display: 'contents' }}>
              <dt className={styles.id}>{check.id}</dt>
              <dd className={styles.what}>
                {t(`sku.${check.id}`)}
                <div className={styles.counts}>
                  {list(counts.map((name) => t(`balance.${name}Times`, { count: check[name] })))}
                </div>
              </dd>
            </div>
          );
        })}
      </dl>
      {open.length > 0 && (
        <p className={styles.open}>
          {t('balance.openNames', { products: list(open.map(({ productName }) => productName)) })}
        </p>
      )}
    </>
  );
}
