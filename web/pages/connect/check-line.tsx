import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  ErrorCircle20Filled,
  Warning20Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { StepResult } from '../../../src/api/contract/tenants.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { useHiddenStyles } from '../../ui/announce.tsx';
import { type WordKey, useWords } from '../../words/words.tsx';
import type { Check } from './checks.ts';
import { LinkedText } from './linked-text.tsx';

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '12px' },
  body: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  message: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  failed: {
    margin: '4px 0',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  detail: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: '8px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  detailText: { flexGrow: 1, minWidth: 0 },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  pending: { color: tokens.colorNeutralForeground4 },
  icon: { display: 'inline-flex', height: '20px' },
});

/** One check: its tick, what was found, and Microsoft's own words folded away. */
export function CheckLine({ check: { step, state, results } }: { readonly check: Check }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useWords();
  const isOpen = state === 'waiting' || state === 'not-reached';
  const icons: Readonly<Record<Check['state'], ReactNode>> = {
    waiting: <Circle20Regular className={styles.pending} aria-hidden />,
    'not-reached': <Circle20Regular className={styles.pending} aria-hidden />,
    going: <Spinner size="extra-tiny" aria-hidden />,
    ok: <CheckmarkCircle20Filled className={styles.ok} aria-hidden />,
    warning: <Warning20Filled className={styles.warning} aria-hidden />,
    failed: <ErrorCircle20Filled className={styles.bad} aria-hidden />,
  };
  return (
    <li className={styles.line}>
      <span className={styles.icon}>{icons[state]}</span>
      <div className={styles.body}>
        <h3 className={mergeClasses(styles.title, isOpen && styles.quiet)}>
          {titleOf(step, t)}
          <span className={hidden.hidden}>{` ${t(`connect.state-${state}`)}`}</span>
        </h3>
        {results.map((result) => (
          <Finding key={`${result.code} ${result.message}`} finding={result} />
        ))}
      </div>
    </li>
  );
}

function Finding({ finding: { result, message, code, detail } }: { readonly finding: StepResult }) {
  const styles = useStyles();
  const { t } = useWords();
  const raw = [code, detail].filter((part) => part !== undefined).join(' · ');
  return (
    <>
      {/* These sentences come from the server, which speaks English. */}
      <p
        lang="en"
        className={result === 'failed' ? styles.failed : styles.message}
        role={result === 'failed' ? 'alert' : undefined}
      >
        <LinkedText text={message} />
      </p>
      {result === 'failed' && raw !== '' && (
        <Fold small label={t('connect.raw')}>
          <div className={styles.detail} lang="en">
            <span className={styles.detailText}>{raw}</span>
            <CopyButton text={raw} />
          </div>
        </Fold>
      )}
    </>
  );
}

const titles = [
  'input',
  'cloud',
  'tenant',
  'app',
  'credential',
  'identity',
  'permissions',
  'summary',
] as const;

function titleOf(step: string, t: (key: WordKey) => string): string {
  const known = titles.find((each) => each === step);
  // A permission goes by its name, the same in every language.
  return known === undefined ? step.replace('permission:', '') : t(`connect.check-${known}`);
}
