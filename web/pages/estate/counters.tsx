import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowTrendingLines20Regular,
  CalendarClock20Regular,
  HourglassHalf20Regular,
  Key20Regular,
  PlugDisconnected20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Bone, Late } from '../../ui/late.tsx';
import { narrow } from '../../ui/media.ts';
import { useWords } from '../../words/words.tsx';
import { type Need, needs, soonDays } from './needs.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    flexShrink: 0,
    '@media (max-width: 1099px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    [narrow]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: '8px',
      '& > :last-child': { gridColumn: '1 / -1' },
    },
  },
  counter: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateRows: 'auto 1fr',
    alignItems: 'start',
    width: '100%',
    height: '100%',
    minHeight: '78px',
    boxSizing: 'border-box',
    padding: '10px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    [narrow]: { padding: '8px 12px', minHeight: '68px' },
  },
  none: { cursor: 'default', ':hover': { backgroundColor: tokens.colorNeutralBackground1 } },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  figure: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  zero: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  label: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
  icon: { color: tokens.colorNeutralForeground3, display: 'inline-flex', marginTop: '8px' },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

const icons: Readonly<Record<Need, ReactNode>> = {
  over: <ArrowTrendingLines20Regular aria-hidden />,
  grace: <HourglassHalf20Regular aria-hidden />,
  renewal: <CalendarClock20Regular aria-hidden />,
  refused: <PlugDisconnected20Regular aria-hidden />,
  credential: <Key20Regular aria-hidden />,
};
const tones = {
  over: 'bad',
  grace: 'warning',
  renewal: 'icon',
  refused: 'bad',
  credential: 'warning',
} as const satisfies Record<Need, string>;

type Props = {
  /** Undefined until they are known. */
  readonly tenants: readonly { readonly needs: readonly Need[] }[] | undefined;
  readonly chosen: Need | undefined;
  readonly onChoose: (need: Need | undefined) => void;
};

/** How many tenants need someone for which reason; a click shows only those. */
export function Counters({ tenants, chosen, onChoose }: Props) {
  const styles = useStyles();
  const { t, number } = useWords();
  return (
    <ul className={styles.list} aria-label={t('estate.counters')}>
      {needs.map((need) => {
        const count = tenants?.filter((each) => each.needs.includes(need)).length;
        const isChosen = need === chosen;
        return (
          <li key={need}>
            <button
              type="button"
              className={mergeClasses(
                styles.counter,
                count === 0 && !isChosen && styles.none,
                isChosen && styles.chosen,
              )}
              disabled={count === 0 && !isChosen}
              aria-pressed={isChosen}
              title={t(`estate.${need}Means`, { days: soonDays })}
              onClick={() => onChoose(isChosen ? undefined : need)}
            >
              {count === undefined ? (
                <Late>
                  <Bone width={40} height={28} />
                </Late>
              ) : (
                <span className={mergeClasses(styles.figure, count === 0 && styles.zero)}>
                  {number(count)}
                </span>
              )}
              <span className={mergeClasses(styles.icon, (count ?? 0) > 0 && styles[tones[need]])}>
                {icons[need]}
              </span>
              <span className={styles.label}>{t(`estate.${need}`, { days: soonDays })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
