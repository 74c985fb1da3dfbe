import { useMemo } from 'react';
import type { ProductSum } from '../../../src/api/contract/overview.ts';
import { Figure } from '../../ui/figure.tsx';
import { ProductName } from '../../ui/product-name.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { AvailableCell } from './available-cell.tsx';

/** The columns of the products over all tenants. */
export function useProductColumns(): readonly Column<ProductSum>[] {
  const { t } = useWords();
  return useMemo(() => {
    const figure = (
      id: 'tenants' | 'enabled' | 'consumed',
      label: string,
      more: Partial<Column<ProductSum>> = {},
    ): Column<ProductSum> => ({
      id,
      label,
      width: 104,
      align: 'end',
      sort: (row) => row[id],
      cell: (row) => <Figure value={row[id]} why={t('estate.sumUnknown')} />,
      ...more,
    });
    return [
      {
        id: 'name',
        label: t('estate.product'),
        width: 200,
        grow: 3,
        sort: ({ productName }) => productName,
        cell: ({ productName, skuPartNumber }) => <ProductName name={productName} part={skuPartNumber} />,
      },
      figure('tenants', t('estate.tenants'), { card: 'line', define: { meaning: t('estate.tenantsMeans') } }),
      figure('enabled', t('charts.enabled'), {
        card: 'line',
        define: { meaning: t('estate.enabledMeans'), field: 'subscribedSku.prepaidUnits.enabled' },
      }),
      figure('consumed', t('charts.assigned'), {
        card: 'line',
        define: { meaning: t('estate.consumedMeans'), field: 'subscribedSku.consumedUnits' },
      }),
      {
        id: 'available',
        label: t('balance.available'),
        width: 168,
        align: 'end',
        card: 'figure',
        define: { meaning: t('estate.sumMeans'), formula: 'enabled + warning − consumed' },
        sort: ({ available }) => available,
        cell: ({ available, usable, consumed }) => (
          <AvailableCell
            assigned={consumed}
            usable={usable}
            available={available}
            why={t('estate.sumUnknown')}
            note={t('estate.sumMeans')}
          />
        ),
      },
    ];
  }, [t]);
}
