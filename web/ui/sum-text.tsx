import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../words/words.tsx';

/** How a figure comes about: its terms in order, and what they give. */
export type Sum = {
  readonly title: string;
  readonly terms: readonly SumTerm[];
  readonly result: number | null;
  /** A remark below, such as where the figures come from. */
  readonly note?: string;
};
export type SumTerm = {
  readonly sign: '' | '+' | '\u2212';
  readonly label: string;
  readonly value: number | null;
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: '220px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  terms: {
    display: 'grid',
    gridTemplateColumns: '1ch 1fr auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
  },
  sign: { color: tokens.colorNeutralForeground3, textAlign: 'center' },
  value: { margin: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  line: {
    gridColumn: '1 / -1',
    height: '1px',
    backgroundColor: tokens.colorNeutralStroke1,
    marginBlock: '3px',
  },
  result: { fontWeight: tokens.fontWeightSemibold },
  negative: { color: tokens.colorStatusDangerForeground1 },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** A sum as it would stand on paper, with a line above what it gives. */
export function SumText({ sum }: { readonly sum: Sum }) {
  const styles = useStyles();
  const { number } = useWords();
  const said = (value: number | null) => (value === null ? '—' : number(value));
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{sum.title}</h2>
      <div className={styles.terms}>
        {sum.terms.map(({ sign, label, value }) => (
          <Row key={label} sign={sign} label={label} value={said(value)} />
        ))}
        <div className={styles.line} />
        <span className={mergeClasses(styles.sign, styles.result)}>=</span>
        <span className={styles.result}>{sum.title}</span>
        <span className={mergeClasses(styles.value, styles.result, (sum.result ?? 0) < 0 && styles.negative)}>
          {said(sum.result)}
        </span>
      </div>
      {sum.note !== undefined && <p className={styles.note}>{sum.note}</p>}
    </div>
  );
}

function Row({
  sign,
  label,
  value,
}: {
  readonly sign: string;
  readonly label: string;
  readonly value: string;
}) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.sign}>{sign}</span>
      <span>{label}</span>
      <span className={styles.value}>{value}</span>
    </>
  );
}
