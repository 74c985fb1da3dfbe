import type { StepResult } from '../../../src/api/contract/tenants.ts';
import type { StepName } from './steps.ts';
import type { Trial } from './trial.ts';

/** One thing that is checked, with everything that was found of it. */
export type Check = {
  readonly step: string;
  readonly state: 'waiting' | 'going' | 'ok' | 'warning' | 'failed' | 'not-reached';
  readonly results: readonly StepResult[];
};

/** The steps of connecting as a list of checks: those that are certain to come, and whatever else was found. */
export function checksOf({ results, going }: Trial, permissions: readonly string[]): readonly Check[] {
  const certain = [
    'input',
    'cloud',
    'tenant',
    'app',
    'credential',
    'identity',
    ...permissions.map((name) => `permission:${name}`),
    'summary',
  ];
  const others = new Set(results.map(({ step }) => step).filter((step) => !certain.includes(step)));
  const steps = [...certain.slice(0, -1), ...others, 'summary'];
  const begun = results.length > 0 || going;
  const failed = results.some(({ result }) => result === 'failed');
  const settled = steps.map((step): Check => {
    const found = results.filter((each) => each.step === step);
    return { step, results: found, state: stateOf(found) };
  });
  const next = settled.find(({ state }) => state === 'waiting');
  return settled.map((check) => {
    if (check.state !== 'waiting') return check;
    if (going && check === next && !failed) return { ...check, state: 'going' };
    return begun && !going ? { ...check, state: 'not-reached' } : check;
  });
}

/** The step of the wizard in which a finding is mended. */
export function placeOfFault({ step, code = '' }: StepResult): StepName {
  if (step.startsWith('permission') || step === 'identity') return 'permissions';
  const ofTenant = step === 'input' && code.startsWith('B-TI');
  if (ofTenant || step === 'tenant' || step === 'cloud') return 'tenant';
  return 'registration';
}

function stateOf(results: readonly StepResult[]): Check['state'] {
  const has = (wanted: StepResult['result']) => results.some(({ result }) => result === wanted);
  if (has('failed')) return 'failed';
  if (has('warning')) return 'warning';
  // A note alone says that something was found on the way, and not yet that it is well.
  return has('ok') ? 'ok' : 'waiting';
}
