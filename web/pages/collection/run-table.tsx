import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync24Regular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import type { Run } from '../../../src/api/contract/runs.ts';
import { address } from '../../api.ts';
import { EmptyState, ProblemState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { usePagedRows } from '../../ui/table/paged-rows.ts';
import { useWords } from '../../words/words.tsx';
import { Duration } from '../run/duration.tsx';
import { RunStatePill } from '../run/run-state-pill.tsx';

const useStyles = makeStyles({
  when: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  tenant: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

/** Every run of every tenant, newest first. */
export function RunTable({ tenants }: { readonly tenants: readonly EstateLine[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { rows, problem, old, retry } = usePagedRows<Run>('/runs');
  const names = new Map(tenants.map(({ tenant }) => [tenant.id, tenant.name]));
  const columns = useColumns((id) => names.get(id) ?? id);
  if (problem !== null && rows === undefined) return <ProblemState problem={problem} onRetry={retry} />;
  return (
    <DataTable
      name="runs"
      label={t('collection.runs')}
      columns={columns}
      source={rows && { type: 'paged', rows }}
      rowKey={({ id }) => id}
      onOpen={({ tenantId, id }) =>
        void navigate({ to: '/t/$tenant/runs/$run', params: { tenant: tenantId, run: id } })
      }
      exportHref={address('/runs', { format: 'csv' })}
      empty={
        <EmptyState icon={<ArrowSync24Regular />} title={t('collection.noRuns')}>
          {t('collection.noRunsText')}
        </EmptyState>
      }
      fill
      old={old}
    />
  );
}

function useColumns(nameOf: (tenantId: string) => string): readonly Column<Run>[] {
  const styles = useStyles();
  const { t, time, fullTime } = useWords();
  return [
    {
      id: 'started',
      label: t('run.started'),
      width: 150,
      cell: ({ startedAt }) => (
        <span className={styles.when} title={fullTime(startedAt)}>
          {time(startedAt)}
        </span>
      ),
    },
    {
      id: 'tenant',
      label: t('shell.tenant'),
      width: 180,
      grow: 1,
      card: 'line',
      cell: ({ tenantId }) => (
        <span className={styles.tenant} title={nameOf(tenantId)}>
          {nameOf(tenantId)}
        </span>
      ),
    },
    {
      id: 'state',
      label: t('run.state'),
      width: 160,
      card: 'figure',
      cell: (run) => (
        <span>
          <RunStatePill run={run} />
        </span>
      ),
    },
    {
      id: 'duration',
      label: t('run.duration'),
      align: 'end',
      width: 110,
      cell: (run) => <Duration run={run} />,
    },
    {
      id: 'requests',
      label: t('run.requests'),
      align: 'end',
      width: 110,
      cell: ({ state, requests }) => (
        <Figure value={state === 'running' ? null : requests} why={t('run.atTheEnd')} />
      ),
    },
    {
      id: 'throttled',
      label: t('run.throttled'),
      define: { meaning: t('run.throttledMeans') },
      align: 'end',
      width: 120,
      cell: ({ state, throttled }) => (
        <Figure value={state === 'running' ? null : throttled} why={t('run.atTheEnd')} quietZero />
      ),
    },
    {
      id: 'reason',
      label: t('run.reason'),
      width: 220,
      grow: 2,
      cell: ({ reason }) => (
        <span className={styles.quiet} title={reason}>
          {reason}
        </span>
      ),
    },
  ];
}
