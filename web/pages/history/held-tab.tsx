import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark24Regular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Page } from '../../../src/api/contract/list.ts';
import type { HeldChange, HeldDecision } from '../../../src/api/contract/overview.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { useMay } from '../../session.ts';
import { EmptyState, ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { HeldCard } from './held-card.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '880px' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Decision = HeldDecision['decision'];
const decisions: readonly Decision[] = ['read-again', 'keep', 'accept'];

/** Changes that were too large to be believed at once, and what a person can decide about them. */
export function HeldTab({ tenant }: { readonly tenant: Tenant }) {
  const styles = useStyles();
  const { t } = useWords();
  const navigate = useNavigate();
  const mayDecide = useMay('collect');
  const [asking, setAsking] = useState<Decision | null>(null);
  const { data, error, refetch } = useApi<Page<HeldChange>>(`/tenants/${tenant.id}/held`);
  if (error !== null && data === undefined) {
    return <ProblemState problem={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return (
      <Late>
        <Bone width="min(880px, 100%)" height={150} />
      </Late>
    );
  }
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<ShieldCheckmark24Regular />} title={t('history.nothingHeld')}>
        {t('history.nothingHeldText')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.root}>
      <Notice tone="warning">{t('history.heldMeans', { count: data.items.length })}</Notice>
      <ul className={styles.list}>
        {data.items.map((held) => (
          <HeldCard key={held.subject} held={held} />
        ))}
      </ul>
      {mayDecide ? (
        <div className={styles.actions}>
          {decisions.map((decision) => (
            <Button
              key={decision}
              appearance={decision === 'read-again' ? 'primary' : 'secondary'}
              onClick={() => setAsking(decision)}
            >
              {t(`history.${decision}`)}
            </Button>
          ))}
        </div>
      ) : (
        <Notice tone="info">{t('history.mayNotDecide')}</Notice>
      )}
      {asking !== null && (
        <DecisionDialog
          tenant={tenant}
          decision={asking}
          held={data.items}
          onClose={() => setAsking(null)}
          onRun={(run) =>
            void navigate({ to: '/t/$tenant/runs/$run', params: { tenant: tenant.id, run: run.id } })
          }
        />
      )}
    </div>
  );
}
