import type { Tenant } from '../../../../src/api/contract/tenants.ts';
import { call, useMutate } from '../../../api.ts';
import { announce } from '../../../ui/announce.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useWords } from '../../../words/words.tsx';

type Props = { readonly tenant: Tenant; readonly onRemoved: () => void; readonly onClose: () => void };

/** Asks for the name before a tenant goes with everything that is kept of it. */
export function RemoveTenant({ tenant: { id, name, users }, onRemoved, onClose }: Props) {
  const { t, rich } = useWords();
  const remove = useMutate(async () => {
    await call(`/tenants/${id}`, { method: 'DELETE' });
    // Before the list is read anew, which takes this dialog away with its row.
    announce(t('settings.removed', { name }));
    onRemoved();
  }, ['/tenants', '/estate', '/balance', '/users', '/entries', '/runs', '/findings', '/skus', '/system']);
  return (
    <ConfirmDialog
      title={t('settings.removeTitle', { name })}
      confirm={t('settings.removeTenant')}
      danger
      typed={name}
      busy={remove.isPending}
      problem={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(undefined)}
    >
      {rich('settings.removeText', { name, users: users ?? 0 })}
    </ConfirmDialog>
  );
}
