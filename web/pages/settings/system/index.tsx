import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import type { HealthCheck, System } from '../../../../src/api/contract/tenants.ts';
import { useApi } from '../../../api.ts';
import { useMay } from '../../../session.ts';
import { NoRight, ProblemState } from '../../../ui/empty-state.tsx';
import { Bone, Late } from '../../../ui/late.tsx';
import { useWords } from '../../../words/words.tsx';
import { FactList } from '../fact-list.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { CheckList } from './check-list.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    maxWidth: '880px',
    boxSizing: 'border-box',
    padding: '20px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** What this Seatledger runs on, and whether all is well with it. */
export function Page() {
  const { t } = useWords();
  const may = useMay('read-system');
  const system = useApi<System>(may ? '/system' : null);
  if (!may) {
    return (
      <SettingsFrame place="system">
        <NoRight />
      </SettingsFrame>
    );
  }
  return (
    <SettingsFrame
      place="system"
      actions={
        <Button
          icon={<ArrowSync20Regular />}
          disabledFocusable={system.isFetching}
          onClick={() => void system.refetch()}
        >
          {t(system.isFetching ? 'settings.checking' : 'settings.checkAgain')}
        </Button>
      }
    >
      {system.data !== undefined ? (
        <Health system={system.data} />
      ) : system.error !== null ? (
        <ProblemState problem={system.error} onRetry={() => void system.refetch()} />
      ) : (
        <Late>
          <Bone height={220} />
        </Late>
      )}
    </SettingsFrame>
  );
}

function Health({ system: { version, database, dataDir, checks } }: { readonly system: System }) {
  const styles = useStyles();
  const { t } = useWords();
  const needed = checks.filter(({ result }) => result !== 'ok').length;
  return (
    <>
      <section className={styles.card}>
        <h2 className={styles.title}>
          {needed === 0
            ? t('settings.allWell', { count: checks.length })
            : t('settings.needsYou', { count: needed })}
        </h2>
        <CheckList checks={worstFirst(checks)} />
      </section>
      <section className={styles.card}>
        <h2 className={styles.title}>{t('settings.setUp')}</h2>
        <FactList
          facts={[
            [t('settings.version'), version],
            [t('settings.database'), database],
            [t('settings.dataDir'), dataDir],
          ]}
        />
      </section>
    </>
  );
}

const weights: Readonly<Record<HealthCheck['result'], number>> = { failed: 0, warning: 1, ok: 2 };

function worstFirst(checks: readonly HealthCheck[]): readonly HealthCheck[] {
  return checks.toSorted((one, other) => weights[one.result] - weights[other.result]);
}
