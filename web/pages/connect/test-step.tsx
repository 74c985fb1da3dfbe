import { Button, makeStyles } from '@fluentui/react-components';
import type { Page } from '../../../src/api/contract/list.ts';
import type { PermissionLine } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { CheckLine } from './check-line.tsx';
import { checksOf, placeOfFault } from './checks.ts';
import type { Draft } from './draft.ts';
import { StepFrame, useStepStyles } from './step-frame.tsx';
import type { StepName } from './steps.ts';
import { TestOutcome } from './test-outcome.tsx';
import type { Trial } from './trial.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

type Props = {
  readonly draft: Draft;
  readonly change: (some: Partial<Draft>) => void;
  readonly trial: Trial;
  /** Connects; true has the server wait for what Microsoft does not know yet. */
  readonly onTest: (wait: boolean) => void;
  readonly onGo: (step: StepName) => void;
  readonly onCollect: (tenantId: string) => void;
};

/** Connects, and shows each check as it is done. */
export function TestStep({ draft, change, trial, onTest, onGo, onCollect }: Props) {
  const styles = useStepStyles();
  const own = useStyles();
  const { t } = useWords();
  const permissions = useApi<Page<PermissionLine>>('/permissions').data?.items ?? [];
  const needed = permissions.filter(({ tier }) => tier === 'minimum').map(({ name }) => name);
  const checks = checksOf(trial, needed);
  const fault = trial.results.find(({ result }) => result === 'failed');
  const isSwapped = fault?.code === 'B-TI-08';
  const begun = trial.going || trial.results.length > 0 || trial.problem !== null;
  return (
    <StepFrame title={t('connect.testStep')} lead={t('connect.testLead')}>
      <div className={styles.card}>
        {trial.problem !== null && (
          <Notice tone="bad" urgent>
            {trial.problem.message}
          </Notice>
        )}
        <ol className={own.list}>
          {checks.map((check) => (
            <CheckLine key={check.step} check={check} />
          ))}
        </ol>
        {trial.answer?.connected === true && <TestOutcome answer={trial.answer} onCollect={onCollect} />}
        {trial.answer?.connected !== true && (
          <div className={styles.actions}>
            <Button onClick={() => onGo(fault === undefined ? 'permissions' : placeOfFault(fault))}>
              {fault === undefined
                ? t('connect.back')
                : t('connect.mend', { step: t(`connect.${placeOfFault(fault)}Step`) })}
            </Button>
            {isSwapped && (
              <Button
                onClick={() => {
                  change({ tenant: draft.clientId, clientId: draft.tenant });
                  onGo('tenant');
                }}
              >
                {t('connect.exchange')}
              </Button>
            )}
            <Button appearance="primary" disabledFocusable={trial.going} onClick={() => onTest(false)}>
              {t(trial.going ? 'connect.testing' : begun ? 'connect.testAgain' : 'connect.testAndConnect')}
            </Button>
            {fault !== undefined && mayPass(fault.step) && (
              <Button disabledFocusable={trial.going} onClick={() => onTest(true)}>
                {t('connect.testPatiently')}
              </Button>
            )}
          </div>
        )}
      </div>
    </StepFrame>
  );
}

/** Whether waiting may help: what was made or granted a moment ago is not known everywhere yet. */
function mayPass(step: string): boolean {
  return ['app', 'credential', 'identity'].includes(step) || step.startsWith('permission:');
}
