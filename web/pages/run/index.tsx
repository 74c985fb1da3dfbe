import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RunDetail } from '../../../src/api/contract/runs.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { useRunProgress } from '../../run-progress.ts';
import { useMe, useTenant, useTenants } from '../../session.ts';
import { ProblemState } from '../../ui/empty-state.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { NotFound } from '../../ui/shell/home.tsx';
import { useWords } from '../../words/words.tsx';
import { ResourceTable } from './resource-table.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunHeading } from './run-heading.tsx';
import { RunLive } from './run-live.tsx';
import { RunVerdict } from './run-verdict.tsx';
import { supportText } from './support-text.ts';

/** One collection of a tenant: what became of it, resource by resource, live while it goes on. */
export function Page() {
  const { t } = useWords();
  const tenant = useTenant();
  const tenants = useTenants();
  const run = useParams({ strict: false, select: (params: { readonly run?: string }) => params.run });
  if (tenant === undefined || run === undefined) {
    return <Frame title={t('run.title')}>{tenants === undefined ? null : <NotFound />}</Frame>;
  }
  return <RunOf key={`${tenant.id} ${run}`} tenant={tenant} id={run} />;
}

function RunOf({ tenant, id }: { readonly tenant: Tenant; readonly id: string }) {
  const { t, time } = useWords();
  const version = useMe()?.version ?? '';
  const [followed, setFollowed] = useState(false);
  const { data, error, refetch } = useApi<RunDetail>(
    `/tenants/${tenant.id}/runs/${encodeURIComponent(id)}`,
    {},
    // Another process may be the one that collects: then its events are not to be had here.
    followed ? { refetchInterval: 5000 } : {},
  );
  const isRunning = data?.run.state === 'running';
  // What was followed while it went on is kept, so that its end does not take the page away from under the reader.
  if (isRunning && !followed) setFollowed(true);
  const progress = useRunProgress(tenant.id, followed ? id : null);
  if (error !== null && data === undefined) {
    return (
      <Frame title={t('run.title')}>
        <ProblemState problem={error} onRetry={() => void refetch()} />
      </Frame>
    );
  }
  if (data === undefined) {
    return (
      <Frame title={t('run.title')}>
        <Late>
          <Bone height={88} />
          <Bone height={320} />
        </Late>
      </Frame>
    );
  }
  const { run, resources } = data;
  return (
    <Frame
      title={t('run.titleOf', { tenant: tenant.name, time: time(run.startedAt) })}
      heading={<RunHeading tenant={tenant} run={run} />}
      actions={
        <CopyButton
          text={supportText(data, version)}
          label={t('run.copyMeans')}
          withText
          says={t('run.copy')}
        />
      }
    >
      <RunFacts run={run} />
      <RunVerdict tenant={tenant} run={run} outcome={progress.outcome} />
      {isRunning ? <RunLive progress={progress} /> : <ResourceTable resources={resources} />}
    </Frame>
  );
}
