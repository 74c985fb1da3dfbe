import { Field, Input, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { Faults } from '../../ui/faults.ts';
import { useWords } from '../../words/words.tsx';
import type { Draft, Method } from './draft.ts';
import type { RegistrationField } from './faults.ts';
import { FileCredential } from './file-credential.tsx';
import { PortalLink } from './hand-steps.tsx';
import { MadeCredential } from './made-credential.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { margin: 0 },
});

const methods: readonly Method[] = ['made', 'file', 'secret'];

export type CredentialProps = {
  readonly draft: Draft;
  readonly change: (some: Partial<Draft>) => void;
  readonly faults: Faults<RegistrationField>;
  readonly onMend: (field: RegistrationField) => void;
};

/** What Seatledger signs in with: a certificate made here unless something else is chosen. */
export function CredentialChoice(props: CredentialProps & { readonly href: string }) {
  const { draft, change, faults, onMend, href } = props;
  const styles = useStyles();
  const { t, rich } = useWords();
  return (
    <div className={styles.root}>
      <Field label={t('connect.credential')}>
        <RadioGroup
          value={draft.method}
          onChange={(_, { value }) => change({ method: methods.find((each) => each === value) ?? 'made' })}
        >
          {methods.map((method) => (
            <Radio key={method} value={method} label={t(`connect.${method}Method`)} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.part}>
        <p className={styles.text}>{rich(`connect.${draft.method}Text`)}</p>
        {draft.method === 'made' && <MadeCredential {...props} />}
        {draft.method === 'file' && <FileCredential {...props} />}
        {draft.method === 'secret' && (
          <Field
            label={t('connect.secret')}
            hint={t('connect.notKept')}
            validationMessage={faults.secret ?? null}
          >
            <Input
              type="password"
              autoComplete="off"
              value={draft.secret}
              onChange={(_, { value }) => {
                change({ secret: value });
                onMend('secret');
              }}
            />
          </Field>
        )}
        <PortalLink href={href}>{t('connect.openCredentials')}</PortalLink>
      </div>
    </div>
  );
}
