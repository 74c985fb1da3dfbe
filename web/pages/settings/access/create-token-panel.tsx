import { Button, Field, Input, Select, makeStyles } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import type { CreateTokenRequest, CreatedToken, TenantScope } from '../../../../src/api/contract/access.ts';
import { call, useMutate } from '../../../api.ts';
import { useMe } from '../../../session.ts';
import { useFaults } from '../../../ui/faults.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTyped } from '../../../ui/typed.ts';
import { useWords } from '../../../words/words.tsx';
import { nameFault } from '../../sign-in/account-rules.ts';
import { NewToken } from './new-token.tsx';
import { RoleField } from './role-field.tsx';
import { scopeFault } from './scope.ts';
import { ScopeField } from './scope-field.tsx';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', rowGap: '20px' } });

/** How many days a token may last. */
const spans = [30, 90, 365, 730] as const;

type Typed = {
  readonly name: string;
  readonly role: 'viewer' | 'admin';
  readonly tenants: TenantScope;
  readonly expires: number;
};

const nothing: Typed = { name: '', role: 'viewer', tenants: 'all', expires: 365 };

/** A new token, and then the token itself, once. */
export function CreateTokenPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { t } = useWords();
  const me = useMe();
  const [typed, change, forgetTyped] = useTyped('create-token', nothing);
  const { faults, form, tell, forget } = useFaults<'name' | 'tenants'>();
  const create = useMutate(
    (body: CreateTokenRequest) => call<CreatedToken>('/tokens', { method: 'POST', body }),
    ['/tokens'],
  );
  const { name, role, tenants, expires } = typed;
  const close = () => {
    forgetTyped();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!tell({ name: nameFault(name, t), tenants: scopeFault(role, tenants, t) }) || create.isPending)
      return;
    const scope = tenants === 'all' ? {} : { tenants: [...tenants] };
    create.mutate(
      { name: name.trim(), role, expires, ...scope },
      {
        onSuccess: forgetTyped,
        onError: (problem) => problem.code === 'conflict' && tell({ name: problem.message }),
      },
    );
  };
  if (create.data !== undefined) return <NewToken created={create.data} onClose={onClose} />;
  return (
    <Panel title={t('settings.createToken')} onClose={close}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        {create.error !== null && create.error.code !== 'conflict' && (
          <Notice tone="bad" urgent>
            {create.error.message}
          </Notice>
        )}
        <Field
          label={t('entrance.name')}
          hint={t('settings.tokenHint')}
          validationMessage={faults.name ?? null}
        >
          <Input
            autoComplete="off"
            value={name}
            onChange={(_, { value }) => {
              change({ name: value });
              forget('name');
            }}
          />
        </Field>
        <RoleField
          roles={me?.role === 'viewer' ? ['viewer'] : ['viewer', 'admin']}
          role={role}
          onChange={(chosen) => change({ role: chosen })}
        />
        <ScopeField
          scope={tenants}
          fault={faults.tenants ?? null}
          onChange={(scope) => {
            change({ tenants: scope });
            forget('tenants');
          }}
        />
        <Field label={t('settings.lasts')}>
          <Select value={expires} onChange={(_, { value }) => change({ expires: Number(value) })}>
            {spans.map((days) => (
              <option key={days} value={days}>
                {t('settings.days', { days })}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={create.isPending}>
            {t('settings.createToken')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
