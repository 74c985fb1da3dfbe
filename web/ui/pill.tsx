import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  CircleHalfFill16Regular,
  Clock16Regular,
  ErrorCircle16Filled,
  Info16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

/** How much something matters; the icon and the words say it too, never the color alone. */
export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'quiet' | 'waiting';

const useStyles = makeStyles({
  pill: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '22px',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightMedium,
    whiteSpace: 'nowrap',
    '& svg': { flexShrink: 0, width: '14px', height: '14px' },
  },
  good: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  warning: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  bad: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  info: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
  quiet: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground6 },
  waiting: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground6 },
});

const icons: Readonly<Record<Tone, ReactNode>> = {
  good: <CheckmarkCircle16Filled aria-hidden />,
  warning: <Warning16Filled aria-hidden />,
  bad: <ErrorCircle16Filled aria-hidden />,
  info: <Info16Regular aria-hidden />,
  quiet: <CircleHalfFill16Regular aria-hidden />,
  waiting: <Clock16Regular aria-hidden />,
};

type Props = {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Another icon than that of the tone; null for none. */
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
};

/** A state in one or two words. */
export function Pill({ tone, children, icon = icons[tone], title }: Props) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.pill, styles[tone])} title={title}>
      {icon}
      {children}
    </span>
  );
}
