import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular, Search20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { narrow } from './media.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { width: '260px', maxWidth: '100%', [narrow]: { flex: '1 1 100%' } },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    minHeight: '26px',
    paddingInline: '10px 8px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

export type Chip = { readonly id: string; readonly label: string; readonly onRemove: () => void };

type Props = {
  /** The field that `/` jumps to; what is typed is handed on once it pauses. */
  readonly search?: {
    readonly label: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
  };
  /** The filters in force. */
  readonly chips: readonly Chip[];
  readonly onClear: () => void;
  /** More fields between the search and the chips. */
  readonly children?: ReactNode;
};

/** What a list is filtered by, and one way to take it all away. */
export function FilterBar({ search, chips, onClear, children }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.bar} role="search">
      {search !== undefined && <SearchField {...search} />}
      {children}
      {chips.map(({ id, label, onRemove }) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          title={t('table.remove', { name: label })}
          aria-label={t('table.remove', { name: label })}
          onClick={onRemove}
        >
          {label}
          <Dismiss12Regular aria-hidden />
        </button>
      ))}
      {chips.length > 0 && (
        <Button appearance="transparent" size="small" onClick={onClear}>
          {t('table.clear')}
        </Button>
      )}
    </div>
  );
}

function SearchField({ label, value, onChange }: NonNullable<Props['search']>) {
  const styles = useStyles();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    // Changed from elsewhere: cleared, or gone back to.
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <Input
      className={styles.search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      contentBefore={<Search20Regular aria-hidden />}
      // The key `/` looks for it.
      {...{ 'data-filter': '' }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped('');
      }}
    />
  );
}
