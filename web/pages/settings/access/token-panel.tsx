import { Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Token } from '../../../../src/api/contract/access.ts';
import { call, useMutate } from '../../../api.ts';
import { announce } from '../../../ui/announce.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useWords } from '../../../words/words.tsx';
import { DangerButton } from '../danger-button.tsx';
import { FactList } from '../fact-list.tsx';
import { ScopeText } from './cells.tsx';

type Props = { readonly token: Token; readonly onClose: () => void };

/** What a token allows, and the end of it. */
export function TokenPanel({ token, onClose }: Props) {
  const { t, time, day } = useWords();
  const [asks, ask] = useState(false);
  const { name, role, owner, createdAt, expiresAt, lastUsedAt } = token;
  const revoke = useMutate(async () => {
    await call(`/tokens/${token.id}`, { method: 'DELETE' });
    // Before the list is read anew, which takes this panel away with its row.
    announce(t('settings.removed', { name }));
    onClose();
  }, ['/tokens']);
  return (
    <Panel title={name} subtitle={t('settings.token')} onClose={onClose}>
      <FactList
        facts={[
          [t('settings.role'), t(`shell.${role}`)],
          [t('settings.tenants'), <ScopeText key="tenants" tenants={token.tenants} />],
          [t('settings.madeBy'), owner ?? t('settings.atMachine')],
          [t('settings.madeAt'), time(createdAt)],
          [t('settings.ends'), expiresAt === null ? t('shell.never') : day(expiresAt)],
          [t('settings.lastUsed'), lastUsedAt === null ? t('shell.never') : time(lastUsedAt)],
        ]}
      />
      <div>
        <DangerButton icon={<Delete20Regular />} onClick={() => ask(true)}>
          {t('settings.revoke')}
        </DangerButton>
      </div>
      {asks && (
        <ConfirmDialog
          title={t('settings.revokeTitle', { name })}
          confirm={t('settings.revoke')}
          danger
          busy={revoke.isPending}
          problem={revoke.error}
          onClose={() => ask(false)}
          onConfirm={() => revoke.mutate(undefined)}
        >
          {t('settings.revokeText')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
