import { Tag24Regular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { Page } from '../../../src/api/contract/list.ts';
import type { ProductSum } from '../../../src/api/contract/overview.ts';
import { useApi } from '../../api.ts';
import { EmptyState, NoMatch, ProblemState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { fits } from '../../ui/pick-list.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { useProductColumns } from './product-columns.tsx';
import type { View } from './view.ts';

type Props = { readonly view: View; readonly change: (change: UrlChange) => void };

/** Each product summed over all tenants; a click shows it tenant by tenant. */
export function ProductsTab({ view, change }: Props) {
  const { t } = useWords();
  const { data, error, refetch } = useApi<Page<ProductSum>>('/products');
  const columns = useProductColumns();
  const search = useCallback((value: string) => change({ search: value, replace: true }), [change]);
  if (data === undefined && error !== null) {
    return <ProblemState problem={error} onRetry={() => void refetch()} />;
  }
  const rows = data?.items.filter(({ productName, skuPartNumber, skuId }) =>
    fits(view.search, productName, skuPartNumber, skuId),
  );
  const clear = () => change({ search: undefined });
  return (
    <DataTable
      fill
      name="estate-products"
      label={t('estate.products')}
      columns={columns}
      source={rows && { type: 'rows', rows }}
      rowKey={({ skuId }) => skuId}
      sort={view.sort}
      onSort={(sort) => change({ sort })}
      selected={view.product}
      onOpen={({ skuId }) => change({ product: skuId })}
      empty={
        view.search === '' ? (
          <EmptyState icon={<Tag24Regular />} title={t('estate.noProducts')}>
            {t('estate.noProductsText')}
          </EmptyState>
        ) : (
          <NoMatch onClear={clear} />
        )
      }
    >
      <FilterBar
        search={{ label: t('estate.findProduct'), value: view.search, onChange: search }}
        chips={[]}
        onClear={clear}
      />
    </DataTable>
  );
}
