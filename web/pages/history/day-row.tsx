import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { LedgerDay } from '../../../src/api/contract/history.ts';
import { narrow } from '../../ui/media.ts';
import { useWords } from '../../words/words.tsx';
import { DayEntries } from './day-entries.tsx';
import { DaySentence } from './day-sentence.tsx';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':last-child': { borderBottom: 'none' } },
  row: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) auto',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalL,
    padding: '12px 12px 12px 20px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      rowGap: '4px',
      padding: '12px 8px 12px 14px',
    },
  },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  date: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  sentence: { minWidth: 0, [narrow]: { gridColumn: '1 / -1', gridRow: 2 } },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    padding: '2px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground3,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    minHeight: '24px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  entries: {
    padding: '0 20px 20px',
    backgroundColor: tokens.colorNeutralBackground2,
    [narrow]: { padding: '0 8px 12px' },
  },
});

type Props = {
  readonly tenantId: string;
  readonly day: LedgerDay;
  readonly sku: string | undefined;
  readonly open: boolean;
  readonly onTurn: () => void;
};

/** A day in a sentence, and its entries below it when it is open. */
export function DayRow({ tenantId, day, sku, open, onTurn }: Props) {
  const styles = useStyles();
  const { t, weekday } = useWords();
  const id = useId();
  return (
    <li className={styles.item}>
      {/* A click anywhere on the row opens it; the keyboard has the button at its end. */}
      <div className={mergeClasses(styles.row, open && styles.open)} onClick={onTurn}>
        <h3 className={styles.date} id={id}>
          {weekday(day.day)}
        </h3>
        <div className={styles.sentence}>
          <DaySentence day={day} whole={open} />
        </div>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-describedby={id}
          onClick={(event) => {
            event.stopPropagation();
            onTurn();
          }}
        >
          {sku === undefined ? t('history.entries', { count: day.entries }) : t('history.entriesOnly')}
          {open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
        </button>
      </div>
      {open && (
        <div className={styles.entries}>
          <DayEntries tenantId={tenantId} day={day} sku={sku} />
        </div>
      )}
    </li>
  );
}
