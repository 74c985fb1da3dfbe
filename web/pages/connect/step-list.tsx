import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons';
import { useWords } from '../../words/words.tsx';
import { type StepName, stepNames } from './steps.ts';

const narrowList = '@media (max-width: 999px)';
const useStyles = makeStyles({
  list: {
    position: 'sticky',
    top: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrowList]: {
      position: 'static',
      flexDirection: 'row',
      justifyContent: 'space-between',
      columnGap: '4px',
    },
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '44px',
    padding: '4px 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': {
      cursor: 'default',
      color: tokens.colorNeutralForeground3,
      backgroundColor: 'transparent',
    },
    [narrowList]: { padding: '4px', columnGap: '8px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':disabled': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '26px',
    height: '26px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  markCurrent: {
    border: 'none',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  markDone: {
    border: 'none',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  item: { [narrowList]: { minWidth: 0 } },
  name: {
    [narrowList]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  nameCurrent: {
    [narrowList]: {
      position: 'static',
      width: 'auto',
      height: 'auto',
      clipPath: 'none',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  },
});

type Props = {
  readonly step: StepName;
  /** The furthest step that can be gone to; null when there is no way back. */
  readonly reach: StepName | null;
  readonly onGo: (step: StepName) => void;
};

/** The steps with their numbers: those before the present one ticked, those that lack something earlier closed. */
export function StepList({ step, reach, onGo }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const at = stepNames.indexOf(step);
  const furthest = reach === null ? -1 : stepNames.indexOf(reach);
  return (
    <nav aria-label={t('connect.steps')}>
      <ol className={styles.list}>
        {stepNames.map((name, index) => (
          <li key={name} className={styles.item}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              disabled={index > furthest}
              className={mergeClasses(styles.step, index === at && styles.current)}
              onClick={() => onGo(name)}
            >
              <span
                className={mergeClasses(
                  styles.mark,
                  index === at && styles.markCurrent,
                  index < at && styles.markDone,
                )}
              >
                {index < at ? <Checkmark16Filled aria-hidden /> : index + 1}
              </span>
              <span className={mergeClasses(styles.name, index === at && styles.nameCurrent)}>
                {t(`connect.${name}Step`)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
