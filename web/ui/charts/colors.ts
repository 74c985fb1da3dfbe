import { tokens } from '@fluentui/react-components';
import { surfaces } from '../theme.tsx';

/** One color per meaning, the same in every chart; a pattern, a position or a word says it too. */
export const chartColors = {
  assigned: tokens.colorCompoundBrandBackground,
  grace: tokens.colorPaletteMarigoldBorderActive,
  free: tokens.colorNeutralStroke1,
  over: surfaces.excess,
  capacity: tokens.colorNeutralForeground2,
  purchased: tokens.colorNeutralForeground3,
  added: tokens.colorCompoundBrandBackground,
  removed: tokens.colorPaletteMarigoldBorderActive,
  track: tokens.colorNeutralBackground6,
  line: tokens.colorNeutralStroke2,
  text: tokens.colorNeutralForeground3,
} as const;
