import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../ui/announce.tsx';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  row: { display: 'flex', columnGap: '8px' },
  input: { flexGrow: 1, minWidth: 0 },
});

type Props = {
  readonly name: string;
  readonly isSaving: boolean;
  /** Null takes the name that the tenant has at Microsoft. */
  readonly onSave: (name: string | null, onSaved: () => void) => void;
};

/** Gives a tenant another name to go by here. */
export function RenameForm({ name, isSaving, onSave }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === null || isSaving) return;
    onSave(typed.trim() === '' ? null : typed.trim(), () => {
      setTyped(null);
      announce(t('settings.saved'));
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={t('settings.shownName')} hint={t('settings.shownNameHint')}>
        {(field) => (
          <div className={styles.row}>
            <Input
              {...field}
              className={styles.input}
              maxLength={200}
              autoComplete="off"
              value={typed ?? name}
              onChange={(_, { value }) => setTyped(value)}
            />
            <Button type="submit" disabledFocusable={typed === null || typed === name || isSaving}>
              {t('settings.save')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
