import { makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SkuPlan } from '../../../src/api/contract/history.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { PersonDetail } from '../../../src/api/contract/people.ts';
import { useApi } from '../../api.ts';
import { Fold } from '../../ui/fold.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  plan: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: '8px',
    '& svg': { flexShrink: 0, marginTop: '2px' },
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  on: { color: tokens.colorNeutralForeground3 },
  off: { fontWeight: tokens.fontWeightSemibold },
});

type Props = {
  readonly tenantId: string;
  readonly skuId: string;
  readonly disabled: PersonDetail['disabledPlans'];
};

/** How many service plans of a seat are switched off; opened, each plan with whether it is on. */
export function SeatPlans({ tenantId, skuId, disabled }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const off = disabled.filter((plan) => plan.skuId === skuId);
  return (
    <Fold small label={t('people.plansOff', { count: off.length })} onTurn={setOpen}>
      {open && <Plans tenantId={tenantId} skuId={skuId} off={off} />}
    </Fold>
  );
}

type PlansProps = Omit<Props, 'disabled'> & { readonly off: Props['disabled'] };

function Plans({ tenantId, skuId, off }: PlansProps) {
  const styles = useStyles();
  const answer = useApi<Page<SkuPlan>>(`/tenants/${tenantId}/skus/${skuId}/plans`);
  if (answer.data === undefined && answer.error === null) {
    return (
      <Late>
        <Bone height={60} />
      </Late>
    );
  }
  const isOff = new Set(off.map(({ planId }) => planId));
  // Plans for the whole organization are not switched by person.
  const on = (answer.data?.items ?? []).filter(
    ({ id, appliesTo }) => !isOff.has(id) && appliesTo !== 'Company',
  );
  return (
    <>
      {answer.error?.message}
      <ul className={styles.list}>
        {off.map(({ planId, planName }) => (
          <Plan key={planId} name={planName} isOn={false} />
        ))}
        {on.map(({ id, name }) => (
          <Plan key={id} name={name} isOn />
        ))}
      </ul>
    </>
  );
}

function Plan({ name, isOn }: { readonly name: string; readonly isOn: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <li className={styles.plan}>
      {isOn ? <Checkmark16Regular aria-hidden /> : <Dismiss16Regular aria-hidden />}
      <span className={styles.name}>{name}</span>
      <span className={isOn ? styles.on : styles.off}>{t(isOn ? 'people.planOn' : 'people.planOff')}</span>
    </li>
  );
}
