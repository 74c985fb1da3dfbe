import type { CollectAnswer, Run } from '../../../src/api/contract/runs.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { today, useNow } from '../../now.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { daysBefore } from '../history/calendar.ts';
import { periods } from '../history/view.ts';
import { runState } from './run-state-pill.tsx';
import { sentence } from './sentence.ts';

type Props = {
  readonly tenant: Tenant;
  readonly run: Run;
  /** Known where the end of the run was seen. */
  readonly outcome: CollectAnswer | null;
};

/** What the run led to, why, and where to go from here. */
export function RunVerdict({ tenant, run, outcome }: Props) {
  const { t } = useWords();
  const { reason = '' } = run;
  switch (runState(run)) {
    case 'running':
      return null;
    case 'held':
      return (
        <Notice
          tone="warning"
          actions={
            <TextLink to="/t/$tenant/history" params={{ tenant: tenant.id }} search={{ tab: 'held' }}>
              {t('run.decide')}
            </TextLink>
          }
        >
          {t('run.heldText')} {sentence(reason)}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad">
          {t('run.failedText')} {sentence(reason)}
        </Notice>
      );
    case 'partial':
      return (
        <Notice tone="warning" actions={<ChangesLink tenant={tenant} run={run} />}>
          {t('run.partialText')} {sentence(reason)}
        </Notice>
      );
    case 'published':
      return (
        <Notice tone="good" actions={<ChangesLink tenant={tenant} run={run} />}>
          {outcome === null ? t('run.publishedText') : t('run.publishedCount', { count: outcome.entries })}
        </Notice>
      );
  }
}

function ChangesLink({ tenant, run }: { readonly tenant: Tenant; readonly run: Run }) {
  const { t } = useWords();
  const day = (run.endedAt ?? run.startedAt).slice(0, 10);
  const isLongAgo = day <= daysBefore(today(useNow()), periods.month);
  return (
    <TextLink
      to="/t/$tenant/history"
      params={{ tenant: tenant.id }}
      search={{ from: day, to: day, day, ...(isLongAgo ? { period: 'year' } : {}) }}
    >
      {t('run.changes')}
    </TextLink>
  );
}
