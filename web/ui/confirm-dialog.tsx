import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Problem } from '../api.ts';
import { useWords } from '../words/words.tsx';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

type Props = {
  readonly title: string;
  /** What will happen, and to how many. */
  readonly children: ReactNode;
  /** What the button says: a verb, never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  /** A name that has to be typed first. */
  readonly typed?: string;
  readonly busy?: boolean;
  readonly problem?: Problem | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be undone; show it by rendering it. */
export function ConfirmDialog(props: Props) {
  const {
    title,
    children,
    confirm,
    danger = false,
    typed,
    busy = false,
    problem,
    onConfirm,
    onClose,
  } = props;
  const styles = useStyles();
  const { t } = useWords();
  useFocusReturn();
  const [name, setName] = useState('');
  const ready = !busy && (typed === undefined || name.trim() === typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onConfirm();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <div>{children}</div>
              {typed !== undefined && (
                <Field label={t('states.typeName', { name: typed })}>
                  <Input value={name} autoComplete="off" onChange={(_, { value }) => setName(value)} />
                </Field>
              )}
              {problem && (
                <Notice tone="bad" urgent>
                  {problem.message}
                </Notice>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('states.cancel')}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={!ready}
                className={danger ? styles.danger : ''}
              >
                {confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** Gives the focus back to what had it before: the dialog knows of no button that opened it. */
function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
