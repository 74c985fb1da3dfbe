import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Pause20Regular, Play20Regular } from '@fluentui/react-icons';
import type { Page } from '../../../src/api/contract/list.ts';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import type { Run } from '../../../src/api/contract/runs.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { call, useApi, useMutate } from '../../api.ts';
import { useNow } from '../../now.ts';
import { useMay } from '../../session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { resourceName } from '../../ui/resource-name.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { RunStatePill } from '../run/run-state-pill.tsx';
import { CollectionStatePill } from './collection-state-pill.tsx';
import { type RecentRuns, collectionState, useCollect } from './collecting.ts';
import { ResourceCell } from './resource-cell.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '8px',
    margin: 0,
  },
  value: { margin: 0 },
  reason: {
    gridColumn: '1 / -1',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

type Props = { readonly line: EstateLine; readonly runs: RecentRuns; readonly onClose: () => void };

/** One tenant: its state in words, its resources with reasons, its latest runs, and what can be done. */
export function TenantPanel({ line, runs, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const now = useNow();
  const { tenant, held } = line;
  const newest = runs.newest(tenant.id);
  const reason = tenant.reason ?? (newest?.state === 'failed' ? newest.reason : undefined);
  return (
    <Panel title={tenant.name} subtitle={tenant.domain ?? tenant.id} onClose={onClose}>
      <div className={styles.actions}>
        <CollectionStatePill state={collectionState(line, runs, now)} />
      </div>
      {reason !== undefined && <Notice tone="bad">{reason}</Notice>}
      {held > 0 && (
        <Notice
          tone="warning"
          actions={
            <TextLink to="/t/$tenant/history" params={{ tenant: tenant.id }} search={{ tab: 'held' }}>
              {t('run.decide')}
            </TextLink>
          }
        >
          {t('collection.heldCount', { count: held })}
        </Notice>
      )}
      <TenantActions tenant={tenant} runs={runs} />
      <Resources line={line} now={now} />
      <LatestRuns tenantId={tenant.id} />
    </Panel>
  );
}

function TenantActions({ tenant, runs }: { readonly tenant: Tenant; readonly runs: RecentRuns }) {
  const styles = useStyles();
  const { t } = useWords();
  const mayCollect = useMay('collect');
  const mayPause = useMay('manage-tenants');
  const collect = useCollect(tenant.id, runs);
  const running = runs.isRunning(tenant.id);
  const isPaused = tenant.state === 'paused';
  const pause = useMutate(
    (paused: boolean) => call<Tenant>(`/tenants/${tenant.id}`, { method: 'PATCH', body: { paused } }),
    ['/tenants', '/estate'],
  );
  if (!mayCollect && !mayPause) return null;
  const problem = collect.error ?? pause.error;
  return (
    <>
      <div className={styles.actions}>
        {mayCollect && (
          <Button
            appearance="primary"
            icon={<ArrowSync20Regular />}
            disabledFocusable={running || isPaused || collect.isPending}
            title={isPaused ? t('collection.pausedMeans') : undefined}
            onClick={() => collect.mutate()}
          >
            {t(running ? 'collection.collecting' : 'states.collectNow')}
          </Button>
        )}
        {mayPause && (
          <Button
            icon={isPaused ? <Play20Regular /> : <Pause20Regular />}
            disabledFocusable={pause.isPending}
            title={t(isPaused ? 'collection.resumeMeans' : 'collection.pauseMeans')}
            onClick={() => pause.mutate(!isPaused)}
          >
            {t(isPaused ? 'collection.resume' : 'collection.pause')}
          </Button>
        )}
      </div>
      {problem !== null && (
        <Notice tone="bad" urgent>
          {problem.message}
        </Notice>
      )}
    </>
  );
}

function Resources({ line, now }: { readonly line: EstateLine; readonly now: Date }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <section>
      <h3 className={styles.title}>{t('shell.lastRead')}</h3>
      <dl className={styles.list}>
        {line.resources.map((age) => (
          <ResourceLine key={age.resource} name={resourceName(age.resource, t)} age={age} now={now} />
        ))}
      </dl>
    </section>
  );
}

type LineProps = {
  readonly name: string;
  readonly age: EstateLine['resources'][number];
  readonly now: Date;
};

function ResourceLine({ name, age, now }: LineProps) {
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.value}>
        <ResourceCell age={age} now={now} />
      </dd>
      {age.state !== 'read' && age.reason !== null && <dd className={styles.reason}>{age.reason}</dd>}
    </>
  );
}

function LatestRuns({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles();
  const { t, time, fullTime } = useWords();
  const runs = useApi<Page<Run>>(`/tenants/${tenantId}/runs`, { limit: 8 }).data?.items;
  if (runs === undefined) return null;
  return (
    <section>
      <h3 className={styles.title}>{t('collection.latestRuns')}</h3>
      {runs.length === 0 && <p className={styles.reason}>{t('collection.noRuns')}</p>}
      <dl className={styles.list}>
        {runs.map((run) => (
          <RunLine key={run.id} run={run} when={time(run.startedAt)} title={fullTime(run.startedAt)} />
        ))}
      </dl>
    </section>
  );
}

type RunLineProps = { readonly run: Run; readonly when: string; readonly title: string };

function RunLine({ run, when, title }: RunLineProps) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <TextLink to="/t/$tenant/runs/$run" params={{ tenant: run.tenantId, run: run.id }} title={title}>
          {when}
        </TextLink>
      </dt>
      <dd className={styles.value}>
        <RunStatePill run={run} />
      </dd>
    </>
  );
}
