import { makeStyles, tokens } from '@fluentui/react-components';
import type { RunProgress } from '../../run-progress.ts';
import { Notice } from '../../ui/notice.tsx';
import { RunProgressList } from '../../ui/run-progress-list.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What a run reads at this moment. */
export function RunLive({ progress }: { readonly progress: RunProgress }) {
  const styles = useStyles();
  const { t } = useWords();
  if (progress.problem !== null) {
    return (
      <Notice tone="info">
        {progress.problem.code === 'not-found' ? t('run.elsewhere') : progress.problem.message}
      </Notice>
    );
  }
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{t('run.reading')}</h2>
      <RunProgressList progress={progress} />
    </section>
  );
}
