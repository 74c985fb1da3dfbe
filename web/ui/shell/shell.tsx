import { makeStyles, tokens } from '@fluentui/react-components';
import { Outlet } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import { useEntryProblem, useMe } from '../../session.ts';
import { useWords } from '../../words/words.tsx';
import { ProblemState } from '../empty-state.tsx';
import { narrow } from '../media.ts';
import { Page } from '../page.tsx';
import { Rail } from './rail.tsx';
import { useShortcuts } from './shortcuts.ts';
import { TopBar } from './top-bar.tsx';

// Both come when someone asks for them.
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateAreas: '"top top" "rail main"',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: '52px minmax(0, 1fr)',
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    [narrow]: {
      gridTemplateAreas: '"top" "main" "rail"',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: '52px minmax(0, 1fr) auto',
    },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: '12px',
    top: '-100px',
    zIndex: 10,
    padding: '8px 16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':focus': { top: '8px' },
  },
  main: {
    gridArea: 'main',
    minHeight: 0,
    minWidth: 0,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** The frame around every page of someone who is signed in. */
export function Shell() {
  const styles = useStyles();
  const { t } = useWords();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const me = useMe();
  const entry = useEntryProblem();
  useShortcuts({ onPalette: () => setOpen('palette'), onKeys: () => setOpen('keys') });
  const close = () => setOpen(null);
  if (entry !== null) {
    return (
      <Page title="Seatledger">
        <ProblemState problem={entry.problem} onRetry={entry.retry} />
      </Page>
    );
  }
  // Who is asking is known first: else a page would ask in vain and show it.
  if (me === undefined) return null;
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <TopBar me={me} onPalette={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
      <Rail />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} onKeys={() => setOpen('keys')} />}
        {open === 'keys' && <KeySheet onClose={close} />}
      </Suspense>
    </div>
  );
}
