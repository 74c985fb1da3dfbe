import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular, Key20Regular, Pause20Regular, Play20Regular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChangeTenantRequest, Tenant } from '../../../../src/api/contract/tenants.ts';
import { call, useMutate } from '../../../api.ts';
import { useMay } from '../../../session.ts';
import { announce } from '../../../ui/announce.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useWords } from '../../../words/words.tsx';
import { DangerButton } from '../danger-button.tsx';
import { RemoveTenant } from './remove-tenant.tsx';
import { RenameForm } from './rename-form.tsx';
import { TenantFacts } from './tenant-facts.tsx';
import { TenantState } from './tenant-columns.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  end: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '20px' },
});

type Props = { readonly tenant: Tenant; readonly onClose: () => void };

/** One tenant: what is kept of its connection, and what can be done with it. */
export function TenantPanel({ tenant, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const navigate = useNavigate();
  const mayManage = useMay('manage-tenants');
  const [asksToRemove, askToRemove] = useState(false);
  const change = useMutate(
    (body: ChangeTenantRequest) => call<Tenant>(`/tenants/${tenant.id}`, { method: 'PATCH', body }),
    ['/tenants', '/estate', '/system'],
  );
  const isPaused = tenant.state === 'paused';
  const turn = () =>
    change.mutate(
      { paused: !isPaused },
      {
        onSuccess: () =>
          announce(t(isPaused ? 'settings.resumed' : 'settings.pausedNow', { name: tenant.name })),
      },
    );
  return (
    <Panel title={tenant.name} subtitle={tenant.domain ?? undefined} onClose={onClose}>
      <div>
        <TenantState tenant={tenant} />
      </div>
      {tenant.reason !== undefined && <Notice tone="bad">{tenant.reason}</Notice>}
      {change.error !== null && (
        <Notice tone="bad" urgent>
          {change.error.message}
        </Notice>
      )}
      <TenantFacts tenant={tenant} />
      {mayManage && (
        <>
          <div className={styles.actions}>
            <Button
              icon={isPaused ? <Play20Regular /> : <Pause20Regular />}
              disabledFocusable={change.isPending}
              onClick={turn}
            >
              {t(isPaused ? 'settings.resume' : 'settings.pause')}
            </Button>
            <Button
              icon={<Key20Regular />}
              onClick={() =>
                void navigate({ to: '/connect', search: { replace: tenant.id, step: 'registration' } })
              }
            >
              {t('settings.replaceCredential')}
            </Button>
          </div>
          <RenameForm
            name={tenant.name}
            isSaving={change.isPending}
            onSave={(name, onSaved) => change.mutate({ name }, { onSuccess: onSaved })}
          />
          <div className={styles.end}>
            <DangerButton icon={<Delete20Regular />} onClick={() => askToRemove(true)}>
              {t('settings.removeTenant')}
            </DangerButton>
          </div>
        </>
      )}
      {asksToRemove && (
        <RemoveTenant tenant={tenant} onRemoved={onClose} onClose={() => askToRemove(false)} />
      )}
    </Panel>
  );
}
