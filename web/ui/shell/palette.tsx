import { Dialog, DialogBody, DialogSurface, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { PickList } from '../pick-list.tsx';
import { usePalettePicks } from './palette-picks.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '620px', padding: '12px', marginTop: '12vh' },
  body: { display: 'block' },
});

type Props = { readonly onClose: () => void; readonly onKeys: () => void };

/** Goes anywhere by its name: a page, a tenant, a product, a person, an action. */
export function Palette({ onClose, onKeys }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const picks = usePalettePicks(search, onKeys);
  const closing = picks.map((pick) => ({
    ...pick,
    onPick: () => {
      onClose();
      pick.onPick();
    },
  }));
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface} aria-label={t('shell.search')}>
        <DialogBody className={styles.body}>
          <PickList
            label={t('shell.searchAll')}
            search={search}
            onSearch={setSearch}
            picks={closing}
            empty={t('shell.nothingFound')}
          />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
