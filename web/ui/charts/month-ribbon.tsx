import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { surfaces } from '../theme.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', gap: '4px', margin: 0, padding: 0, listStyleType: 'none', overflowX: 'auto' },
  item: { flex: '1 0 64px' },
  month: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    width: '100%',
    minHeight: '52px',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    fontVariantNumeric: 'tabular-nums',
  },
  button: { cursor: 'pointer', ':hover': { backgroundColor: surfaces.hover } },
  selected: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  figure: { fontWeight: tokens.fontWeightSemibold },
});

/** A month (2026-11) with what is said of it. */
export type RibbonMonth = { readonly month: string; readonly figure: string; readonly label: string };

type Props = {
  readonly title: string;
  readonly months: readonly RibbonMonth[];
  readonly selected?: string | null;
  readonly onSelect?: (month: string) => void;
};

/** The months in a row, each with a figure; text all through, so it is its own table. */
export function MonthRibbon({ title, months, selected = null, onSelect }: Props) {
  const styles = useStyles();
  const { month: monthName } = useWords();
  return (
    <ul className={styles.list} aria-label={title}>
      {months.map(({ month, figure, label }) => {
        const look = mergeClasses(
          styles.month,
          onSelect !== undefined && styles.button,
          month === selected && styles.selected,
        );
        const content = (
          <>
            <span className={styles.name}>{monthName(month)}</span>
            <span className={styles.figure}>{figure}</span>
          </>
        );
        return (
          <li key={month} className={styles.item} title={label}>
            {onSelect === undefined ? (
              <div className={look}>{content}</div>
            ) : (
              <button
                type="button"
                className={look}
                aria-pressed={month === selected}
                aria-label={label}
                onClick={() => onSelect(month)}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
