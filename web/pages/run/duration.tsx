import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Run } from '../../../src/api/contract/runs.ts';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({ text: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } });

/** How long a run took, or has taken until now. */
export function Duration({ run: { startedAt, endedAt } }: { readonly run: Run }) {
  const styles = useStyles();
  const { t, duration } = useWords();
  const now = useSecond(endedAt === null);
  const end = endedAt === null ? now : Date.parse(endedAt);
  const seconds = Math.max(0, (end - Date.parse(startedAt)) / 1000);
  return (
    <span className={styles.text}>
      {seconds < 1 && endedAt !== null
        ? t('run.lessThan', { time: duration(1) })
        : duration(Math.floor(seconds))}
    </span>
  );
}

/** The time in ms, told anew each second while it is wanted. */
function useSecond(wanted: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [wanted]);
  return now;
}
