import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Run } from '../../../src/api/contract/runs.ts';
import { Figure } from '../../ui/figure.tsx';
import { narrow } from '../../ui/media.ts';
import { useWords } from '../../words/words.tsx';
import { Duration } from './duration.tsx';
import { runState } from './run-state-pill.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    margin: 0,
    flexShrink: 0,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: '14px 20px',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    [narrow]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', padding: '12px 14px' },
  },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

/** When, how long, how many requests, and what the guard said. */
export function RunFacts({ run }: { readonly run: Run }) {
  const styles = useStyles();
  const { t, time, fullTime } = useWords();
  const isRunning = run.state === 'running';
  return (
    <dl className={styles.facts}>
      <Fact name={t('run.started')}>
        <span title={fullTime(run.startedAt)}>{time(run.startedAt)}</span>
      </Fact>
      <Fact name={t('run.duration')}>
        <Duration run={run} />
      </Fact>
      <Fact name={t('run.requests')}>
        <Figure value={isRunning ? null : run.requests} why={t('run.atTheEnd')} />
      </Fact>
      <Fact name={t('run.throttled')} title={t('run.throttledMeans')}>
        <Figure value={isRunning ? null : run.throttled} why={t('run.atTheEnd')} />
      </Fact>
      <Fact name={t('run.guard')} title={t('run.guardMeans')}>
        {t(`run.guard-${runState(run)}`)}
      </Fact>
    </dl>
  );
}

type FactProps = { readonly name: string; readonly title?: string; readonly children: ReactNode };

function Fact({ name, title, children }: FactProps) {
  const styles = useStyles();
  return (
    <div title={title}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
