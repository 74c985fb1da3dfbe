import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ClaimRequest, Me } from '../../../src/api/contract/access.ts';
import { call, useMutate } from '../../api.ts';
import { useFaults } from '../../ui/faults.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { nameFault, passwordFault } from '../sign-in/account-rules.ts';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', rowGap: '16px' } });

type Fields = {
  readonly code: string;
  readonly name: string;
  readonly password: string;
  readonly again: string;
};
type Props = {
  /** The code of the link that someone came by, or null. */
  readonly code: string | null;
  readonly onEntered: (me: Me) => void;
};

/** Code, name and password of the first owner. */
export function ClaimForm({ code, onEntered }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const fields: Fields = { code: code ?? '', name: '', password: '', again: '', ...typed };
  const { faults, form, tell, forget } = useFaults<keyof Fields>();
  const claim = useMutate((body: ClaimRequest) => call<Me>('/claim', { method: 'POST', body }), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, password, again } = fields;
    const whole = tell({
      code: fields.code.trim() === '' ? t('entrance.codeMissing') : null,
      name: nameFault(name, t),
      password: passwordFault(password, t),
      again: again === password ? null : t('entrance.againDiffers'),
    });
    if (!whole || claim.isPending) return;
    claim.mutate(
      { code: fields.code.trim(), name: name.trim(), password },
      {
        onSuccess: onEntered,
        onError: (problem) => problem.code === 'not-signed-in' && tell({ code: problem.message }),
      },
    );
  };
  const bind = (field: keyof Fields) => ({
    size: 'large' as const,
    value: fields[field],
    onChange: (_: unknown, { value }: { readonly value: string }) => {
      setTyped((old) => ({ ...old, [field]: value }));
      forget(field);
    },
  });
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {claim.error !== null && claim.error.code !== 'not-signed-in' && (
        <Notice tone="bad" urgent>
          {claim.error.message}
        </Notice>
      )}
      <Field
        label={t('entrance.code')}
        hint={t(code !== null && fields.code === code ? 'entrance.codeTaken' : 'entrance.codeHint')}
        validationMessage={faults.code ?? null}
      >
        <Input {...bind('code')} autoFocus={code === null} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t('entrance.name')} hint={t('entrance.nameHint')} validationMessage={faults.name ?? null}>
        <Input {...bind('name')} autoFocus={code !== null} autoComplete="username" spellCheck={false} />
      </Field>
      <Field
        label={t('entrance.password')}
        hint={t('entrance.passwordRule')}
        validationMessage={faults.password ?? null}
      >
        <Input {...bind('password')} type="password" autoComplete="new-password" />
      </Field>
      <Field label={t('entrance.again')} validationMessage={faults.again ?? null}>
        <Input {...bind('again')} type="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={claim.isPending}>
        {t('entrance.becomeOwner')}
      </Button>
    </form>
  );
}
