import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentDismiss24Regular } from '@fluentui/react-icons';
import type { RunDetail } from '../../../src/api/contract/runs.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Delta, Figure } from '../../ui/figure.tsx';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { resourceName } from '../../ui/resource-name.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useWords } from '../../words/words.tsx';

type Resource = RunDetail['resources'][number];

const tones: Readonly<Record<Resource['state'], Tone>> = { read: 'good', kept: 'warning', never: 'quiet' };

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  name: { fontWeight: tokens.fontWeightSemibold },
  when: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  reason: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What became of each resource, counted against Microsoft's own counter where there is one. */
export function ResourceTable({ resources }: { readonly resources: readonly Resource[] }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <DataTable
      name="run-resources"
      label={t('run.resources')}
      columns={useColumns()}
      source={{ type: 'rows', rows: resources }}
      rowKey={({ resource }) => resource}
      empty={
        <EmptyState icon={<DocumentDismiss24Regular />} title={t('run.noResources')}>
          {t('run.noResourcesText')}
        </EmptyState>
      }
    >
      <h2 className={styles.title}>{t('run.resources')}</h2>
    </DataTable>
  );
}

function useColumns(): readonly Column<Resource>[] {
  const styles = useStyles();
  const { t, time, fullTime } = useWords();
  return [
    {
      id: 'resource',
      label: t('run.resource'),
      width: 170,
      grow: 1,
      cell: ({ resource }) => <span className={styles.name}>{resourceName(resource, t)}</span>,
    },
    {
      id: 'state',
      label: t('run.state'),
      width: 150,
      card: 'figure',
      cell: ({ state }) => (
        <span>
          <Pill tone={tones[state]} title={t(`run.${state}Resource`)}>
            {t(`run.${state}`)}
          </Pill>
        </span>
      ),
    },
    {
      id: 'rows',
      label: t('run.rows'),
      align: 'end',
      width: 110,
      card: 'line',
      cell: ({ rows }) => <Figure value={rows} why={t('run.notRead')} />,
    },
    {
      id: 'count',
      label: t('run.count'),
      define: { meaning: t('run.countMeans'), field: '/$count' },
      align: 'end',
      width: 184,
      card: 'line',
      cell: ({ count }) => <Figure value={count} why={t('run.noCount')} />,
    },
    {
      id: 'difference',
      label: t('run.difference'),
      define: { meaning: t('run.differenceMeans') },
      align: 'end',
      width: 120,
      cell: ({ rows, count }) => (
        <Delta
          value={rows === null || count === null ? null : rows - count}
          why={t(rows === null ? 'run.notRead' : 'run.noCount')}
        />
      ),
    },
    {
      id: 'readAt',
      label: t('run.readAt'),
      define: { meaning: t('run.readAtMeans') },
      align: 'end',
      width: 156,
      cell: ({ readAt }) =>
        readAt === null ? (
          <Figure value={null} why={t('run.neverResource')} />
        ) : (
          <span className={styles.when} title={fullTime(readAt)}>
            {time(readAt)}
          </span>
        ),
    },
    {
      id: 'reason',
      label: t('run.reason'),
      width: 200,
      grow: 3,
      cell: ({ reason }) => (
        <span className={styles.reason} title={reason ?? undefined}>
          {reason}
        </span>
      ),
    },
  ];
}
