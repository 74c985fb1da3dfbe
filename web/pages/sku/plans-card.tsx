import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SkuPlan } from '../../../src/api/contract/history.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import { useApi } from '../../api.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { Pill } from '../../ui/pill.tsx';
import { useWords } from '../../words/words.tsx';

/** How many are shown until someone asks for all. */
const first = 10;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '34px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  name: { minWidth: 0, overflowWrap: 'anywhere', paddingBlock: '4px' },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  more: { alignSelf: 'flex-start', marginInlineStart: '-12px' },
});

/** The service plans inside the product; those that are not simply on come with their state. */
export function PlansCard({ path }: { readonly path: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useApi<Page<SkuPlan>>(`${path}/plans`);
  if (data === undefined) {
    return (
      <Card title={t('sku.contains')}>
        {error === null ? (
          <Late>
            <Bone height={34 * first} />
          </Late>
        ) : (
          <ProblemState problem={error} onRetry={() => void refetch()} />
        )}
      </Card>
    );
  }
  const plans = data.items;
  const shown = all ? plans : plans.slice(0, first);
  return (
    <Card title={t('sku.plans', { count: plans.length })}>
      {plans.length === 0 && <p className={styles.text}>{t('sku.noPlans')}</p>}
      <ul className={styles.list}>
        {shown.map((plan) => (
          <li key={plan.id} className={styles.item}>
            <span className={styles.name}>{plan.name}</span>
            <PlanPill plan={plan} />
          </li>
        ))}
      </ul>
      {plans.length > first && (
        <Button
          className={styles.more}
          appearance="transparent"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('sku.fewerPlans') : t('sku.allPlans', { count: plans.length })}
        </Button>
      )}
    </Card>
  );
}

function PlanPill({ plan: { provisioningStatus, appliesTo } }: { readonly plan: SkuPlan }) {
  const { t } = useWords();
  const state = planStates.find(({ name }) => name === provisioningStatus);
  if (state !== undefined) return <Pill tone={state.tone}>{t(state.word)}</Pill>;
  if (provisioningStatus !== null && provisioningStatus !== 'Success') {
    return <Pill tone="quiet">{provisioningStatus}</Pill>;
  }
  return appliesTo === 'Company' ? (
    <Pill tone="quiet" icon={null} title={t('sku.planForAllMeans')}>
      {t('sku.planForAll')}
    </Pill>
  ) : null;
}

/** The states of a plan as Microsoft names them, but for success, which needs no word. */
const planStates = [
  { name: 'Disabled', word: 'sku.planOff', tone: 'quiet' },
  { name: 'PendingInput', word: 'sku.planPendingInput', tone: 'waiting' },
  { name: 'PendingActivation', word: 'sku.planPendingActivation', tone: 'waiting' },
  { name: 'PendingProvisioning', word: 'sku.planPendingProvisioning', tone: 'waiting' },
  { name: 'Error', word: 'sku.planError', tone: 'bad' },
] as const;
