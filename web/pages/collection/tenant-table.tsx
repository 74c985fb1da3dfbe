import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import { useNow } from '../../now.ts';
import { useMay } from '../../session.ts';
import { NoMatch } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Notice } from '../../ui/notice.tsx';
import { resourceName } from '../../ui/resource-name.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { CollectionStatePill } from './collection-state-pill.tsx';
import { type RecentRuns, collectionState, collectionStates, useCollect } from './collecting.ts';
import { ResourceCell } from './resource-cell.tsx';
import type { CollectionView } from './view.ts';

const useStyles = makeStyles({
  tenant: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  domain: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  when: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

type Props = {
  readonly lines: readonly EstateLine[] | undefined;
  readonly runs: RecentRuns;
  readonly view: CollectionView;
  readonly change: (change: UrlChange) => void;
};

/** Tenants × resources: how old each read is, and whether the latest run could read it. */
export function TenantTable({ lines, runs, view, change }: Props) {
  const { t } = useWords();
  const [refusal, setRefusal] = useState<string | null>(null);
  const columns = useColumns(lines ?? [], runs, setRefusal);
  const wanted = view.search.toLowerCase();
  const rows = lines?.filter(({ tenant: { name, domain, id } }) =>
    [name, domain ?? '', id].some((text) => text.toLowerCase().includes(wanted)),
  );
  const clear = () => change({ search: undefined });
  return (
    <>
      {refusal !== null && (
        <Notice tone="bad" urgent>
          {refusal}
        </Notice>
      )}
      <DataTable
        name="collection"
        label={t('collection.tenants')}
        columns={columns}
        source={rows && { type: 'rows', rows }}
        rowKey={({ tenant }) => tenant.id}
        sort={view.sort}
        onSort={(sort) => change({ sort, replace: true })}
        selected={view.open}
        onOpen={({ tenant }) => change({ open: tenant.id })}
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
    </>
  );
}

function useColumns(
  lines: readonly EstateLine[],
  runs: RecentRuns,
  onRefusal: (text: string | null) => void,
): readonly Column<EstateLine>[] {
  const styles = useStyles();
  const { t, ago, fullTime } = useWords();
  const now = useNow();
  const mayCollect = useMay('collect');
  const stateOf = (line: EstateLine) => collectionState(line, runs, now);
  const resources = [...new Set(lines.flatMap((line) => line.resources.map(({ resource }) => resource)))];
  return [
    {
      id: 'tenant',
      label: t('shell.tenant'),
      width: 168,
      grow: 1,
      sort: ({ tenant }) => tenant.name,
      cell: ({ tenant: { name, domain } }) => (
        <span className={styles.tenant}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.domain}>{domain}</span>
        </span>
      ),
    },
    {
      id: 'state',
      label: t('collection.state'),
      width: 124,
      card: 'figure',
      sort: (line) => collectionStates.indexOf(stateOf(line)),
      cell: (line) => (
        <span>
          <CollectionStatePill state={stateOf(line)} />
        </span>
      ),
    },
    ...resources.map((resource): Column<EstateLine> => {
      const of = (line: EstateLine) => line.resources.find((each) => each.resource === resource);
      return {
        id: resource,
        label: resourceName(resource, t),
        width: Math.max(92, 34 + 7 * resourceName(resource, t).length),
        sort: (line) => of(line)?.readAt ?? null,
        cell: (line) => <ResourceCell age={of(line)} now={now} />,
      };
    }),
    {
      id: 'lastRun',
      label: t('collection.lastRun'),
      width: 118,
      align: 'end',
      optional: true,
      sort: ({ tenant }) => tenant.lastRun,
      cell: ({ tenant: { id, lastRun } }) => {
        const run = runs.newest(id);
        if (lastRun === null) return <span className={styles.domain}>{t('shell.never')}</span>;
        return run === undefined ? (
          <span className={styles.when} title={fullTime(lastRun)}>
            {ago(lastRun, now)}
          </span>
        ) : (
          <TextLink
            className={styles.when}
            tabIndex={-1}
            to="/t/$tenant/runs/$run"
            params={{ tenant: id, run: run.id }}
            title={fullTime(run.startedAt)}
            onClick={(event) => event.stopPropagation()}
          >
            {ago(run.startedAt, now)}
          </TextLink>
        );
      },
    },
    ...(mayCollect
      ? [
          {
            id: 'collect',
            label: t('collection.collect'),
            width: 92,
            align: 'end' as const,
            cell: ({ tenant }: EstateLine) => (
              <CollectButton
                tenantId={tenant.id}
                name={tenant.name}
                paused={tenant.state === 'paused'}
                runs={runs}
                onRefusal={onRefusal}
              />
            ),
          },
        ]
      : []),
  ];
}

type CollectProps = {
  readonly tenantId: string;
  readonly name: string;
  readonly paused: boolean;
  readonly runs: RecentRuns;
  readonly onRefusal: (text: string | null) => void;
};

function CollectButton({ tenantId, name, paused, runs, onRefusal }: CollectProps) {
  const { t } = useWords();
  const collect = useCollect(tenantId, runs);
  return (
    <Button
      appearance="subtle"
      size="small"
      tabIndex={-1}
      icon={<ArrowSync20Regular />}
      disabledFocusable={paused || runs.isRunning(tenantId) || collect.isPending}
      aria-label={t('shell.collectTenant', { tenant: name })}
      title={t(paused ? 'collection.pausedMeans' : 'states.collectNow')}
      onClick={(event) => {
        // The row below would open its panel.
        event.stopPropagation();
        onRefusal(null);
        collect.mutate(undefined, { onError: (problem) => onRefusal(`${name}: ${problem.message}`) });
      }}
    />
  );
}
