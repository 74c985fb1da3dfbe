import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import type { Account, AddAccountRequest, Role, TenantScope } from '../../../../src/api/contract/access.ts';
import { call, useMutate } from '../../../api.ts';
import { announce } from '../../../ui/announce.tsx';
import { useFaults } from '../../../ui/faults.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTyped } from '../../../ui/typed.ts';
import { useWords } from '../../../words/words.tsx';
import { nameFault, passwordFault } from '../../sign-in/account-rules.ts';
import { RoleField } from './role-field.tsx';
import { roles, scopeFault } from './scope.ts';
import { ScopeField } from './scope-field.tsx';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', rowGap: '20px' } });

type Typed = {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly tenants: TenantScope;
};

const nothing: Typed = { name: '', password: '', role: 'viewer', tenants: 'all' };

/** A new person: a name, a password to hand on, a role, tenants. */
export function AddAccountPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { t } = useWords();
  const [typed, change, forgetTyped] = useTyped('add-account', nothing, { password: '' });
  const { faults, form, tell, forget } = useFaults<'name' | 'password' | 'tenants'>();
  const add = useMutate(
    (body: AddAccountRequest) => call<Account>('/accounts', { method: 'POST', body }),
    ['/accounts'],
  );
  const { name, password, role, tenants } = typed;
  const close = () => {
    forgetTyped();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      name: nameFault(name, t),
      password: passwordFault(password, t),
      tenants: scopeFault(role, tenants, t),
    };
    if (!tell(found) || add.isPending) return;
    const scope = role === 'owner' || tenants === 'all' ? {} : { tenants: [...tenants] };
    add.mutate(
      { name: name.trim(), password, role, ...scope },
      {
        onSuccess: () => {
          announce(t('settings.saved'));
          close();
        },
        onError: (problem) => problem.code === 'conflict' && tell({ name: problem.message }),
      },
    );
  };
  return (
    <Panel title={t('settings.addPerson')} onClose={close}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        {add.error !== null && add.error.code !== 'conflict' && (
          <Notice tone="bad" urgent>
            {add.error.message}
          </Notice>
        )}
        <Field
          label={t('entrance.name')}
          hint={t('settings.nameHint')}
          validationMessage={faults.name ?? null}
        >
          <Input
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(_, { value }) => {
              change({ name: value });
              forget('name');
            }}
          />
        </Field>
        <Field
          label={t('entrance.password')}
          hint={t('settings.passwordHint')}
          validationMessage={faults.password ?? null}
        >
          <Input
            autoComplete="off"
            spellCheck={false}
            value={password}
            onChange={(_, { value }) => {
              change({ password: value });
              forget('password');
            }}
          />
        </Field>
        <RoleField roles={roles} role={role} onChange={(chosen) => change({ role: chosen })} />
        {role !== 'owner' && (
          <ScopeField
            scope={tenants}
            fault={faults.tenants ?? null}
            onChange={(scope) => {
              change({ tenants: scope });
              forget('tenants');
            }}
          />
        )}
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={add.isPending}>
            {t('settings.addPerson')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
