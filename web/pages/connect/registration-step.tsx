import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useFaults } from '../../ui/faults.ts';
import { useWords } from '../../words/words.tsx';
import { CredentialChoice } from './credential-choice.tsx';
import type { Draft } from './draft.ts';
import { type RegistrationField, registrationFaults } from './faults.ts';
import { HandSteps, PortalLink } from './hand-steps.tsx';
import { portalLinks } from './portal.ts';
import { readId } from './read-id.ts';
import { StepFrame, useStepStyles } from './step-frame.tsx';

const useStyles = makeStyles({ line: { margin: 0 }, copy: { whiteSpace: 'nowrap' } });

type Props = {
  readonly draft: Draft;
  readonly change: (some: Partial<Draft>) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

/** The app at Microsoft that Seatledger signs in as, and what it signs in with. */
export function RegistrationStep({ draft, change, onBack, onNext }: Props) {
  const styles = useStepStyles();
  const own = useStyles();
  const { t, rich } = useWords();
  const { faults, form, tell, forget } = useFaults<RegistrationField>();
  const links = portalLinks(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tell(registrationFaults(draft, t))) onNext();
  };
  const client = readId(draft.clientId);
  const readOtherwise = client.kind === 'guid' && client.value !== draft.clientId;
  return (
    <StepFrame title={t('connect.registrationStep')} lead={t('connect.registrationLead')}>
      <form ref={form} className={styles.card} onSubmit={submit} noValidate>
        <HandSteps>
          <>
            <p className={own.line}>
              {rich('connect.register')}{' '}
              <span className={own.copy}>
                <strong>Seatledger</strong>
                <CopyButton text="Seatledger" label={t('connect.copyName')} />
              </span>
            </p>
            <p className={own.line}>{rich('connect.registerRest')}</p>
            <PortalLink href={links.registration}>{t('connect.openRegistration')}</PortalLink>
          </>
          <Field
            className={styles.field}
            label={{ children: rich('connect.clientId') }}
            hint={{
              children: readOtherwise
                ? rich('connect.readAs', { value: client.value })
                : t('connect.clientHint'),
            }}
            validationMessage={faults.clientId ?? null}
          >
            <Input
              value={draft.clientId}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, { value }) => {
                change({ clientId: value });
                forget('clientId');
              }}
            />
          </Field>
          <CredentialChoice
            draft={draft}
            change={change}
            faults={faults}
            onMend={forget}
            href={links.credentials}
          />
        </HandSteps>
        <div className={styles.actions}>
          <Button onClick={onBack}>{t('connect.back')}</Button>
          <Button type="submit" appearance="primary">
            {t('connect.next')}
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}
