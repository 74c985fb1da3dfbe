import { type Search, oneOf } from '../../url.ts';

/** The steps of the wizard in their order. */
export const stepNames = ['tenant', 'registration', 'permissions', 'test', 'collection'] as const;
export type StepName = (typeof stepNames)[number];

/** What the address says of the wizard. */
export type View = {
  readonly step: StepName;
  /** The tenant whose credential is to be replaced. */
  readonly replace: string | undefined;
  /** The tenant that is connected now, and the run that collects it. */
  readonly tenant: string | undefined;
  readonly run: string | undefined;
};

export function readView({ step, replace, tenant, run }: Search): View {
  return { step: oneOf(step, stepNames) ?? 'tenant', replace, tenant, run };
}
