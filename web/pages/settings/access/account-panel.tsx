import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import type {
  Account,
  ChangeAccountRequest,
  Role,
  TenantScope,
} from '../../../../src/api/contract/access.ts';
import { call, useMutate } from '../../../api.ts';
import { useMe } from '../../../session.ts';
import { announce } from '../../../ui/announce.tsx';
import { useFaults } from '../../../ui/faults.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { useWords } from '../../../words/words.tsx';
import { passwordFault } from '../../sign-in/account-rules.ts';
import { DangerButton } from '../danger-button.tsx';
import { RemoveAccount } from './remove-account.tsx';
import { RoleField } from './role-field.tsx';
import { roles, scopeFault } from './scope.ts';
import { ScopeField } from './scope-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  row: { display: 'flex', alignItems: 'center', columnGap: '12px' },
  end: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '20px' },
});

type Props = { readonly account: Account; readonly onClose: () => void };

/** What a person may do, a new password, and the way out. */
export function AccountPanel({ account, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const me = useMe();
  const isMe = me?.kind === 'account' && me.name === account.name;
  const [role, setRole] = useState<Role>(account.role);
  const [tenants, setTenants] = useState<TenantScope>(account.tenants);
  const [password, setPassword] = useState('');
  const [asksToRemove, askToRemove] = useState(false);
  const { faults, form, tell, forget } = useFaults<'password' | 'tenants'>();
  const save = useMutate(
    (body: ChangeAccountRequest) =>
      call<Account>(`/accounts/${encodeURIComponent(account.name)}`, { method: 'PATCH', body }),
    ['/accounts', '/sessions', '/tokens', '/me'],
  );
  const wanted = changeOf(account, { role, tenants, password });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      password: password === '' ? null : passwordFault(password, t),
      tenants: scopeFault(role, tenants, t),
    };
    if (!tell(found) || wanted === null || save.isPending) return;
    save.mutate(wanted, {
      onSuccess: () => {
        setPassword('');
        announce(t('settings.saved'));
      },
    });
  };
  return (
    <Panel
      title={account.name}
      subtitle={isMe ? t('settings.you') : t(`shell.${account.role}`)}
      onClose={onClose}
    >
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        {save.error !== null && (
          <Notice tone="bad" urgent>
            {save.error.message}
          </Notice>
        )}
        <RoleField roles={roles} role={role} onChange={setRole} />
        {role !== 'owner' && (
          <ScopeField
            scope={tenants}
            fault={faults.tenants ?? null}
            onChange={(scope) => {
              setTenants(scope);
              forget('tenants');
            }}
          />
        )}
        <Field
          label={t('settings.newPassword')}
          hint={t('settings.newPasswordHint')}
          validationMessage={faults.password ?? null}
        >
          <Input
            autoComplete="off"
            spellCheck={false}
            value={password}
            onChange={(_, { value }) => {
              setPassword(value);
              forget('password');
            }}
          />
        </Field>
        <Notice tone="info">{t(isMe ? 'settings.youSignInAgain' : 'settings.signsInAgain')}</Notice>
        <div className={styles.row}>
          <Button type="submit" appearance="primary" disabledFocusable={wanted === null || save.isPending}>
            {t('settings.save')}
          </Button>
          {save.isSuccess && wanted === null && <Pill tone="good">{t('settings.saved')}</Pill>}
        </div>
      </form>
      <div className={styles.end}>
        <DangerButton icon={<Delete20Regular />} onClick={() => askToRemove(true)}>
          {t('settings.removePerson')}
        </DangerButton>
      </div>
      {asksToRemove && (
        <RemoveAccount name={account.name} onRemoved={onClose} onClose={() => askToRemove(false)} />
      )}
    </Panel>
  );
}

type Wanted = { readonly role: Role; readonly tenants: TenantScope; readonly password: string };

/** What of an account is to be changed, or null when it is as wanted. */
function changeOf(account: Account, { role, tenants, password }: Wanted): ChangeAccountRequest | null {
  const scope = role === 'owner' ? 'all' : tenants;
  const sameScope = JSON.stringify(scope) === JSON.stringify(account.tenants);
  const change = {
    ...(role === account.role ? {} : { role }),
    ...(sameScope ? {} : { tenants: scope === 'all' ? scope : [...scope] }),
    ...(password === '' ? {} : { password }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
