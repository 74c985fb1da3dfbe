import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { NoMatch } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { fits } from '../../ui/pick-list.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { soonDays } from './needs.ts';
import { type EstateTenant, useTenantColumns } from './tenant-columns.tsx';
import type { View } from './view.ts';

/** Up to so many need no more room than their rows take. */
const few = 8;

type Props = {
  readonly tenants: readonly EstateTenant[] | undefined;
  readonly view: View;
  readonly change: (change: UrlChange) => void;
};

/** Every tenant with its sums, worst first; a click opens its balance. */
export function TenantsTab({ tenants, view, change }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = useTenantColumns();
  const search = useCallback((value: string) => change({ search: value, replace: true }), [change]);
  const { need, sort } = view;
  const rows = tenants?.filter(
    ({ line: { tenant }, needs }) =>
      (need === undefined || needs.includes(need)) &&
      fits(view.search, tenant.name, tenant.domain, tenant.id),
  );
  const clear = () => change({ need: undefined, search: undefined });
  const unknown = rows?.filter(({ line }) => line.purchased === null).length ?? 0;
  return (
    <DataTable
      fill={(tenants?.length ?? 0) > few}
      name="estate"
      label={t('estate.tenants')}
      columns={columns}
      source={rows && { type: 'rows', rows }}
      rowKey={({ line }) => line.tenant.id}
      sort={sort}
      onSort={(next) => change({ sort: next })}
      onOpen={({ line }) =>
        void navigate({ to: '/t/$tenant/balance', params: { tenant: line.tenant.id }, search: {} })
      }
      {...(rows === undefined
        ? {}
        : {
            totals: {
              label: unknown === 0 ? t('table.total') : t('estate.totalWithout', { count: unknown }),
              rows,
            },
          })}
      empty={<NoMatch onClear={clear} />}
    >
      <FilterBar
        search={{ label: t('shell.findTenant'), value: view.search, onChange: search }}
        chips={
          need === undefined
            ? []
            : [
                {
                  id: need,
                  label: t(`estate.${need}`, { days: soonDays }),
                  onRemove: () => change({ need: undefined }),
                },
              ]
        }
        onClear={clear}
      />
    </DataTable>
  );
}
