import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { ResourceAge } from '../../../src/api/contract/balance.ts';
import { useHiddenStyles } from '../../ui/announce.tsx';
import { useWords } from '../../words/words.tsx';
import { shortAge } from './short-age.ts';

const useStyles = makeStyles({
  cell: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '& svg': { flexShrink: 0 },
  },
  read: { '& svg': { color: tokens.colorStatusSuccessForeground1 } },
  kept: { '& svg': { color: tokens.colorStatusWarningForeground3 } },
  refused: { '& svg': { color: tokens.colorStatusDangerForeground1 } },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly age: ResourceAge | undefined; readonly now: Date };

/** When a resource was last read whole, with a tick, or with the reason why an older read is kept or there is none. */
export function ResourceCell({ age, now }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t, locale, duration, fullTime } = useWords();
  if (age === undefined || (age.readAt === null && age.reason === null)) {
    return (
      <span className={styles.quiet} title={t('collection.notYet')}>
        <span aria-hidden>—</span>
        <span className={hidden.hidden}>{t('collection.notYet')}</span>
      </span>
    );
  }
  const { readAt, state, reason } = age;
  const look = state === 'read' ? styles.read : state === 'kept' ? styles.kept : styles.refused;
  const said = [readAt === null ? null : fullTime(readAt), state === 'read' ? null : reason];
  return (
    <span className={mergeClasses(styles.cell, look)} title={said.filter((part) => part !== null).join('\n')}>
      {state === 'read' && <CheckmarkCircle16Filled aria-hidden />}
      {state === 'kept' && <Warning16Filled aria-hidden />}
      {state === 'never' && <ErrorCircle16Filled aria-hidden />}
      {readAt === null
        ? t('shell.never')
        : (shortAge(readAt, now, locale) ?? t('run.lessThan', { time: duration(60) }))}
      {state !== 'read' && <span className={hidden.hidden}>{reason}</span>}
    </span>
  );
}
