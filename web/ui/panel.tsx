import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/words.tsx';

const useStyles = makeStyles({
  panel: {
    flex: '0 0 clamp(380px, 34vw, 520px)',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    // Beside the list where there is room for both, else above it.
    '@media (max-width: 1099px)': {
      position: 'absolute',
      insetBlock: 0,
      insetInlineEnd: 0,
      width: 'min(520px, 100%)',
      boxShadow: tokens.shadow28,
      zIndex: 5,
    },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: '18px 12px 12px 24px',
  },
  headText: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
  },
  subtitle: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '4px 24px 28px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
  },
});

type Props = {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Details beside the list; Esc closes it, and the focus goes back to where it was. Give it a `key` per subject. */
export function Panel({ title, subtitle, actions, onClose, children }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const id = useId();
  const heading = useFocusWhileOpen();
  return (
    <section
      className={styles.panel}
      role="dialog"
      aria-modal={false}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.headText}>
          <h2 id={id} className={styles.title} tabIndex={-1} ref={heading}>
            {title}
          </h2>
          {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions}
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={t('states.close')}
          title={`${t('states.close')} (Esc)`}
          onClick={onClose}
        />
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function useFocusWhileOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      // Someone who has gone on to another row stays there.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return heading;
}
