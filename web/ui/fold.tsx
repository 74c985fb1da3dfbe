import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  fold: {
    '& > summary': { listStyleType: 'none' },
    '& > summary::-webkit-details-marker': { display: 'none' },
    '&[open] > summary > svg': { transform: 'rotate(90deg)' },
  },
  summary: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '& > svg': { flexShrink: 0 },
  },
  small: { fontSize: tokens.fontSizeBase200 },
  body: { display: 'flex', flexDirection: 'column', rowGap: '12px', paddingTop: '10px' },
});

type Props = {
  readonly label: ReactNode;
  readonly small?: boolean;
  /** Whether it is open to begin with. */
  readonly open?: boolean;
  /** Tells when it is opened or closed, for content that comes only then. */
  readonly onTurn?: (open: boolean) => void;
  readonly children: ReactNode;
};

/** Something that only few want to see, behind a line that opens it. */
export function Fold({ label, small = false, open = false, onTurn, children }: Props) {
  const styles = useStyles();
  return (
    <details className={styles.fold} open={open} onToggle={(event) => onTurn?.(event.currentTarget.open)}>
      <summary className={mergeClasses(styles.summary, small && styles.small)}>
        <ChevronRight16Regular aria-hidden />
        {label}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
