import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SubscriptionLine } from '../../../src/api/contract/balance.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { narrow } from '../../ui/media.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { useNow } from '../../now.ts';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '8px 12px 8px 0',
    textAlign: 'start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { paddingInlineEnd: 0 },
  },
  last: { borderBottom: 'none' },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  end: { textAlign: 'end', paddingInlineEnd: '24px' },
  pills: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  wide: { [narrow]: { display: 'none' } },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The purchases behind the units: their state, seats and dates. */
export function SubscriptionsCard({
  subscriptions,
}: {
  readonly subscriptions: readonly SubscriptionLine[];
}) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Card title={t('sku.subscriptions', { count: subscriptions.length })}>
      {subscriptions.length === 0 ? (
        <p className={styles.text}>{t('sku.noSubscriptions')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr className={styles.head}>
              <th scope="col" className={styles.cell}>
                {t('sku.status')}
              </th>
              <th scope="col" className={mergeClasses(styles.cell, styles.end)}>
                {t('sku.seats')}
              </th>
              <th scope="col" className={styles.cell}>
                {t('sku.nextDate')}
              </th>
              <th scope="col" className={mergeClasses(styles.cell, styles.wide)}>
                {t('sku.boughtOn')}
              </th>
              <th scope="col" className={mergeClasses(styles.cell, styles.wide)}>
                {t('sku.subscriptionId')}
              </th>
            </tr>
          </thead>
          <tbody>
            {subscriptions.map((each, index) => (
              <SubscriptionRow key={each.id} subscription={each} last={index === subscriptions.length - 1} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

type RowProps = { readonly subscription: SubscriptionLine; readonly last: boolean };

function SubscriptionRow({ subscription, last }: RowProps) {
  const styles = useStyles();
  const { t, day } = useWords();
  const { id, totalLicenses, isTrial, createdAt } = subscription;
  const cell = mergeClasses(styles.cell, last && styles.last);
  return (
    <tr>
      <td className={cell}>
        <span className={styles.pills}>
          <StatusPill status={subscription.status} />
          {isTrial === true && <Pill tone="info">{t('sku.trialPill')}</Pill>}
        </span>
      </td>
      <td className={mergeClasses(cell, styles.end)}>
        <Figure value={totalLicenses} />
      </td>
      <td className={cell}>
        <NextDate subscription={subscription} />
      </td>
      <td className={mergeClasses(cell, styles.wide)}>{createdAt === null ? '—' : day(createdAt)}</td>
      <td className={mergeClasses(cell, styles.wide)}>
        <span className={styles.quiet} title={id}>
          {id.length > 13 ? `${id.slice(0, 8)}…` : id}
        </span>{' '}
        <CopyButton text={id} label={t('sku.copySubscriptionId')} />
      </td>
    </tr>
  );
}

function NextDate({
  subscription: { nextLifecycleAt, lifecycle },
}: {
  readonly subscription: SubscriptionLine;
}) {
  const styles = useStyles();
  const { t, day, ago } = useWords();
  const now = useNow();
  if (nextLifecycleAt === null) return <span title={t('figures.unknown')}>—</span>;
  return (
    <>
      {t(lifecycle === 'expiry' ? 'sku.ends' : 'sku.renews', { day: day(nextLifecycleAt) })}
      <div className={styles.quiet}>{ago(nextLifecycleAt, now)}</div>
    </>
  );
}

function StatusPill({ status }: { readonly status: string | null }) {
  const { t } = useWords();
  const known = statuses.find(({ name }) => name === status?.toLowerCase());
  if (known === undefined) return <Pill tone="quiet">{status ?? t('products.unknown')}</Pill>;
  return <Pill tone={known.tone}>{t(known.word)}</Pill>;
}

/** The states of a purchase as Microsoft names them, in small letters. */
const statuses = [
  { name: 'enabled', word: 'sku.enabled', tone: 'good' },
  { name: 'warning', word: 'sku.inGrace', tone: 'warning' },
  { name: 'suspended', word: 'sku.suspended', tone: 'bad' },
  { name: 'lockedout', word: 'sku.lockedOut', tone: 'bad' },
  { name: 'deleted', word: 'sku.deleted', tone: 'quiet' },
] as const satisfies readonly { name: string; word: string; tone: Tone }[];
