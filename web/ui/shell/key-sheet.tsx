import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Fragment } from 'react';
import { type WordKey, useWords } from '../../words/words.tsx';
import { usePlaces } from './places.tsx';
import { useSingleKeys } from './shortcuts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: '8px',
    margin: 0,
  },
  keys: { display: 'flex', columnGap: '4px' },
  text: { margin: 0 },
  key: {
    display: 'inline-block',
    minWidth: '14px',
    padding: '2px 7px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
});

const keys: readonly (readonly [readonly string[], WordKey])[] = [
  [['Ctrl', 'K'], 'keys.palette'],
  [['/'], 'keys.filter'],
  [['j', 'k'], 'keys.rows'],
  [['Enter'], 'keys.open'],
  [['Esc'], 'keys.back'],
  [['='], 'keys.sum'],
  [['i'], 'keys.define'],
  [['?'], 'keys.sheet'],
];

/** All keys on one sheet, and a switch for those that are one letter. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { t } = useWords();
  const places = usePlaces();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const goTo = places.map(({ key, title }) => [['g', key], t('keys.go', { place: t(title) })] as const);
  const all = [...keys.map(([names, text]) => [names, t(text)] as const), ...goTo];
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {all.map(([names, text]) => (
                <Fragment key={text}>
                  <dt className={styles.keys}>
                    {names.map((name) => (
                      <kbd key={name} className={styles.key}>
                        {name}
                      </kbd>
                    ))}
                  </dt>
                  <dd className={styles.text}>{text}</dd>
                </Fragment>
              ))}
            </dl>
          </DialogContent>
          <DialogActions fluid position="start">
            <Switch
              label={t('keys.single')}
              checked={singleKeys === 'on'}
              onChange={(_, { checked }) => setSingleKeys(checked ? 'on' : 'off')}
            />
          </DialogActions>
          <DialogActions>
            <Button onClick={onClose}>{t('states.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
