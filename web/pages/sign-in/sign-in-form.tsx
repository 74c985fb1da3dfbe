import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Me, SignInRequest } from '../../../src/api/contract/access.ts';
import { type Problem, call, useMutate } from '../../api.ts';
import { useFaults } from '../../ui/faults.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type Props = {
  /** Why the link that someone came by did not open anything. */
  readonly linkProblem: Problem | null;
  readonly onEntered: (me: Me) => void;
};

/** Name and password; after a wrong one the name stays, and the password is asked for again. */
export function SignInForm({ linkProblem, onEntered }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const { faults, form, tell, forget } = useFaults<'name' | 'password'>();
  const signIn = useMutate((body: SignInRequest) => call<Me>('/sign-in', { method: 'POST', body }), []);
  const problem = signIn.error ?? (signIn.isIdle ? linkProblem : null);
  useEffect(() => {
    if (signIn.error?.code === 'not-signed-in') passwordField.current?.focus();
  }, [signIn.error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const whole = tell({
      name: name.trim() === '' ? t('entrance.nameMissing') : null,
      password: password === '' ? t('entrance.passwordMissing') : null,
    });
    if (!whole || signIn.isPending) return;
    signIn.mutate(
      { name: name.trim(), password },
      { onSuccess: onEntered, onError: ({ code }) => code === 'not-signed-in' && setPassword('') },
    );
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {problem !== null && (
        <Notice tone="bad" urgent>
          {signIn.error?.code === 'not-signed-in' ? t('entrance.wrong') : problem.message}
        </Notice>
      )}
      <Field label={t('entrance.name')} validationMessage={faults.name ?? null}>
        <Input
          autoFocus
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(_, { value }) => {
            setName(value);
            forget('name');
          }}
        />
      </Field>
      <Field label={t('entrance.password')} validationMessage={faults.password ?? null}>
        <Input
          input={{ ref: passwordField }}
          size="large"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(_, { value }) => {
            setPassword(value);
            forget('password');
          }}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={signIn.isPending}>
        {t(signIn.isPending ? 'entrance.signingIn' : 'entrance.signIn')}
      </Button>
      <p className={styles.hint}>{t('entrance.lost')}</p>
    </form>
  );
}
