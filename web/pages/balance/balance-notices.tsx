import { Button } from '@fluentui/react-components';
import type { Overview } from '../../../src/api/contract/overview.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import type { Problem } from '../../api.ts';
import { DataNotices } from '../../ui/data-notices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';

type Props = {
  readonly tenant: Tenant;
  readonly overview: Overview | undefined;
  readonly at: string | undefined;
  /** Why the newest answer did not come; the one before stays. */
  readonly problem: Problem | null;
  readonly onRetry: () => void;
  readonly onNow: () => void;
};

/** What one has to know before reading the figures: that they are of the past, old, partial, held back. */
export function BalanceNotices({ tenant, overview, at, problem, onRetry, onNow }: Props) {
  const { t, day } = useWords();
  const held = overview?.held.length ?? 0;
  return (
    <>
      {problem !== null && (
        <Notice
          tone="bad"
          urgent
          actions={
            <Button size="small" onClick={onRetry}>
              {t('states.retry')}
            </Button>
          }
        >
          {problem.message}
        </Notice>
      )}
      {at !== undefined && (
        <Notice
          tone="info"
          actions={
            <Button size="small" onClick={onNow}>
              {t('balance.backToNow')}
            </Button>
          }
        >
          {t('balance.past', { day: day(at) })}
        </Notice>
      )}
      {at === undefined && tenant.state === 'refused' && (
        <Notice tone="bad" actions={<TextLink to="/settings/tenants">{t('balance.toSettings')}</TextLink>}>
          {t('balance.refused')} {tenant.reason}
        </Notice>
      )}
      {at === undefined && held > 0 && (
        <Notice
          tone="warning"
          actions={
            <TextLink to="/t/$tenant/history" params={{ tenant: tenant.id }} search={{ tab: 'held' }}>
              {t('balance.decide')}
            </TextLink>
          }
        >
          {t('balance.held', { count: held })}
        </Notice>
      )}
      {at === undefined && tenant.state !== 'refused' && (
        <DataNotices tenant={tenant} resources={overview?.resources} asOf={tenant.asOf} />
      )}
    </>
  );
}
