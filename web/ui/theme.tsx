import {
  FluentProvider,
  RendererProvider,
  type Theme,
  createDOMRenderer,
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMedia } from './media.ts';
import { usePreference } from './preference.ts';

/** What a person can choose; `system` follows the device. */
export const themeNames = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The chosen theme and a function that chooses another. */
export function useThemeName(): readonly [ThemeName, (name: ThemeName) => void] {
  return usePreference('theme', (kept) => themeNames.find((name) => name === kept) ?? 'system');
}

/** What the whole interface is set in. */
export const fontFamily =
  "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', 'Open Sans', sans-serif";
const fonts = { fontFamilyBase: fontFamily };

/** Colors that Fluent has none for: what is under the pointer or chosen while text of several colors stands on it, and excess. */
export const surfaces = {
  hover: 'var(--surfaceHover)',
  selected: 'var(--surfaceSelected)',
  excess: 'var(--surfaceExcess)',
} as const;

type Surfaces = {
  readonly surfaceHover: string;
  readonly surfaceSelected: string;
  readonly surfaceExcess: string;
};

const themes: Readonly<Record<Exclude<ThemeName, 'system'> | 'forced', Theme & Surfaces>> = {
  light: {
    ...webLightTheme,
    ...fonts,
    surfaceHover: webLightTheme.colorNeutralBackground1Hover,
    surfaceSelected: webLightTheme.colorNeutralBackground1Selected,
    surfaceExcess: webLightTheme.colorStatusDangerBackground3,
  },
  dark: {
    ...webDarkTheme,
    ...fonts,
    // Fluent's own red is too dark on the surfaces of the dark theme (4.2:1).
    colorStatusDangerForeground1: '#e37d80',
    surfaceHover: '#2f2f2f',
    surfaceSelected: '#333333',
    surfaceExcess: '#d13a46',
  },
  contrast: {
    ...teamsHighContrastTheme,
    ...fonts,
    surfaceHover: '#262626',
    surfaceSelected: '#404040',
    surfaceExcess: '#ffff00',
  },
  // The device paints everything but drawings in colors of its own; these follow it.
  forced: {
    ...teamsHighContrastTheme,
    ...fonts,
    colorBrandBackground: 'CanvasText',
    colorNeutralForegroundOnBrand: 'Canvas',
    colorCompoundBrandBackground: 'Highlight',
    colorPaletteMarigoldBorderActive: 'LinkText',
    colorNeutralForeground2: 'CanvasText',
    colorNeutralForeground3: 'CanvasText',
    colorNeutralStroke1: 'GrayText',
    colorNeutralStroke2: 'GrayText',
    colorNeutralBackground6: 'Canvas',
    surfaceHover: 'Canvas',
    surfaceSelected: 'Canvas',
    surfaceExcess: 'VisitedText',
  },
};

const useStaticStyles = makeStaticStyles({
  'html, body, #root': { height: '100%', margin: 0, padding: 0 },
  body: { overflow: 'hidden', overscrollBehavior: 'none' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '0.01ms', transitionDuration: '0.01ms' },
  },
});
const useStyles = makeStyles({
  root: { height: '100%', backgroundColor: tokens.colorNeutralBackground2, colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
});

// The server allows only styles that carry the nonce of this page.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

/** Gives everything below it the chosen theme. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <Themed>{children}</Themed>
    </RendererProvider>
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  useStaticStyles();
  const styles = useStyles();
  const [chosen] = useThemeName();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  const name = forced ? 'forced' : chosen === 'system' ? (dark ? 'dark' : 'light') : chosen;
  return (
    // A class of the provider would be given to every menu and popover too, so the page has a frame of its own.
    <FluentProvider theme={themes[name]} style={{ height: '100%' }}>
      <div className={mergeClasses(styles.root, (name === 'dark' || name === 'contrast') && styles.dark)}>
        {children}
      </div>
    </FluentProvider>
  );
}
