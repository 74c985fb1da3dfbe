import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { Me } from '../../../src/api/contract/access.ts';
import { useWords } from '../../words/words.tsx';
import { narrow } from '../media.ts';
import { AsOfChip } from './as-of-chip.tsx';
import { Brand } from './brand.tsx';
import { LanguageMenu, PersonMenu, ThemeMenu } from './menus.tsx';
import { TenantPicker } from './tenant-picker.tsx';

const useStyles = makeStyles({
  bar: {
    gridArea: 'top',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    paddingInline: '16px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { paddingInline: '8px', columnGap: '2px' },
  },
  brand: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '10px',
    marginInlineEnd: '8px',
    padding: '4px',
    borderRadius: tokens.borderRadiusMedium,
    color: 'inherit',
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [narrow]: { marginInlineEnd: 0 },
  },
  wide: { [narrow]: { display: 'none' } },
  only: { display: 'none', [narrow]: { display: 'inline-flex' } },
  gap: { flexGrow: 1 },
  search: {
    width: '250px',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    [narrow]: { display: 'none' },
    '@media (max-width: 1099px)': { width: '150px' },
  },
  key: { marginInlineStart: 'auto', fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

type Props = { readonly me: Me; readonly onPalette: () => void; readonly onKeys: () => void };

/** The bar above every page: tenant, age of the figures, search, person. */
export function TopBar({ me, onPalette, onKeys }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label="Seatledger">
        <Brand />
        <span className={styles.wide}>Seatledger</span>
      </Link>
      <TenantPicker />
      <AsOfChip />
      <span className={styles.gap} />
      <Button className={styles.search} icon={<Search20Regular />} onClick={onPalette}>
        {t('shell.search')}
        <span className={styles.key}>{isMac() ? '⌘ K' : 'Ctrl K'}</span>
      </Button>
      <Button
        className={styles.only}
        appearance="subtle"
        icon={<Search20Regular />}
        aria-label={t('shell.search')}
        onClick={onPalette}
      />
      <ThemeMenu />
      <LanguageMenu />
      <PersonMenu me={me} onKeys={onKeys} />
    </header>
  );
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
