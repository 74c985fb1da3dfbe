import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { Page as List } from '../../../../src/api/contract/list.ts';
import type { Tenant } from '../../../../src/api/contract/tenants.ts';
import { useApi } from '../../../api.ts';
import { useMay } from '../../../session.ts';
import { NoMatch, NotSetUp, ProblemState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { fits } from '../../../ui/pick-list.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { type Search, useUrl } from '../../../url.ts';
import { useWords } from '../../../words/words.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { useTenantColumns } from './tenant-columns.tsx';
import { TenantPanel } from './tenant-panel.tsx';

const readView = ({ search = '', tenant }: Search) => ({ search, tenant });

/** The connected tenants, with what each signs in with and until when. */
export function Page() {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayManage = useMay('manage-tenants');
  const [view, change] = useUrl(readView);
  const answer = useApi<List<Tenant>>('/tenants');
  const columns = useTenantColumns();
  const tenants = answer.data?.items;
  const opened = tenants?.find(({ id }) => id === view.tenant);
  const rows = tenants?.filter(({ name, domain, id }) => fits(view.search, name, domain, id));
  const clear = () => change({ search: undefined });
  return (
    <SettingsFrame
      place="tenants"
      actions={
        mayManage &&
        tenants?.length !== 0 && (
          <Button
            appearance="primary"
            icon={<Add20Regular />}
            onClick={() => void navigate({ to: '/connect' })}
          >
            {t('connect.title')}
          </Button>
        )
      }
      panel={
        opened !== undefined && (
          <TenantPanel key={opened.id} tenant={opened} onClose={() => change({ tenant: undefined })} />
        )
      }
    >
      {answer.error !== null && tenants === undefined ? (
        <ProblemState problem={answer.error} onRetry={() => void answer.refetch()} />
      ) : tenants?.length === 0 ? (
        <NotSetUp />
      ) : (
        <DataTable
          name="tenants"
          label={t('settings.tenants')}
          columns={columns}
          source={rows && { type: 'rows', rows }}
          rowKey={({ id }) => id}
          selected={view.tenant}
          onOpen={({ id }) => change({ tenant: id })}
          empty={<NoMatch onClear={clear} />}
        >
          <FilterBar
            search={{
              label: t('shell.findTenant'),
              value: view.search,
              onChange: (search) => change({ search, replace: true }),
            }}
            chips={[]}
            onClear={clear}
          />
        </DataTable>
      )}
    </SettingsFrame>
  );
}
