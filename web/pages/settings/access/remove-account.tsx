import { call, useMutate } from '../../../api.ts';
import { announce } from '../../../ui/announce.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useWords } from '../../../words/words.tsx';

type Props = { readonly name: string; readonly onRemoved: () => void; readonly onClose: () => void };

/** Asks before someone may not sign in any more. */
export function RemoveAccount({ name, onRemoved, onClose }: Props) {
  const { t } = useWords();
  const remove = useMutate(async () => {
    await call(`/accounts/${encodeURIComponent(name)}`, { method: 'DELETE' });
    // Before the list is read anew, which takes this dialog away with its row.
    announce(t('settings.removed', { name }));
    onRemoved();
  }, ['/accounts', '/sessions', '/tokens', '/me']);
  return (
    <ConfirmDialog
      title={t('settings.removePersonTitle', { name })}
      confirm={t('settings.removePerson')}
      danger
      busy={remove.isPending}
      problem={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(undefined)}
    >
      {t('settings.removePersonText')}
    </ConfirmDialog>
  );
}
