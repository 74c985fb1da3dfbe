import { makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine, Explanation } from '../../../src/api/contract/balance.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import { useApi } from '../../api.ts';
import { BulletBar } from '../../ui/charts/bullet-bar.tsx';
import { ProblemState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { Panel } from '../../ui/panel.tsx';
import { productState } from '../../ui/product-state.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 96px 72px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '2px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  name: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  available: { textAlign: 'end', fontWeight: tokens.fontWeightSemibold },
  below: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

type Props = { readonly sku: string; readonly onClose: () => void };

/** One product tenant by tenant, with the fewest seats left first. */
export function ProductPanel({ sku, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { data, error, refetch } = useApi<Page<Explanation>>(`/skus/${encodeURIComponent(sku)}`);
  const lines = data?.items
    .map(({ line }) => line)
    .toSorted((one, other) => (one.available ?? Infinity) - (other.available ?? Infinity));
  const [first] = lines ?? [];
  return (
    <Panel
      title={first?.productName ?? t('estate.product')}
      subtitle={lines && t('estate.inTenants', { count: lines.length })}
      onClose={onClose}
    >
      {error !== null && lines === undefined && (
        <ProblemState problem={error} onRetry={() => void refetch()} />
      )}
      {lines === undefined && error === null && (
        <Late>
          <Bone height={56} />
          <Bone height={56} />
        </Late>
      )}
      <ul className={styles.list}>
        {lines?.map((line) => (
          <TenantLine key={line.tenantId} line={line} />
        ))}
      </ul>
    </Panel>
  );
}

function TenantLine({ line }: { readonly line: BalanceLine }) {
  const styles = useStyles();
  const { t } = useWords();
  const { tenantId, tenantName, skuId, consumed, usable, available } = line;
  return (
    <li className={styles.item}>
      <TextLink to="/t/$tenant/skus/$sku" params={{ tenant: tenantId, sku: skuId }} className={styles.name}>
        {tenantName}
      </TextLink>
      <BulletBar assigned={consumed} usable={usable} width={96} />
      <span className={styles.available}>
        <Figure value={available} />
      </span>
      <span className={styles.below}>
        {consumed === null || usable === null
          ? t('figures.unknown')
          : t('charts.bullet', { assigned: consumed, usable })}
        <StatePill state={productState(line)} />
      </span>
    </li>
  );
}
