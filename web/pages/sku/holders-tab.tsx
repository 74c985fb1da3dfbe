import { People24Regular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Person } from '../../../src/api/contract/people.ts';
import { address } from '../../api.ts';
import { EmptyState, NoMatch, ProblemState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { usePagedRows } from '../../ui/table/paged-rows.ts';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { useHolderColumns } from './holder-columns.tsx';
import type { View } from './view.ts';

type Props = {
  readonly tenant: string;
  readonly line: BalanceLine;
  readonly view: View;
  readonly change: (change: UrlChange) => void;
};

/** Who holds the product, and how they came to it; a click shows the person among all people. */
export function HoldersTab({ tenant, line, view, change }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const path = `/tenants/${tenant}/users`;
  const asked = { sku: line.skuId, search: view.search, sort: view.sort };
  const { rows, total, problem, old, retry } = usePagedRows<Person>(path, asked);
  const columns = useHolderColumns(line.skuId);
  const search = useCallback((value: string) => change({ search: value, replace: true }), [change]);
  if (rows === undefined && problem !== null) return <ProblemState problem={problem} onRetry={retry} />;
  const open = ({ id }: Person) =>
    void navigate({
      to: '/t/$tenant/people',
      params: { tenant },
      search: { sku: line.skuId, person: id },
    });
  const clear = () => change({ search: undefined });
  const nobody = (
    <EmptyState icon={<People24Regular />} title={t('sku.nobody')}>
      {t('sku.nobodyText')}
    </EmptyState>
  );
  return (
    <>
      {view.at !== undefined && <Notice tone="info">{t('sku.onlyToday')}</Notice>}
      {problem !== null && <Notice tone="bad">{problem.message}</Notice>}
      <DataTable
        fill
        name="holders"
        label={t('sku.holders')}
        columns={columns}
        source={rows && { type: 'paged', rows }}
        rowKey={({ id }) => id}
        sort={view.sort}
        onSort={(sort) => change({ sort })}
        onOpen={open}
        exportHref={address(path, { ...asked, format: 'csv' })}
        empty={view.search === '' ? nobody : <NoMatch onClear={clear} />}
        old={old}
      >
        <FilterBar
          search={{ label: t('sku.findHolder'), value: view.search, onChange: search }}
          chips={[]}
          onClear={clear}
        >
          {total !== undefined && <span aria-live="polite">{t('sku.holderCount', { count: total })}</span>}
        </FilterBar>
      </DataTable>
    </>
  );
}
