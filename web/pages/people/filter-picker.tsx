import {
  Button,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Pick, PickList, fits } from '../../ui/pick-list.tsx';

const useStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightRegular, minWidth: 0 },
  surface: { width: 'min(380px, calc(100vw - 24px))', boxSizing: 'border-box', padding: '12px' },
});

type Props = {
  /** What is filtered by. */
  readonly label: string;
  readonly find: string;
  readonly empty: string;
  readonly choices: readonly Omit<Pick, 'onPick'>[];
  readonly onPick: (id: string) => void;
};

/** A button that opens a list of what to filter by, with a search. */
export function FilterPicker({ label, find, empty, choices, onPick }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const turn = (next: boolean) => {
    setOpen(next);
    setSearch('');
  };
  const picks = choices
    .filter(({ label: text, hint = '' }) => fits(search, text, hint))
    .map((choice) => ({
      ...choice,
      onPick: () => {
        onPick(choice.id);
        turn(false);
      },
    }));
  return (
    <Popover open={open} onOpenChange={(_, data) => turn(data.open)} positioning="below-start" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<ChevronDown16Regular />} iconPosition="after">
          {label}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={label}>
        <PickList label={find} search={search} onSearch={setSearch} picks={picks} empty={empty} />
      </PopoverSurface>
    </Popover>
  );
}
