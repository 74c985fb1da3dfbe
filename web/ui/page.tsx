import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { narrow } from './media.ts';

const useStyles = makeStyles({
  frame: { position: 'relative', display: 'flex', height: '100%', minHeight: 0, minWidth: 0 },
  content: {
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: '20px 24px 24px',
    [narrow]: { padding: '14px 14px 20px', rowGap: tokens.spacingVerticalM },
  },
  text: { maxWidth: '880px', width: '100%', boxSizing: 'border-box' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  title: {
    flex: '1 1 220px',
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

type Props = {
  /** For the tab of the browser, and the heading unless that is given. */
  readonly title: string;
  readonly heading?: ReactNode;
  /** Right of the heading. */
  readonly actions?: ReactNode;
  /** A `<Panel>` beside the content. */
  readonly panel?: ReactNode;
  /** For text and forms: no wider than is good to read. */
  readonly reading?: boolean;
  readonly children: ReactNode;
};

/** The frame of every page: heading, actions, content below each other, a panel beside them. */
export function Page({ title, heading, actions, panel, reading = false, children }: Props) {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${title} · Seatledger`;
  }, [title]);
  return (
    <div className={styles.frame}>
      <div data-scroller className={mergeClasses(styles.content, reading && styles.text)} tabIndex={-1}>
        <header className={styles.head}>
          <h1 className={styles.title}>{heading ?? title}</h1>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
      {panel}
    </div>
  );
}
