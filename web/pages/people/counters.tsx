import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PeopleCounters } from '../../../src/api/contract/findings.ts';
import { Bone, Late } from '../../ui/late.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { ruleTitle } from '../findings/rules.ts';
import type { PeopleView } from './view.ts';

const useStyles = makeStyles({
  // One line however narrow, so that the list below never jumps.
  strip: {
    display: 'flex',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    overflowX: 'auto',
    padding: '3px',
    margin: '-3px',
    scrollbarWidth: 'thin',
  },
  counter: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 0 auto',
    minWidth: '104px',
    maxWidth: '200px',
    padding: '8px 14px 9px',
    textAlign: 'start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  figure: {
    display: 'flex',
    alignItems: 'center',
    height: tokens.lineHeightBase500,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  zero: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

type Props = {
  /** Undefined while they are on their way. */
  readonly counters: PeopleCounters | undefined;
  readonly view: PeopleView;
  readonly onChange: (change: UrlChange) => void;
};

/** How many people there are, hold a license, or are found by a rule; each shows only these. */
export function Counters({ counters, view, onChange }: Props) {
  const styles = useStyles();
  const { t, number } = useWords();
  return (
    <div role="group" aria-label={t('people.counters')} className={styles.strip}>
      {choices(counters, t).map(({ id, label, people, change }) => {
        const pressed = (change.licensed ?? change.finding ?? '') === (view.licensed ?? view.finding ?? '');
        return (
          <button
            key={id}
            type="button"
            aria-pressed={pressed}
            className={mergeClasses(styles.counter, pressed && styles.pressed)}
            onClick={() => onChange(pressed ? { licensed: undefined, finding: undefined } : change)}
          >
            <span className={mergeClasses(styles.figure, people === 0 && styles.zero)}>
              {people === undefined ? (
                <Late>
                  <Bone width={56} height={20} />
                </Late>
              ) : (
                number(people)
              )}
            </span>
            <span className={styles.label}>{label}</span>
          </button>
        );
      })}
      {counters === undefined &&
        rulesOnTheirWay.map((each) => (
          <span key={each} className={styles.counter}>
            <span className={styles.figure}>
              <Late>
                <Bone width={100} height={20} />
              </Late>
            </span>
          </span>
        ))}
    </div>
  );
}

const rulesOnTheirWay = [1, 2, 3, 4];

function choices(counters: PeopleCounters | undefined, t: ReturnType<typeof useWords>['t']) {
  const rules = counters?.rules ?? [];
  const unlicensed = counters && counters.people - counters.licensed;
  const only = (licensed?: string, finding?: string) => ({ licensed, finding });
  return [
    { id: 'all', label: t('people.all'), people: counters?.people, change: only() },
    { id: 'licensed', label: t('people.licensed'), people: counters?.licensed, change: only('true') },
    { id: 'unlicensed', label: t('people.unlicensed'), people: unlicensed, change: only('false') },
    ...rules.map((rule) => ({
      id: rule.name,
      label: ruleTitle(rule, t),
      people: rule.people,
      change: only(undefined, rule.name),
    })),
  ];
}
