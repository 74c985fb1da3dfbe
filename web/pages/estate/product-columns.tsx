import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ProductSum } from '../../../src/api/contract/overview.ts';
import { Figure } from '../../ui/figure.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { AvailableCell } from './available-cell.tsx';

const useStyles = makeStyles({
  product: { display: 'flex', flexDirection: 'column', minWidth: 0, maxWidth: '100%' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  part: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The columns of the products over all tenants. */
export function useProductColumns(): readonly Column<ProductSum>[] {
  const styles = useStyles();
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
        cell: ({ productName, skuPartNumber }) => (
          <span className={styles.product}>
            <span className={`${styles.line} ${styles.name}`} title={productName}>
              {productName}
            </span>
            <span className={`${styles.line} ${styles.part}`}>{skuPartNumber}</span>
          </span>
        ),
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
  }, [styles, t]);
}
