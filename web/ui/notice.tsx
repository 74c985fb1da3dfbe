import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  ErrorCircle20Filled,
  Info20Filled,
  Warning20Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    lineHeight: tokens.lineHeightBase300,
    '& > svg': { flexShrink: 0 },
  },
  body: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexShrink: 0, columnGap: tokens.spacingHorizontalS },
  icon: { display: 'inline-flex' },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1 },
  badIcon: { color: tokens.colorStatusDangerForeground1 },
  info: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  infoIcon: { color: tokens.colorBrandForeground1 },
});

type NoticeTone = 'good' | 'warning' | 'bad' | 'info';
const icons: Readonly<Record<NoticeTone, ReactNode>> = {
  good: <CheckmarkCircle20Filled aria-hidden />,
  warning: <Warning20Filled aria-hidden />,
  bad: <ErrorCircle20Filled aria-hidden />,
  info: <Info20Filled aria-hidden />,
};

type Props = {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Reads it out as soon as it appears: for the answer to what someone just did. */
  readonly urgent?: boolean;
};

/** A line above what it is about. */
export function Notice({ tone, children, actions, urgent = false }: Props) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} role={urgent ? 'alert' : undefined}>
      <span className={mergeClasses(styles.icon, styles[`${tone}Icon`])}>{icons[tone]}</span>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
