import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { surfaces } from './theme.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '8px', minHeight: 0 },
  list: { overflowY: 'auto', maxHeight: 'min(420px, 55dvh)', margin: 0, padding: 0 },
  group: {
    padding: '10px 10px 4px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '10px',
    minHeight: '38px',
    padding: '2px 10px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '& svg': { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  },
  active: {
    backgroundColor: surfaces.hover,
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
    outlineOffset: '-1px',
  },
  text: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  empty: { padding: '16px 10px', color: tokens.colorNeutralForeground3 },
});

/** Something to pick from a list. */
export type Pick = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  /** A heading above the first of those that share it. */
  readonly group?: string;
  readonly onPick: () => void;
};

type Props = {
  readonly label: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly picks: readonly Pick[];
  /** What stands there when nothing fits. */
  readonly empty: string;
};

/** A field to type into with a list below it; arrows choose, Enter picks. */
export function PickList({ label, search, onSearch, picks, empty }: Props) {
  const styles = useStyles();
  const id = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const active = Math.min(at, picks.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) event.preventDefault();
    if (step !== 0 && picks.length > 0) setAt((active + step + picks.length) % picks.length);
    // Enter also ends the writing of a composed character.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) picks[active]?.onPick();
  };
  return (
    <div className={styles.root}>
      <Input
        autoFocus
        size="large"
        type="search"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={picks[active] === undefined ? undefined : `${id}-${active}`}
        value={search}
        onChange={(_, { value }) => {
          setAt(0);
          onSearch(value);
        }}
        onKeyDown={onKeyDown}
        contentBefore={<Search20Regular aria-hidden />}
      />
      <div id={id} role="listbox" aria-label={label} className={styles.list} ref={list}>
        {picks.length === 0 && <div className={styles.empty}>{empty}</div>}
        {picks.map((pick, index) => (
          <Option
            key={pick.id}
            id={`${id}-${index}`}
            pick={pick}
            heading={pick.group !== picks[index - 1]?.group ? pick.group : undefined}
            active={index === active}
            onHover={() => setAt(index)}
          />
        ))}
      </div>
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly pick: Pick;
  readonly heading: string | undefined;
  readonly active: boolean;
  readonly onHover: () => void;
};

function Option({ id, pick, heading, active, onHover }: OptionProps) {
  const styles = useStyles();
  return (
    <>
      {heading !== undefined && (
        <div className={styles.group} role="presentation">
          {heading}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={active}
        className={mergeClasses(styles.option, active && styles.active)}
        onPointerMove={onHover}
        onClick={pick.onPick}
      >
        {pick.icon}
        <span className={styles.text}>{pick.label}</span>
        {pick.hint !== undefined && <span className={styles.hint}>{pick.hint}</span>}
      </div>
    </>
  );
}

/** Whether every word of a search occurs in one of the texts. */
export function fits(search: string, ...texts: readonly (string | null)[]): boolean {
  const text = plain(texts.filter((each) => each !== null).join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
