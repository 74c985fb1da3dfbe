import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Clock16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import { useSearch } from '@tanstack/react-router';
import type { ResourceAge } from '../../../src/api/contract/balance.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import { useApi } from '../../api.ts';
import { useNow } from '../../now.ts';
import { useTenant } from '../../session.ts';
import { dayIn, type Search } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { ageOf } from '../age.ts';
import { narrow } from '../media.ts';
import { usePopover } from '../popover-layer.tsx';
import { surfaces } from '../theme.tsx';
import { ResourceAges } from './resource-ages.tsx';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    minWidth: 0,
    minHeight: '28px',
    paddingInline: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '& svg': { flexShrink: 0 },
    [narrow]: { paddingInline: '8px' },
  },
  fresh: { '& svg': { color: tokens.colorStatusSuccessForeground1 } },
  past: { '& svg': { color: tokens.colorBrandForeground1 } },
  stale: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    ':hover': { backgroundColor: tokens.colorStatusWarningBackground1 },
    '& svg': { color: tokens.colorStatusWarningForeground3 },
  },
  refused: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground1 },
  },
  wide: { '@media (max-width: 1099px)': { display: 'none' } },
  text: { [narrow]: { display: 'none' } },
});

const icons = {
  fresh: <CheckmarkCircle16Filled aria-hidden />,
  past: <Clock16Regular aria-hidden />,
  stale: <Warning16Filled aria-hidden />,
  refused: <ErrorCircle16Filled aria-hidden />,
};

/** Of when the figures are, and whether they are whole; a click says it resource by resource. */
export function AsOfChip() {
  const styles = useStyles();
  const { t, time, ago, day } = useWords();
  const now = useNow();
  const show = usePopover();
  const tenant = useTenant();
  const search: Search = useSearch({ strict: false });
  const at = dayIn(search['at']);
  const resources = useApi<Page<ResourceAge>>(tenant === undefined ? null : `/tenants/${tenant.id}/resources`)
    .data?.items;
  if (tenant?.asOf === undefined || tenant.asOf === null || resources === undefined) return null;
  const isOld = ({ state, reason }: ResourceAge) =>
    state === 'kept' || (state === 'never' && reason !== null);
  const refused = tenant.state === 'refused' || resources.some(isOld);
  const state = at !== undefined ? 'past' : refused ? 'refused' : ageOf(tenant.asOf, now);
  const parts = at === undefined ? [time(tenant.asOf), ago(tenant.asOf, now)] : [day(at)];
  const word = t(at !== undefined ? 'shell.asItWas' : refused ? 'shell.partial' : 'shell.complete');
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, styles[state])}
      aria-label={[...parts, word].join(' · ')}
      onClick={(event) =>
        show(event.currentTarget, <ResourceAges resources={resources} reason={tenant.reason} />)
      }
    >
      {icons[state]}
      <span className={styles.text}>{parts[0]}</span>
      {parts.slice(1).map((part) => (
        <span key={part} className={mergeClasses(styles.text, styles.wide)}>
          {`· ${part}`}
        </span>
      ))}
      <span className={mergeClasses(styles.text, state === 'refused' ? '' : styles.wide)}>{`· ${word}`}</span>
    </button>
  );
}
