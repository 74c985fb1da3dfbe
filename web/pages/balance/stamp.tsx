import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, ErrorCircle20Filled, QuestionCircle20Regular } from '@fluentui/react-icons';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { CheckSummary } from '../../../src/api/contract/overview.ts';
import { usePopover } from '../../ui/popover-layer.tsx';
import { useWords } from '../../words/words.tsx';
import { ProofCounts } from './proof-counts.tsx';

const useStyles = makeStyles({
  stamp: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    padding: '0 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid currentColor`,
    backgroundColor: tokens.colorNeutralBackground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  balanced: { color: tokens.colorStatusSuccessForeground1 },
  open: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  proofs: { display: 'inline-flex', columnGap: '4px', marginInlineStart: '4px' },
  proof: {
    padding: '0 5px',
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '18px',
    fontVariantNumeric: 'tabular-nums',
  },
  held: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
  },
  failed: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  unsaid: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2 },
});

type Props = { readonly checks: readonly CheckSummary[]; readonly lines: readonly BalanceLine[] };

/** Whether the figures hold against the second counters; a click says which proof found what. */
export function Stamp({ checks, lines }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const show = usePopover();
  const open = lines.filter(({ status }) => status === 'open');
  const state = open.length > 0 ? 'open' : stampOf(checks);
  const icon = {
    balanced: <CheckmarkCircle20Filled aria-hidden />,
    open: <ErrorCircle20Filled aria-hidden />,
    unknown: <QuestionCircle20Regular aria-hidden />,
  }[state];
  return (
    <button
      type="button"
      className={mergeClasses(styles.stamp, styles[state])}
      onClick={(event) => show(event.currentTarget, <ProofCounts checks={checks} open={open} />)}
    >
      {icon}
      {state === 'open' ? t('balance.openProducts', { count: open.length }) : t(`balance.${state}`)}
      <span className={styles.proofs}>
        {checks.map((check) => (
          <span
            key={check.id}
            className={mergeClasses(
              styles.proof,
              check.open > 0
                ? styles.failed
                : check.equal + check.explained > 0
                  ? styles.held
                  : styles.unsaid,
            )}
          >
            {check.id}
            {check.open > 0 && ` ${check.open}`}
          </span>
        ))}
      </span>
    </button>
  );
}

function stampOf(checks: readonly CheckSummary[]): 'balanced' | 'unknown' {
  return checks.some(({ equal, explained }) => equal + explained > 0) ? 'balanced' : 'unknown';
}
