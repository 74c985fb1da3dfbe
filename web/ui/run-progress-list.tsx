import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { ResourceProgress, RunProgress } from '../run-progress.ts';
import { useWords } from '../words/words.tsx';
import { resourceName } from './resource-name.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, auto) minmax(80px, 1fr) minmax(90px, auto)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '10px',
    margin: 0,
    padding: 0,
    textAlign: 'start',
  },
  count: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '6px',
    fontVariantNumeric: 'tabular-nums',
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  kept: { color: tokens.colorStatusWarningForeground3 },
  wait: { gridColumn: '1 / -1', margin: 0, color: tokens.colorNeutralForeground3 },
  // What Microsoft says begins with a small letter here and there.
  why: { display: 'block', overflowWrap: 'anywhere', '::first-letter': { textTransform: 'uppercase' } },
});

/** What a run has read so far, resource by resource. */
export function RunProgressList({ progress }: { readonly progress: RunProgress }) {
  const styles = useStyles();
  const { t, time } = useWords();
  return (
    <div className={styles.list}>
      {progress.resources.map((each) => (
        <ResourceLine key={each.resource} progress={each} />
      ))}
      {progress.resources.length === 0 && <p className={styles.wait}>{t('states.starting')}</p>}
      {progress.waiting !== null && (
        <p className={styles.wait}>
          {t('states.waitingUntil', { time: time(progress.waiting.until) })}
          <span className={styles.why} lang="en">
            {progress.waiting.why}
          </span>
        </p>
      )}
    </div>
  );
}

function ResourceLine({
  progress: { resource, rows, of, done, kept },
}: {
  readonly progress: ResourceProgress;
}) {
  const styles = useStyles();
  const { t, number } = useWords();
  const share = done ? 1 : of === null || of === 0 ? null : Math.min(1, rows / of);
  const count = of !== null && !done ? t('states.rowsOf', { rows, of }) : number(rows);
  return (
    <>
      <span>{resourceName(resource, t)}</span>
      <ProgressBar
        {...(share === null ? {} : { value: share })}
        thickness="large"
        color={kept === null ? 'brand' : 'warning'}
        aria-label={resourceName(resource, t)}
      />
      <span className={styles.count} title={kept ?? undefined}>
        {kept === null ? count : t('states.kept')}
        {done && kept === null && <CheckmarkCircle16Filled className={styles.done} aria-hidden />}
        {kept !== null && <Warning16Filled className={styles.kept} aria-hidden />}
      </span>
    </>
  );
}
