import { Select, makeStyles } from '@fluentui/react-components';
import type { LedgerDay } from '../../../src/api/contract/history.ts';
import { type Chip, FilterBar } from '../../ui/filter-bar.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { type HistoryView, type Period, periods } from './view.ts';

const useStyles = makeStyles({ product: { flex: '1 1 160px', minWidth: 0, maxWidth: '260px' } });

type Props = {
  readonly days: readonly LedgerDay[];
  readonly view: HistoryView;
  readonly change: (change: UrlChange) => void;
  readonly onClear: () => void;
};

/** How far back, which product, and the days chosen in the chart. */
export function LedgerFilter({ days, view, change, onClear }: Props) {
  const styles = useStyles();
  const { t, day, locale } = useWords();
  const products = new Map(days.flatMap(({ skus }) => skus.map((sku) => [sku.skuId, sku.productName])));
  const { sku, range } = view;
  if (sku !== undefined && !products.has(sku)) products.set(sku, sku);
  const sorted = [...products].sort(([, a], [, b]) => a.localeCompare(b, locale));
  const chips: Chip[] = [];
  if (sku !== undefined) {
    chips.push({
      id: 'sku',
      label: products.get(sku) ?? sku,
      onRemove: () => change({ sku: undefined, day: undefined }),
    });
  }
  if (range !== null) {
    chips.push({
      id: 'range',
      label: range.from === range.to ? day(range.from) : `${day(range.from)} – ${day(range.to)}`,
      onRemove: () => change({ from: undefined, to: undefined, day: undefined }),
    });
  }
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <Select
        aria-label={t('history.period')}
        value={view.period}
        onChange={(_, { value }) =>
          change({ period: value === 'month' ? undefined : value, from: undefined, to: undefined })
        }
      >
        {(Object.keys(periods) as Period[]).map((period) => (
          <option key={period} value={period}>
            {t(`history.${period}`)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.product}
        aria-label={t('history.product')}
        value={sku ?? ''}
        onChange={(_, { value }) => change({ sku: value, day: undefined })}
      >
        <option value="">{t('history.allProducts')}</option>
        {sorted.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </FilterBar>
  );
}
