import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons';
import type { FindingRule } from '../../../src/api/contract/findings.ts';
import { Bone, Late } from '../../ui/late.tsx';
import { narrow } from '../../ui/media.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { ruleExplain, ruleTitle } from './rules.ts';

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rule: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '48px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    padding: '12px 20px 14px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { paddingInline: '14px', columnGap: '12px' },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  bones: { display: 'flex', flexDirection: 'column', justifyContent: 'space-around', height: '60px' },
  count: { textAlign: 'end' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    [narrow]: { flexDirection: 'column', rowGap: '2px' },
  },
  figure: {
    display: 'block',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  zero: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  // The whole row is the button; what is a link stands above it.
  button: {
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    outlineStyle: 'none',
    '::after': { content: '""', position: 'absolute', inset: '2px', borderRadius: tokens.borderRadiusLarge },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // As long a line as there is room for beside a panel, so that opening one moves nothing.
  explain: { margin: 0, maxWidth: '590px', color: tokens.colorNeutralForeground2 },
  link: {
    position: 'relative',
    zIndex: 1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '24px',
    whiteSpace: 'nowrap',
  },
});

type Props = {
  readonly tenantId: string;
  /** Undefined while they are on their way. */
  readonly rules: readonly FindingRule[] | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (rule: string | undefined) => void;
};

/** Each rule with how many people it finds, what it means and what to do; a click shows only its findings. */
export function RuleList({ tenantId, rules, selected, onSelect }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <ul className={styles.list} aria-label={t('findings.rules')} aria-busy={rules === undefined}>
      {rules === undefined &&
        [1, 2, 3, 4].map((each) => (
          <li key={each} className={styles.rule}>
            <WaitingRule />
          </li>
        ))}
      {rules?.map((rule) => (
        <RuleItem
          key={rule.name}
          tenantId={tenantId}
          rule={rule}
          selected={rule.name === selected}
          onSelect={onSelect}
        />
      ))}
    </ul>
  );
}

type ItemProps = Pick<Props, 'tenantId' | 'onSelect'> & {
  readonly rule: FindingRule;
  readonly selected: boolean;
};

function RuleItem({ tenantId, rule, selected, onSelect }: ItemProps) {
  const styles = useStyles();
  const { t, number } = useWords();
  const { name, people } = rule;
  const title = ruleTitle(rule, t);
  return (
    <li className={mergeClasses(styles.rule, selected && styles.selected)}>
      <span className={styles.count}>
        <span className={mergeClasses(styles.figure, people === 0 && styles.zero)}>{number(people)}</span>
        <span className={styles.unit}>{t('findings.people', { count: people })}</span>
      </span>
      <div>
        <div className={styles.head}>
          <h2 className={styles.title}>
            <button
              type="button"
              className={styles.button}
              aria-pressed={selected}
              onClick={() => onSelect(selected ? undefined : name)}
            >
              {title}
            </button>
          </h2>
          {people > 0 && (
            <TextLink
              to="/t/$tenant/people"
              params={{ tenant: tenantId }}
              search={{ finding: name }}
              className={styles.link}
              aria-label={`${t('findings.inPeople')}: ${title}`}
            >
              {t('findings.inPeople')}
              <ArrowRight16Regular aria-hidden />
            </TextLink>
          )}
        </div>
        <p className={styles.explain}>{ruleExplain(rule, t)}</p>
      </div>
    </li>
  );
}

function WaitingRule() {
  const styles = useStyles();
  return (
    <>
      <span />
      <span className={styles.bones}>
        <Late>
          <Bone width={160} height={14} />
          <Bone width="80%" height={14} />
          <Bone width="55%" height={14} />
        </Late>
      </span>
    </>
  );
}
