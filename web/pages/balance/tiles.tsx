import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import { Delta, Figure } from '../../ui/figure.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { narrow } from '../../ui/media.ts';
import { surfaces } from '../../ui/theme.tsx';
import { useWords } from '../../words/words.tsx';
import { type SumField, inNeed, paidOf, sumOf } from './figures.ts';
import { sumOverProducts } from './sums.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    [narrow]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS },
  },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    containerType: 'inline-size',
    padding: '14px 18px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    [narrow]: { padding: '10px 14px 12px' },
  },
  label: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
    color: tokens.colorNeutralForeground2,
  },
  value: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '10px',
    height: tokens.lineHeightHero800,
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    '& svg': { width: '18px', height: '18px' },
    [narrow]: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  },
  // Where the tile is too small for it, the printed sum says it.
  aside: {
    '@container (max-width: 220px)': { display: 'none' },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    letterSpacing: 'normal',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  since: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    margin: 0,
    minHeight: '20px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  press: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
  },
  caption: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
});

type Props = {
  /** Undefined while they are on their way. */
  readonly lines: readonly BalanceLine[] | undefined;
  /** The lines of a month before; null where the ledger does not reach back so far. */
  readonly before: readonly BalanceLine[] | null | undefined;
  readonly beforeDay: string;
  readonly attention: boolean;
  readonly onAttention: () => void;
};

/** The sums of the paid products, each with its change since last month. */
export function Tiles({ lines, before, beforeDay, attention, onAttention }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { t, shortDay } = words;
  const fields = [
    ['enabled', t('balance.purchasedPaid')],
    ['consumed', t('balance.assignedPaid')],
    ['available', t('balance.availablePaid')],
  ] as const;
  const change = (now: number | null | undefined, then: number | null | undefined) => (
    <Change
      value={typeof now === 'number' && typeof then === 'number' ? now - then : null}
      day={before === null ? null : shortDay(beforeDay)}
      known={lines !== undefined && before !== undefined}
    />
  );
  const sum = (of: readonly BalanceLine[] | null | undefined, field: SumField) =>
    of && sumOf(paidOf(of), field);
  const needy = lines && inNeed(lines).length;
  return (
    <div className={styles.tiles}>
      {fields.map(([field, label]) => (
        <div key={field} className={styles.tile}>
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>
            {lines === undefined ? (
              <Waiting />
            ) : (
              <Figure
                alone
                value={sumOf(paidOf(lines), field)}
                why={t('balance.noPaid')}
                sum={sumOverProducts(paidOf(lines), field, label, words)}
              />
            )}
            {field === 'available' && lines !== undefined && <FreeAndShort lines={paidOf(lines)} />}
          </span>
          {change(sum(lines, field), sum(before, field))}
        </div>
      ))}
      <button
        type="button"
        className={mergeClasses(styles.tile, styles.press, attention && styles.pressed)}
        aria-pressed={attention}
        onClick={onAttention}
      >
        <span className={styles.label}>{t('balance.attention')}</span>
        <span className={styles.value}>{needy === undefined ? <Waiting /> : <Figure value={needy} />}</span>
        {change(needy, before && inNeed(before).length)}
      </button>
    </div>
  );
}

/** The sum hides that one product may be short while another has seats to spare; this says both. */
function FreeAndShort({ lines }: { readonly lines: readonly BalanceLine[] }) {
  const styles = useStyles();
  const { t } = useWords();
  const known = lines.flatMap(({ available }) => available ?? []);
  const free = known.reduce((sum, value) => sum + Math.max(0, value), 0);
  const short = known.reduce((sum, value) => sum + Math.max(0, -value), 0);
  if (free === 0 || short === 0) return null;
  return <span className={styles.aside}>{t('balance.freeShort', { free, short })}</span>;
}

type ChangeProps = { readonly value: number | null; readonly day: string | null; readonly known: boolean };

function Change({ value, day, known }: ChangeProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  if (!known) return <span className={styles.since} />;
  if (day === null || value === null) return <span className={styles.since}>{t('balance.noMonthAgo')}</span>;
  return (
    <span className={styles.since}>
      <Delta value={value} /> {t('balance.since', { day })}
    </span>
  );
}

function Waiting() {
  return (
    <Late>
      <Bone width={96} height={32} />
    </Late>
  );
}
