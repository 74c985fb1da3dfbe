import { Button } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import type { Page } from '../../../src/api/contract/list.ts';
import type { CollectAnswer, Run, RunDetail } from '../../../src/api/contract/runs.ts';
import { Problem, call, useApi, useMutate } from '../../api.ts';
import { useRunProgress } from '../../run-progress.ts';
import { useTenants } from '../../session.ts';
import { Notice } from '../../ui/notice.tsx';
import { RunProgressList } from '../../ui/run-progress-list.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { StepFrame, useStepStyles } from './step-frame.tsx';

type Props = {
  readonly tenantId: string;
  /** The run that goes on; undefined before it was begun. */
  readonly runId: string | undefined;
  readonly onRun: (runId: string | undefined) => void;
};

/** The first collection: begun at once, followed live, and then on to the balance. */
export function CollectionStep({ tenantId, runId, onRun }: Props) {
  const styles = useStepStyles();
  const { t } = useWords();
  const tenant = useTenants()?.find(({ id }) => id === tenantId);
  const begin = useBegin(tenantId, runId, onRun);
  const progress = useRunProgress(tenantId, runId ?? null);
  const isOver = progress.problem?.code === 'not-found';
  const past = useApi<RunDetail>(isOver ? `/tenants/${tenantId}/runs/${runId}` : null).data?.run;
  const state = outcomeOf(progress.outcome, past);
  const problem = begin.error ?? (isOver ? null : progress.problem);
  useGoToBalance(tenantId, state === 'published');
  const failed = problem !== null || state === 'failed';
  return (
    <StepFrame
      title={t('connect.collectionStep')}
      lead={t('connect.collectionLead', { tenant: tenant?.name ?? tenantId })}
    >
      <div className={styles.card}>
        {failed ? (
          <Notice tone="bad" urgent>
            {problem?.message ?? progress.outcome?.reason ?? past?.reason ?? t('connect.collectionFailed')}
          </Notice>
        ) : (
          <RunProgressList progress={progress} />
        )}
        {failed && (
          <div className={styles.actions}>
            <Button appearance="primary" disabledFocusable={begin.isPending} onClick={begin.again}>
              {t('states.retry')}
            </Button>
            {runId !== undefined && (
              <TextLink to="/t/$tenant/runs/$run" params={{ tenant: tenantId, run: runId }}>
                {t('states.showRun')}
              </TextLink>
            )}
          </div>
        )}
      </div>
    </StepFrame>
  );
}

/** Begins a run unless the address names one already. */
function useBegin(tenantId: string, runId: string | undefined, onRun: Props['onRun']) {
  const path = `/tenants/${encodeURIComponent(tenantId)}/runs`;
  const begin = useMutate(() => beginOrFollow(path), [path]);
  const begun = useRef(false);
  const { mutate } = begin;
  const again = useCallback(() => {
    mutate(undefined, { onSuccess: ({ id }) => onRun(id) });
  }, [mutate, onRun]);
  useEffect(() => {
    if (runId !== undefined || begun.current) return;
    begun.current = true;
    again();
  }, [runId, again]);
  return { error: begin.error, isPending: begin.isPending, again };
}

/** Begins a run, or gives the one that goes on already: the schedule takes up a new tenant by itself. */
async function beginOrFollow(path: string): Promise<Run> {
  try {
    return await call<Run>(path, { method: 'POST' });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'conflict') throw error;
    const newest = (await call<Page<Run>>(path, { params: { limit: 1 } })).items[0];
    if (newest?.state !== 'running') throw error;
    return newest;
  }
}

function useGoToBalance(tenantId: string, isPublished: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (isPublished) void navigate({ to: '/t/$tenant/balance', params: { tenant: tenantId }, replace: true });
  }, [isPublished, navigate, tenantId]);
}

/** How the run ended, as far as the way on hangs on it; of one that was over before it could be followed by its record. */
function outcomeOf(answer: CollectAnswer | null, past: Run | undefined): 'going' | 'published' | 'failed' {
  if (answer !== null) {
    return answer.outcome === 'published' || answer.outcome === 'partial' ? 'published' : 'failed';
  }
  if (past === undefined || past.state === 'running') return 'going';
  return past.state === 'published' ? 'published' : 'failed';
}
