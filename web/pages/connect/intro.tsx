import { makeStyles, tokens } from '@fluentui/react-components';
import { BookOpen20Regular, ShieldCheckmark20Regular, Timer20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '10px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    '& > svg': { color: tokens.colorBrandForeground1 },
  },
});

/** What will be read, what can never be done, and how long it takes: before anyone types anything. */
export function Intro() {
  const styles = useStyles();
  const { rich } = useWords();
  const line = (icon: ReactNode, text: ReactNode) => (
    <li className={styles.line}>
      {icon}
      <span>{text}</span>
    </li>
  );
  return (
    <ul className={styles.lines}>
      {line(<BookOpen20Regular aria-hidden />, rich('connect.introReads'))}
      {line(<ShieldCheckmark20Regular aria-hidden />, rich('connect.introNever'))}
      {line(<Timer20Regular aria-hidden />, rich('connect.introTime'))}
    </ul>
  );
}
