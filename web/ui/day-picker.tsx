import {
  Button,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CalendarLtr20Regular, Checkmark16Regular, ChevronDown16Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { today, useNow } from '../now.ts';
import { dayIn } from '../url.ts';
import { useWords } from '../words/words.tsx';
import { surfaces } from './theme.tsx';

const useStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  chevron: { marginInlineStart: '6px' },
  surface: { display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '8px', minWidth: '240px' },
  option: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr auto',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '34px',
    padding: '0 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default', background: 'none' },
  },
  date: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  field: { padding: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, marginTop: '6px' },
  input: { width: '100%' },
});

type Props = {
  /** What the day is for, for screen readers. */
  readonly name: string;
  /** What the button says: "As of now". */
  readonly text: string;
  /** The day chosen, as 2026-11-24; undefined for the standard. */
  readonly day: string | undefined;
  /** What the standard is called: "now", "nothing". */
  readonly standard: string;
  /** The first day that can be shown. */
  readonly first: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly icon?: ReactNode;
};

/** Chooses a past day (UTC): the standard, one of the usual distances, or any day since the first. */
export function DayPicker({
  name,
  text,
  day,
  standard,
  first,
  onChange,
  icon = <CalendarLtr20Regular />,
}: Props) {
  const styles = useStyles();
  const { t, day: dayText } = useWords();
  const now = today(useNow());
  const [open, setOpen] = useState(false);
  const choose = (chosen: string | undefined) => {
    setOpen(false);
    onChange(chosen);
  };
  const distances = [
    { days: 1, label: t('states.yesterday') },
    { days: 7, label: t('states.weekAgo') },
    { days: 30, label: t('states.monthAgo') },
    { days: 365, label: t('states.yearAgo') },
  ];
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<>{icon}</>} title={name}>
          {text}
          <ChevronDown16Regular className={styles.chevron} aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={name}>
        <Option label={standard} chosen={day === undefined} onChoose={() => choose(undefined)} />
        {distances.map(({ days, label }) => {
          const then = daysBefore(now, days);
          return (
            <Option
              key={days}
              label={label}
              hint={dayText(then)}
              chosen={day === then}
              disabled={first === undefined || then < first}
              onChoose={() => choose(then)}
            />
          );
        })}
        <div className={styles.field}>
          <Input
            type="date"
            className={styles.input}
            aria-label={t('states.anyDay')}
            min={first}
            max={now}
            defaultValue={day ?? now}
            onChange={(_, { value }) => {
              const typed = dayIn(value);
              // A year half typed is a day long ago.
              if (typed !== undefined && first !== undefined && typed >= first && typed <= now)
                onChange(typed);
            }}
          />
        </div>
      </PopoverSurface>
    </Popover>
  );
}

type OptionProps = {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
};

function Option({ label, hint, chosen, disabled = false, onChoose }: OptionProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={styles.option}
      disabled={disabled}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {chosen ? <Checkmark16Regular aria-hidden /> : <span />}
      {label}
      <span className={styles.date}>{hint}</span>
    </button>
  );
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
