import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { Brand } from '../../ui/shell/brand.tsx';
import { LanguageMenu, ThemeMenu } from '../../ui/shell/menus.tsx';
import { narrow } from '../../ui/media.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '12px 16px 48px',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  menus: { display: 'flex', justifyContent: 'flex-end', minHeight: '32px', flexShrink: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '20px',
    marginTop: 'clamp(0px, 9vh, 96px)',
    flexShrink: 0,
    [narrow]: { marginTop: 0 },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    width: '100%',
    maxWidth: '420px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '20px',
    padding: '32px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    [narrow]: { padding: '24px 20px' },
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
};

/** The frame of the pages that come before anyone is signed in: the mark and one card. */
export function EntranceFrame({ title, intro, children }: Props) {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${title} · Seatledger`;
  }, [title]);
  return (
    <div className={styles.page}>
      <div className={styles.menus}>
        <ThemeMenu />
        <LanguageMenu />
      </div>
      <main className={styles.main}>
        <div className={styles.brand}>
          <Brand size={32} />
          Seatledger
        </div>
        <div className={styles.card}>
          <div className={styles.head}>
            <h1 className={styles.title}>{title}</h1>
            {intro !== undefined && <p className={styles.intro}>{intro}</p>}
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
