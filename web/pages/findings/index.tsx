import { Button } from '@fluentui/react-components';
import { CheckmarkCircle24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ResourceAge } from '../../../src/api/contract/balance.ts';
import type { Finding, PeopleCounters } from '../../../src/api/contract/findings.ts';
import type { Page as ListPage } from '../../../src/api/contract/list.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { address, useApi } from '../../api.ts';
import { useTenant, useTenants } from '../../session.ts';
import { DataNotices } from '../../ui/data-notices.tsx';
import { DownloadMenu } from '../../ui/download-menu.tsx';
import { EmptyState, PermissionMissing, ProblemState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { FirstCollection } from '../../ui/first-collection.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { neverAllowed } from '../../ui/permissions.ts';
import { NotFound } from '../../ui/shell/home.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { usePagedRows } from '../../ui/table/paged-rows.ts';
import { type Search, useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { PersonPanel } from '../people/person-panel.tsx';
import { useFindingColumns } from './columns.tsx';
import { RuleList } from './rule-list.tsx';
import { ruleTitle } from './rules.ts';

/** What is worth attention in a tenant, rule by rule. */
export function Page() {
  const { t } = useWords();
  const tenants = useTenants();
  const tenant = useTenant();
  if (tenants === undefined) return null;
  if (tenant === undefined) return <NotFound />;
  if (tenant.asOf !== null) return <Findings key={tenant.id} tenant={tenant} />;
  return (
    <Frame title={t('findings.title')}>
      <FirstCollection tenant={tenant} />
    </Frame>
  );
}

const readView = (search: Search) => ({ rule: search['rule'], person: search['person'] });

function Findings({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useWords();
  const tenantId = tenant.id;
  const [view, change] = useUrl(readView);
  // A person can have several findings: the row that was opened is the one to mark.
  const [opened, setOpened] = useState<string>();
  const path = `/tenants/${tenantId}/findings`;
  const list = usePagedRows<Finding>(path, { rule: view.rule });
  const counters = useApi<PeopleCounters>(`/tenants/${tenantId}/counters`);
  const rules = counters.data?.rules;
  const rule = rules?.find(({ name }) => name === view.rule);
  const columns = useFindingColumns(tenantId, rules, view.rule);
  const shown = {
    label: t('findings.downloadView'),
    href: address(path, { rule: view.rule, format: 'csv' }),
  };
  const all = { label: t('findings.downloadAll'), href: address(path, { format: 'csv' }) };
  const clear = () => change({ rule: undefined });
  const resources = useApi<ListPage<ResourceAge>>(`/tenants/${tenantId}/resources`).data?.items;
  const permission = neverAllowed(resources, 'users');
  if (permission !== undefined) {
    return (
      <Frame title={t('findings.title')}>
        <PermissionMissing tenant={tenant} permission={permission} shows={t('states.showsFindings')} />
      </Frame>
    );
  }
  const failed = list.rows === undefined ? (list.problem ?? counters.error) : null;
  const isUnknownRule = view.rule !== undefined && failed?.code === 'wrong-input';
  const readAgain = () => {
    list.retry();
    void counters.refetch();
  };
  return (
    <Frame
      title={t('findings.title')}
      actions={<DownloadMenu downloads={view.rule === undefined ? [all] : [shown, all]} />}
      panel={
        view.person !== undefined && (
          <PersonPanel
            key={view.person}
            tenantId={tenantId}
            id={view.person}
            onClose={() => change({ person: undefined })}
          />
        )
      }
    >
      <DataNotices
        tenant={tenant}
        resources={resources?.filter(({ resource }) => resource === 'users')}
        asOf={list.asOf}
      />
      <RuleList
        tenantId={tenantId}
        rules={rules}
        selected={view.rule}
        onSelect={(name) => change({ rule: name })}
      />
      {list.problem !== null && list.rows !== undefined && (
        <Notice tone="bad" urgent actions={<Button onClick={readAgain}>{t('states.retry')}</Button>}>
          {list.problem.message}
        </Notice>
      )}
      {failed !== null ? (
        <ProblemState
          problem={failed}
          onRetry={isUnknownRule ? clear : readAgain}
          {...(isUnknownRule ? { retryLabel: t('findings.all') } : {})}
        />
      ) : (
        <DataTable
          name="findings"
          label={t('findings.list')}
          columns={columns}
          source={list.rows && { type: 'paged', rows: list.rows }}
          rowKey={keyOf}
          selected={view.person === undefined ? undefined : opened}
          onOpen={(finding) => {
            setOpened(keyOf(finding));
            change({ person: finding.subject.id });
          }}
          empty={<Nothing ofRule={view.rule !== undefined} onClear={clear} />}
          old={list.old}
          fill
        >
          <FilterBar
            chips={
              view.rule === undefined
                ? []
                : [
                    {
                      id: 'rule',
                      label: t('findings.ruleChip', {
                        rule: ruleTitle({ name: view.rule, title: rule?.title }, t),
                      }),
                      onRemove: clear,
                    },
                  ]
            }
            onClear={clear}
          >
            {list.total !== undefined && (
              <span role="status">{t('findings.count', { count: list.total })}</span>
            )}
          </FilterBar>
        </DataTable>
      )}
    </Frame>
  );
}

function keyOf({ rule, subject, skuId = '' }: Finding): string {
  return `${rule} ${subject.id} ${skuId}`;
}

/** No finding at all, or none of the rule that is shown. */
function Nothing({ ofRule, onClear }: { readonly ofRule: boolean; readonly onClear: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState
      icon={<CheckmarkCircle24Regular />}
      title={t(ofRule ? 'findings.noneOfRule' : 'findings.none')}
      actions={ofRule && <Button onClick={onClear}>{t('findings.all')}</Button>}
    >
      {t(ofRule ? 'findings.noneOfRuleText' : 'findings.noneText')}
    </EmptyState>
  );
}
