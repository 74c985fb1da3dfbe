import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, ErrorCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { HealthCheck } from '../../../../src/api/contract/tenants.ts';
import { useHiddenStyles } from '../../../ui/announce.tsx';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '12px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  message: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

/** What was looked at, and what was found. */
export function CheckList({ checks }: { readonly checks: readonly HealthCheck[] }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useWords();
  const icons: Readonly<Record<HealthCheck['result'], ReactNode>> = {
    ok: <CheckmarkCircle20Filled className={styles.ok} aria-hidden />,
    warning: <Warning20Filled className={styles.warning} aria-hidden />,
    failed: <ErrorCircle20Filled className={styles.failed} aria-hidden />,
  };
  return (
    <ul className={styles.list}>
      {checks.map(({ name, result, message }) => (
        <li key={`${name} ${message}`} className={styles.line}>
          {icons[result]}
          <div>
            <span className={hidden.hidden}>{t(`settings.check-${result}`)}</span>
            <div className={styles.name}>{nameOf(name, t)}</div>
            {/* This sentence comes from the server, which speaks English. */}
            <div className={styles.message} lang="en">
              {message}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

const known = ['program', 'database', 'space', 'master key', 'tenants'] as const;

function nameOf(name: string, t: ReturnType<typeof useWords>['t']): string {
  const own = known.find((each) => each === name);
  // What is none of ours is a tenant, by its name.
  return own === undefined ? name : t(`settings.check-${own}`);
}
