import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import type { CloudName, Tenant } from '../../../src/api/contract/tenants.ts';
import { useFaults } from '../../ui/faults.ts';
import { Fold } from '../../ui/fold.tsx';
import { useWords } from '../../words/words.tsx';
import type { Draft } from './draft.ts';
import { type TenantField, tenantFaults } from './faults.ts';
import { PortalLink } from './hand-steps.tsx';
import { Intro } from './intro.tsx';
import { cloudNames, portalLinks } from './portal.ts';
import { readId } from './read-id.ts';
import { StepFrame, useStepStyles } from './step-frame.tsx';

type Props = {
  readonly draft: Draft;
  readonly change: (some: Partial<Draft>) => void;
  readonly replaced: Tenant | undefined;
  readonly onNext: () => void;
};

/** Which tenant, and in which of Microsoft's clouds. */
export function TenantStep({ draft, change, replaced, onNext }: Props) {
  const styles = useStepStyles();
  const { t, rich } = useWords();
  const { faults, form, tell, forget } = useFaults<TenantField>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tell(tenantFaults(draft, t))) onNext();
  };
  const isCustom = draft.cloud === 'custom';
  const chooseCloud = (cloud: CloudName) => {
    forget('authorityHost');
    forget('graphHost');
    change({ cloud });
  };
  return (
    <StepFrame
      title={t('connect.tenantStep')}
      lead={replaced === undefined ? t('connect.tenantLead') : undefined}
      before={replaced === undefined && <Intro />}
    >
      <form ref={form} className={styles.card} onSubmit={submit} noValidate>
        <Field
          className={styles.field}
          label={t('connect.tenant')}
          hint={<TenantHint typed={draft.tenant} />}
          validationMessage={faults.tenant ?? null}
        >
          <Input
            value={draft.tenant}
            placeholder="contoso.onmicrosoft.com"
            readOnly={replaced !== undefined}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => {
              change({ tenant: value });
              forget('tenant');
            }}
          />
        </Field>
        <PortalLink href={portalLinks(draft).overview}>{rich('connect.openOverview')}</PortalLink>
        <Field className={styles.field} label={t('connect.cloud')}>
          <Select
            value={draft.cloud}
            disabled={isCustom}
            onChange={(_, { value }) => chooseCloud(cloudNames.find((name) => name === value) ?? 'global')}
          >
            {cloudNames.map((name) =>
              name === 'custom' && !isCustom ? null : (
                <option key={name} value={name}>
                  {t(`connect.cloud-${name}`)}
                </option>
              ),
            )}
          </Select>
        </Field>
        <Fold label={t('connect.advanced')} open={isCustom}>
          <Checkbox
            label={t('connect.custom')}
            checked={isCustom}
            onChange={(_, { checked }) => chooseCloud(checked === true ? 'custom' : 'global')}
          />
          {isCustom &&
            (['authorityHost', 'graphHost'] as const).map((name) => (
              <Field
                key={name}
                className={styles.field}
                label={t(`connect.${name}`)}
                validationMessage={faults[name] ?? null}
              >
                <Input
                  value={draft[name]}
                  placeholder="https://"
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_, { value }) => {
                    change({ [name]: value });
                    forget(name);
                  }}
                />
              </Field>
            ))}
        </Fold>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary">
            {t('connect.next')}
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}

/** How what was typed is understood, where that is not plain to see. */
function TenantHint({ typed }: { readonly typed: string }) {
  const { t, rich } = useWords();
  const { kind, value } = readId(typed);
  const readOtherwise = (kind === 'guid' || kind === 'domain') && value !== typed;
  return readOtherwise ? rich('connect.readAs', { value }) : t('connect.tenantHint');
}
