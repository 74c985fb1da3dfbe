import { makeStyles, tokens } from '@fluentui/react-components';
import { surfaces } from '../theme.tsx';

/** Heights in px, which the virtual rows have to know beforehand. */
export const heights = {
  header: 40,
  total: 44,
  comfortable: 48,
  compact: 38,
  group: 38,
  card: 76,
  cardGroup: 44,
} as const;

export const useGridStyles = makeStyles({
  frame: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    // All but the shell and the tools of the table itself, so that header and totals are in sight together.
    maxHeight: 'calc(100dvh - 132px)',
    flexShrink: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  // No higher than its rows, nor than what is left of the page.
  fill: { flex: '0 1 auto', maxHeight: 'none' },
  // The page itself scrolls the cards of a narrow screen.
  open: { maxHeight: 'none', overflow: 'visible', minHeight: 0 },
  scroller: { overflow: 'auto', flexGrow: 1, minHeight: 0, outlineStyle: 'none' },
  old: { opacity: 0.6 },
  sheet: { position: 'relative', minWidth: 'fit-content' },
  row: {
    display: 'grid',
    boxSizing: 'border-box',
    width: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  bodyRow: { position: 'absolute', insetInlineStart: 0, top: 0 },
  openable: { cursor: 'pointer', ':hover': { backgroundColor: surfaces.hover } },
  selected: {
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    backgroundColor: surfaces.selected,
    ':hover': { backgroundColor: surfaces.selected },
  },
  headRow: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    height: `${heights.header}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  totalRow: {
    position: 'sticky',
    bottom: 0,
    zIndex: 3,
    height: `${heights.total}px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: 'none',
    marginTop: '-1px',
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    alignItems: 'flex-start',
    minWidth: 0,
    paddingInline: '8px',
    overflow: 'hidden',
    backgroundColor: 'inherit',
    '& > *': { maxWidth: '100%' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  first: { position: 'sticky', insetInlineStart: 0, zIndex: 1, paddingInlineStart: '20px' },
  end: { alignItems: 'flex-end', textAlign: 'end' },
  lastCell: { paddingInlineEnd: '20px' },
  group: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingInlineStart: '14px',
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: surfaces.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  groupText: {
    position: 'sticky',
    insetInlineStart: '14px',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  groupNote: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  empty: { flexGrow: 1, display: 'flex', justifyContent: 'center', padding: '40px 24px' },
});
