import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import type { Run } from '../../../src/api/contract/runs.ts';
import { useRunProgress } from '../../run-progress.ts';
import { announce } from '../../ui/announce.tsx';
import { RunProgressList } from '../../ui/run-progress-list.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { RunStatePill, runState } from '../run/run-state-pill.tsx';
import type { RecentRuns } from './collecting.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    padding: '12px 12px 16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: '10px', minHeight: '32px' },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  link: { marginInlineStart: 'auto', whiteSpace: 'nowrap' },
  body: { paddingInlineEnd: '8px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

type Props = { readonly runs: RecentRuns; readonly tenants: readonly EstateLine[] };

/** The runs that go on, live, and the result of those that have just ended. */
export function RunningNow({ runs, tenants }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  if (runs.followed.length === 0) return null;
  const nameOf = (id: string) => tenants.find(({ tenant }) => tenant.id === id)?.tenant.name ?? id;
  return (
    <ul className={styles.list} aria-label={t('collection.now')}>
      {runs.followed.map((run) => (
        <FollowedRun
          key={run.id}
          run={run}
          name={nameOf(run.tenantId)}
          onForget={() => runs.forget(run.id)}
        />
      ))}
    </ul>
  );
}

type FollowedProps = { readonly run: Run; readonly name: string; readonly onForget: () => void };

function FollowedRun({ run, name, onForget }: FollowedProps) {
  const styles = useStyles();
  const { t } = useWords();
  const progress = useRunProgress(run.tenantId, run.id);
  const { outcome, problem } = progress;
  const ended = outcome?.run ?? (run.state === 'running' ? null : run);
  const result = ended === null ? null : t(`run.${runState(ended)}`);
  useEffect(() => {
    if (result !== null) announce(t('collection.ended', { tenant: name, result }));
  }, [result, name, t]);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title} title={name}>
          {name}
        </h2>
        <RunStatePill run={ended ?? run} />
        <TextLink
          className={styles.link}
          to="/t/$tenant/runs/$run"
          params={{ tenant: run.tenantId, run: run.id }}
          aria-label={t('collection.runOf', { tenant: name })}
        >
          {t('collection.details')}
        </TextLink>
        {ended !== null && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={t('collection.dismiss', { tenant: name })}
            title={t('states.close')}
            onClick={onForget}
          />
        )}
      </div>
      <div className={styles.body}>
        {ended === null && problem === null && <RunProgressList progress={progress} />}
        {ended === null && problem !== null && <p className={styles.text}>{t('run.elsewhere')}</p>}
        {ended !== null && (
          <p className={styles.text}>
            {outcome !== null && (outcome.outcome === 'published' || outcome.outcome === 'partial')
              ? t('run.publishedCount', { count: outcome.entries })
              : (outcome?.reason ?? ended.reason ?? t(`run.${runState(ended)}Means`))}
          </p>
        )}
      </div>
    </li>
  );
}
