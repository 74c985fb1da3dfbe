import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Filled, ArrowUp12Filled, Warning12Filled } from '@fluentui/react-icons';
import type { MouseEvent, ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { useHiddenStyles } from './announce.tsx';
import { usePopover } from './popover-layer.tsx';
import { type Sum, SumText } from './sum-text.tsx';

const useStyles = makeStyles({
  figure: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '3px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  negative: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  unknown: { color: tokens.colorNeutralForeground3, cursor: 'help' },
  zero: { color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
  button: {
    margin: 0,
    padding: '0 3px',
    marginInline: '-3px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: 'transparent',
    textUnderlineOffset: '3px',
    ':hover': { textDecorationColor: 'currentColor' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

type FigureProps = {
  /** Null is unknown, which is never 0. */
  readonly value: number | null;
  /** Why it is unknown, or does not apply; said on hover and to screen readers. */
  readonly why?: string;
  /** Prints this sum on a click, or on `=` in a table. */
  readonly sum?: Sum;
  /** Stands outside of a table, whose `=` would print the sum: Tab has to reach it. */
  readonly alone?: boolean;
  /** Shows 0 as quietly as what is not worth a look. */
  readonly quietZero?: boolean;
};

/** A number: tabular, in the person's format, negative with minus and icon, unknown as a dash with its reason. */
export function Figure({ value, why, sum, alone = false, quietZero = false }: FigureProps) {
  const styles = useStyles();
  const { number } = useWords();
  if (value === null) return <Unknown {...(why === undefined ? {} : { why })} />;
  const look = mergeClasses(
    styles.figure,
    value < 0 && styles.negative,
    quietZero && value === 0 && styles.zero,
  );
  const content = (
    <>
      {value < 0 && <Warning12Filled aria-hidden />}
      {number(value)}
    </>
  );
  if (sum === undefined) return <span className={look}>{content}</span>;
  return (
    <SumButton sum={sum} alone={alone} className={look}>
      {content}
    </SumButton>
  );
}

/** A change of a number: signed, with an arrow; neither good nor bad by itself. */
export function Delta({ value, why }: { readonly value: number | null; readonly why?: string }) {
  const styles = useStyles();
  const { signed, t } = useWords();
  if (value === null) return <Unknown {...(why === undefined ? {} : { why })} />;
  if (value === 0) {
    return (
      <span
        className={mergeClasses(styles.figure, styles.zero)}
        title={t('figures.noChange')}
      >{`±${signed(0)}`}</span>
    );
  }
  return (
    <span className={mergeClasses(styles.figure, styles.quiet)}>
      {value > 0 ? <ArrowUp12Filled aria-hidden /> : <ArrowDown12Filled aria-hidden />}
      {signed(value)}
    </span>
  );
}

function Unknown({ why }: { readonly why?: string }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useWords();
  const reason = why ?? t('figures.unknown');
  return (
    <span className={mergeClasses(styles.figure, styles.unknown)} title={reason}>
      <span aria-hidden>—</span>
      <span className={hidden.hidden}>{reason}</span>
    </span>
  );
}

type SumButtonProps = {
  readonly sum: Sum;
  readonly alone: boolean;
  readonly className: string;
  readonly children: ReactNode;
};

function SumButton({ sum, alone, className, children }: SumButtonProps) {
  const styles = useStyles();
  const show = usePopover();
  const { t } = useWords();
  const open = (event: MouseEvent<HTMLElement>) => {
    // The row below would open its panel.
    event.stopPropagation();
    show(event.currentTarget, <SumText sum={sum} />);
  };
  return (
    <button
      type="button"
      data-sum
      tabIndex={alone ? 0 : -1}
      className={mergeClasses(styles.button, className)}
      title={t('figures.showSum')}
      onClick={open}
    >
      {children}
    </button>
  );
}
