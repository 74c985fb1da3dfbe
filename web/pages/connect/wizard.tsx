import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { CollectionStep } from './collection-step.tsx';
import { requestOf, useDraft } from './draft.ts';
import { firstOpen } from './faults.ts';
import { PermissionsStep } from './permissions-step.tsx';
import { RegistrationStep } from './registration-step.tsx';
import { StepList } from './step-list.tsx';
import { type StepName, readView } from './steps.ts';
import { TenantStep } from './tenant-step.tsx';
import { TestStep } from './test-step.tsx';
import { useTrial } from './trial.ts';

const useStyles = makeStyles({
  wizard: {
    display: 'grid',
    gridTemplateColumns: '216px minmax(0, 720px)',
    columnGap: '40px',
    rowGap: '20px',
    alignItems: 'start',
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 720px)' },
  },
});

/** Steps on one side, what the present one asks for on the other; `replaced` gets a new credential. */
export function Wizard({ replaced }: { readonly replaced: Tenant | undefined }) {
  const styles = useStyles();
  const { t } = useWords();
  const [view, changeView] = useUrl(readView);
  const { draft, change, forget } = useDraft(replaced);
  const { trial, start } = useTrial();
  const step = view.tenant === undefined ? firstOpen(view.step, draft, t) : 'collection';
  const content = useFocusOnHeading(step);
  const reach = view.tenant === undefined ? firstOpen('test', draft, t) : null;
  const go = (next: StepName) => changeView({ step: next });
  const test = (wait: boolean) => start(requestOf(draft, wait));
  const isConnected = trial.answer?.connected === true;
  useEffect(() => {
    if (isConnected) forget();
  }, [isConnected, forget]);
  const shared = { draft, change };
  return (
    <div className={styles.wizard}>
      <StepList step={step} reach={reach} onGo={go} />
      <div ref={content}>
        {step === 'tenant' && (
          <TenantStep {...shared} replaced={replaced} onNext={() => go('registration')} />
        )}
        {step === 'registration' && (
          <RegistrationStep {...shared} onBack={() => go('tenant')} onNext={() => go('permissions')} />
        )}
        {step === 'permissions' && (
          <PermissionsStep
            draft={draft}
            results={trial.results}
            onBack={() => go('registration')}
            onNext={() => {
              go('test');
              test(false);
            }}
          />
        )}
        {step === 'test' && (
          <TestStep
            {...shared}
            trial={trial}
            onTest={test}
            onGo={go}
            onCollect={(tenant) => changeView({ step: 'collection', tenant })}
          />
        )}
        {step === 'collection' && view.tenant !== undefined && (
          <CollectionStep
            tenantId={view.tenant}
            runId={view.run}
            onRun={(run) => changeView({ run, replace: true })}
          />
        )}
      </div>
    </div>
  );
}

/** Moves the focus to the heading of a step that was gone to, for those who do not see it change. */
function useFocusOnHeading(step: StepName) {
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    content.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [step]);
  return content;
}
