import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync24Regular } from '@fluentui/react-icons';
import type { Page } from '../../src/api/contract/list.ts';
import type { Run } from '../../src/api/contract/runs.ts';
import type { Tenant } from '../../src/api/contract/tenants.ts';
import { call, useApi, useMutate } from '../api.ts';
import { useRunProgress } from '../run-progress.ts';
import { useMay } from '../session.ts';
import { useWords } from '../words/words.tsx';
import { EmptyState } from './empty-state.tsx';
import { Notice } from './notice.tsx';
import { RunProgressList } from './run-progress-list.tsx';
import { TextLink } from './text-link.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    minWidth: 'min(420px, 80vw)',
  },
});

/** A tenant of which nothing was collected yet: the run that goes on, live, or the button that starts one. */
export function FirstCollection({ tenant }: { readonly tenant: Tenant }) {
  const styles = useStyles();
  const { t } = useWords();
  const mayCollect = useMay('collect');
  const path = `/tenants/${tenant.id}/runs`;
  const newest = useApi<Page<Run>>(path, { limit: 1 }, { refetchInterval: 5000 }).data?.items[0];
  const start = useMutate(() => call<Run>(path, { method: 'POST' }), [path]);
  const running = newest?.state === 'running' ? newest.id : null;
  const progress = useRunProgress(tenant.id, running);
  if (running !== null) {
    return (
      <EmptyState
        icon={<ArrowSync24Regular />}
        title={t('states.firstRun')}
        actions={
          <TextLink to="/t/$tenant/runs/$run" params={{ tenant: tenant.id, run: running }}>
            {t('states.showRun')}
          </TextLink>
        }
      >
        <div className={styles.body}>
          <RunProgressList progress={progress} />
        </div>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ArrowSync24Regular />}
      title={t('states.neverCollected', { tenant: tenant.name })}
      actions={
        mayCollect &&
        tenant.state !== 'paused' && (
          <Button appearance="primary" disabled={start.isPending} onClick={() => start.mutate(undefined)}>
            {t('states.collectNow')}
          </Button>
        )
      }
    >
      {tenant.state === 'paused'
        ? t('collection.pausedMeans')
        : (newest?.reason ?? t('states.neverCollectedText'))}
      {start.error !== null && (
        <Notice tone="bad" urgent>
          {start.error.message}
        </Notice>
      )}
    </EmptyState>
  );
}
