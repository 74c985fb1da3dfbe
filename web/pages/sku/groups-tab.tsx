import { PeopleTeam24Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Explanation } from '../../../src/api/contract/balance.ts';
import type { SkuGroup } from '../../../src/api/contract/history.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import { useApi } from '../../api.ts';
import { EmptyState, ProblemState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { readGroupSort } from './view.ts';

type Props = { readonly path: string; readonly explanation: Explanation };

/** The groups that give the product: how many hold it through each, who waits, where an error stands. */
export function GroupsTab({ path, explanation }: Props) {
  const { t } = useWords();
  const [sort, change] = useUrl(readGroupSort);
  const { data, error, refetch } = useApi<Page<SkuGroup>>(`${path}/groups`);
  const columns = useGroupColumns();
  if (data === undefined && error !== null) {
    return <ProblemState problem={error} onRetry={() => void refetch()} />;
  }
  const groups = explanation.resources.find(({ resource }) => resource === 'groups');
  return (
    <>
      {groups !== undefined && groups.state !== 'read' && groups.reason !== null && (
        <Notice tone="warning">{groups.reason}</Notice>
      )}
      <DataTable
        name="sku-groups"
        label={t('sku.groups')}
        columns={columns}
        source={data && { type: 'rows', rows: data.items }}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => change({ groupSort: next })}
        empty={
          <EmptyState icon={<PeopleTeam24Regular />} title={t('sku.noGroups')}>
            {t('sku.noGroupsText', { count: explanation.sources.direct })}
          </EmptyState>
        }
      />
    </>
  );
}

function useGroupColumns(): readonly Column<SkuGroup>[] {
  const { t } = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('sku.group'),
        width: 240,
        grow: 3,
        sort: ({ name, id }) => name ?? id,
        cell: ({ name, id }) => (
          <span title={id}>{name ?? <span title={t('sku.groupUnnamed')}>{id}</span>}</span>
        ),
      },
      {
        id: 'holders',
        label: t('sku.holders'),
        width: 120,
        align: 'end',
        card: 'figure',
        define: { meaning: t('sku.groupHoldersMeans') },
        sort: ({ holders }) => holders,
        cell: ({ holders }) => <Figure value={holders} quietZero />,
      },
      {
        id: 'otherwise',
        label: t('sku.alsoOtherwise'),
        width: 150,
        align: 'end',
        card: 'line',
        define: { meaning: t('sku.alsoOtherwiseMeans') },
        sort: ({ alsoOtherwise }) => alsoOtherwise,
        cell: ({ alsoOtherwise }) => <Figure value={alsoOtherwise} quietZero />,
      },
      {
        id: 'waiting',
        label: t('sku.groupWaiting'),
        width: 120,
        align: 'end',
        card: 'line',
        define: { meaning: t('sku.groupWaitingMeans') },
        sort: ({ waiting }) => waiting,
        cell: ({ waiting }) => <Figure value={waiting} quietZero />,
      },
      {
        id: 'state',
        label: t('sku.state'),
        width: 190,
        grow: 1,
        card: 'line',
        define: { meaning: t('sku.groupStateMeans'), field: 'group.licenseProcessingState' },
        cell: (group) => (
          <span>
            <GroupState group={group} />
          </span>
        ),
      },
    ],
    [t],
  );
}

function GroupState({ group }: { readonly group: SkuGroup }) {
  const { t } = useWords();
  if (group.hasMembersWithErrors) return <Pill tone="bad">{t('sku.groupErrors')}</Pill>;
  if (group.waiting > 0) return <Pill tone="warning">{t('sku.groupShort')}</Pill>;
  const state = group.processingState;
  if (state !== null && state !== 'ProcessingComplete') {
    return (
      <Pill tone="waiting" title={state}>
        {t('sku.groupBusy')}
      </Pill>
    );
  }
  return <Pill tone="good">{t('sku.groupDone')}</Pill>;
}
