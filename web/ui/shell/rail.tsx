import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PanelLeftContract20Regular, PanelLeftExpand20Regular } from '@fluentui/react-icons';
import { Link, useLocation } from '@tanstack/react-router';
import { useWords } from '../../words/words.tsx';
import { narrow } from '../media.ts';
import { usePreference } from '../preference.ts';
import { surfaces } from '../theme.tsx';
import { type Place, usePlaces } from './places.tsx';

const useStyles = makeStyles({
  rail: {
    gridArea: 'rail',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    width: '200px',
    boxSizing: 'border-box',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowY: 'auto',
    [narrow]: {
      width: 'auto',
      padding: '2px 4px max(2px, env(safe-area-inset-bottom))',
      borderRight: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  small: { width: '56px', [narrow]: { width: 'auto' } },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrow]: { flexDirection: 'row', columnGap: '1px' },
  },
  // As wide as its word: the longest has what the shortest leaves.
  item: { [narrow]: { flex: '1 1 auto', minWidth: 0 } },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '40px',
    paddingInline: '10px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    border: 'none',
    background: 'none',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& svg': { flexShrink: 0 },
    [narrow]: {
      flexDirection: 'column',
      justifyContent: 'center',
      rowGap: '1px',
      minHeight: '50px',
      paddingInline: '1px',
      fontSize: tokens.fontSizeBase100,
    },
  },
  active: {
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: surfaces.selected,
    '& svg': { color: tokens.colorBrandForeground1 },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '11px',
      bottom: '11px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      [narrow]: { display: 'none' },
    },
    [narrow]: { backgroundColor: 'transparent' },
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' },
  hideText: { '& span': { display: 'none', [narrow]: { display: 'inline' } } },
  collapse: { [narrow]: { display: 'none' } },
});

/** The rail with the places, which becomes a bar at the bottom of narrow screens. */
export function Rail() {
  const styles = useStyles();
  const { t } = useWords();
  const [width, setWidth] = usePreference<'wide' | 'small'>('rail', (kept) =>
    kept === 'small' ? 'small' : 'wide',
  );
  const places = usePlaces();
  const isSmall = width === 'small';
  const label = t(isSmall ? 'shell.expand' : 'shell.collapse');
  return (
    <nav
      aria-label={t('shell.places')}
      className={mergeClasses(styles.rail, isSmall && styles.small, isSmall && styles.hideText)}
    >
      <ul className={styles.list}>
        {places.map((place) => (
          <RailLink key={place.name} place={place} titled={isSmall} />
        ))}
      </ul>
      <button
        type="button"
        className={mergeClasses(styles.link, styles.collapse)}
        aria-expanded={!isSmall}
        aria-label={label}
        title={label}
        onClick={() => setWidth(isSmall ? 'wide' : 'small')}
      >
        {isSmall ? <PanelLeftExpand20Regular /> : <PanelLeftContract20Regular />}
        <span className={styles.label}>{label}</span>
      </button>
    </nav>
  );
}

function RailLink({ place, titled }: { readonly place: Place; readonly titled: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  const { pathname } = useLocation();
  const section = place.path.startsWith('/settings') ? '/settings' : place.path;
  const isActive =
    pathname === section || pathname.startsWith(`${section}/`) || isBelow(pathname, place.name);
  return (
    <li className={styles.item}>
      <Link
        to={place.path}
        className={mergeClasses(styles.link, isActive && styles.active)}
        aria-current={isActive ? 'page' : undefined}
        aria-label={t(place.title)}
        title={titled ? t(place.title) : undefined}
      >
        {isActive ? place.activeIcon : place.icon}
        <span className={styles.label}>{t(place.title)}</span>
      </Link>
    </li>
  );
}

/** A product is a page below the balance, a run one below the collection. */
function isBelow(pathname: string, place: string): boolean {
  return (
    (place === 'balance' && /^\/t\/[^/]+\/skus\//.test(pathname)) ||
    (place === 'collection' && /^\/t\/[^/]+\/runs\//.test(pathname))
  );
}
