import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning12Filled } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import { useNow } from '../../now.ts';
import { ageOf } from '../../ui/age.ts';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { AvailableCell } from './available-cell.tsx';
import type { Need } from './needs.ts';
import { TenantState } from './tenant-state.tsx';

/** A tenant with what it needs someone for. */
export type EstateTenant = { readonly line: EstateLine; readonly needs: readonly Need[] };

const useStyles = makeStyles({
  tenant: { display: 'flex', flexDirection: 'column', minWidth: 0, maxWidth: '100%' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  figures: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  stale: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground3,
    whiteSpace: 'nowrap',
  },
});

/** The columns of the estate. */
export function useTenantColumns(): readonly Column<EstateTenant>[] {
  const styles = useStyles();
  const { t, day, ago, fullTime } = useWords();
  const now = useNow();
  return useMemo(() => {
    const why = t('estate.neverCollected');
    const dash = (reason: string) => (
      <span className={styles.quiet} title={reason}>
        —
      </span>
    );
    const figure = (id: Summed, more: Partial<Column<EstateTenant>> = {}): Column<EstateTenant> => ({
      id,
      label: t(labels[id]),
      width: 98,
      align: 'end',
      sort: ({ line }) => line[id],
      cell: ({ line }) => <Figure value={line[id]} why={why} />,
      total: (rows) => <Figure value={sumOf(rows, id)} why={why} />,
      ...more,
    });
    return [
      {
        id: 'name',
        label: t('shell.tenant'),
        width: 172,
        grow: 3,
        sort: ({ line }) => line.tenant.name,
        cell: ({ line: { tenant } }) => (
          <span className={styles.tenant}>
            <span className={`${styles.line} ${styles.name}`} title={tenant.name}>
              {tenant.name}
            </span>
            <span className={`${styles.line} ${styles.quiet} ${styles.small}`}>
              {tenant.domain ?? tenant.id}
            </span>
          </span>
        ),
      },
      {
        id: 'state',
        label: t('sku.state'),
        width: 184,
        card: 'line',
        define: { meaning: t('estate.stateMeans') },
        cell: (row) => <TenantState tenant={row} />,
      },
      {
        id: 'products',
        label: t('estate.skus'),
        width: 64,
        align: 'end',
        define: { meaning: t('estate.productsMeans'), field: 'subscribedSkus' },
        sort: ({ line }) => line.products,
        cell: ({ line }) => <Figure value={line.tenant.asOf === null ? null : line.products} why={why} />,
      },
      figure('purchased', {
        define: { meaning: t('estate.purchasedMeans'), field: 'subscribedSku.prepaidUnits.enabled' },
      }),
      figure('assigned', {
        card: 'line',
        define: { meaning: t('estate.assignedMeans'), field: 'subscribedSku.consumedUnits' },
      }),
      figure('available', {
        width: 150,
        card: 'figure',
        define: {
          meaning: t('estate.availableMeans'),
          formula: 'enabled + warning − consumed',
        },
        cell: ({ line }) => (
          <AvailableCell
            assigned={line.assigned}
            usable={line.usable}
            available={line.available}
            why={why}
            note={t('estate.paidOnly')}
          />
        ),
      }),
      figure('over', {
        width: 88,
        define: { meaning: t('estate.overMeansColumn'), formula: 'max(0, consumed − usable)' },
        cell: ({ line }) => <Figure value={line.over} why={why} quietZero />,
      }),
      {
        id: 'renewal',
        label: t('estate.nextRenewal'),
        width: 118,
        define: { meaning: t('estate.nextRenewalMeans'), field: 'subscription.nextLifecycleDateTime' },
        sort: ({ line }) => line.nextRenewal,
        cell: ({ line: { nextRenewal, tenant } }) =>
          nextRenewal === null ? (
            dash(tenant.asOf === null ? why : t('estate.noRenewal'))
          ) : (
            <span className={styles.figures} title={ago(nextRenewal, now)}>
              {day(nextRenewal)}
            </span>
          ),
      },
      {
        id: 'age',
        label: t('estate.age'),
        width: 108,
        define: { meaning: t('estate.ageMeans') },
        sort: ({ line }) => line.tenant.asOf,
        cell: ({ line: { tenant } }) => {
          if (tenant.asOf === null) return dash(why);
          const isStale = ageOf(tenant.asOf, now) === 'stale';
          return (
            <span className={isStale ? styles.stale : styles.figures} title={fullTime(tenant.asOf)}>
              {isStale && <Warning12Filled aria-hidden />}
              {ago(tenant.asOf, now)}
            </span>
          );
        },
      },
      {
        id: 'trend',
        label: t('estate.trend'),
        width: 108,
        define: { meaning: t('estate.trendMeans') },
        cell: ({ line }) => <Sparkline values={line.trend} label={t('estate.trendMeans')} />,
      },
    ];
  }, [styles, t, day, ago, fullTime, now]);
}

const labels = {
  purchased: 'charts.enabled',
  assigned: 'charts.assigned',
  available: 'balance.available',
  over: 'charts.over',
} as const;
type Summed = keyof typeof labels;

/** The sum of what is known; null when nothing is. */
function sumOf(rows: readonly EstateTenant[], id: Summed): number | null {
  const known = rows.map(({ line }) => line[id]).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
