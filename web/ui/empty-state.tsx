import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  FilterDismiss24Regular,
  Key24Regular,
  LockClosed24Regular,
  PlugConnected24Regular,
  Warning24Regular,
} from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Tenant } from '../../src/api/contract/tenants.ts';
import type { Problem } from '../api.ts';
import { useMay } from '../session.ts';
import { useWords } from '../words/words.tsx';
import { consentLink } from './clouds.ts';
import { CopyButton } from './copy-button.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '460px',
    margin: '0 auto',
    padding: '24px 12px',
    textAlign: 'center',
  },
  icon: {
    display: 'inline-flex',
    padding: '14px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    color: tokens.colorNeutralForeground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  shows: { margin: '8px 0' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

type EmptyProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** Says why there is nothing, and what to do about it. The five kinds that every page knows are below. */
export function EmptyState({ icon, title, children, actions }: EmptyProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon}>{icon}</span>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** No tenant is connected: the one button. */
export function NotSetUp() {
  const { t } = useWords();
  const navigate = useNavigate();
  const may = useMay('manage-tenants');
  if (!may) return <NoRight who={t('states.adminConnects')} />;
  return (
    <EmptyState
      icon={<PlugConnected24Regular />}
      title={t('states.notSetUp')}
      actions={
        <Button appearance="primary" onClick={() => void navigate({ to: '/connect' })}>
          {t('connect.title')}
        </Button>
      }
    >
      {t('states.notSetUpText')}
    </EmptyState>
  );
}

/** A tenant without products. */
export function NothingBought() {
  const { t } = useWords();
  return (
    <EmptyState icon={<PlugConnected24Regular />} title={t('states.nothingBought')}>
      {t('states.nothingBoughtText')}
    </EmptyState>
  );
}

/** The filter leaves nothing: take it away. */
export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState
      icon={<FilterDismiss24Regular />}
      title={t('states.noMatch')}
      actions={<Button onClick={onClear}>{t('table.clear')}</Button>}
    />
  );
}

/** The caller may not see or do this: who can give the right. */
export function NoRight({ who }: { readonly who?: string }) {
  const { t } = useWords();
  return (
    <EmptyState icon={<LockClosed24Regular />} title={t('states.noRight')}>
      {who ?? t('states.ownerGives')}
    </EmptyState>
  );
}

type PermissionProps = {
  readonly tenant: Tenant;
  /** As Microsoft names it: `User.Read.All`. */
  readonly permission: string;
  /** What would stand here with it, in a sentence. */
  readonly shows: string;
};

/** Microsoft does not let us read this: the permission, what it would show, the link for consent to hand on. */
export function PermissionMissing({ tenant, permission, shows }: PermissionProps) {
  const styles = useStyles();
  const { t } = useWords();
  const link = consentLink(tenant);
  return (
    <EmptyState
      icon={<Key24Regular />}
      title={t('states.permissionMissing')}
      actions={<CopyButton text={link} withText says={t('states.consentLink')} />}
    >
      {t('states.permissionNeeded')} <span className={styles.code}>{permission}</span>
      <p className={styles.shows}>
        {shows} {t('states.whoConsents')}
      </p>
      <span className={styles.code}>{link}</span>
    </EmptyState>
  );
}

type ProblemProps = {
  readonly problem: Problem;
  readonly onRetry?: () => void;
  /** What the button says when it does something else than try again. */
  readonly retryLabel?: string;
  /** What the page says where code and place make plain what is wrong; else the server's own words stand there. */
  readonly says?: string | undefined;
};

/** Something was refused or failed: what the server said, and another try where that may help. */
export function ProblemState({ problem, onRetry, retryLabel, says }: ProblemProps) {
  const styles = useStyles();
  const { t } = useWords();
  if (problem.code === 'forbidden') return <NoRight />;
  return (
    <EmptyState
      icon={<Warning24Regular />}
      title={t(problem.code === 'not-found' ? 'states.notFound' : 'states.failed')}
      actions={onRetry !== undefined && <Button onClick={onRetry}>{retryLabel ?? t('states.retry')}</Button>}
    >
      {says ?? problem.message}
      {problem.code === 'internal' && <div className={styles.code}>{problem.requestId}</div>}
    </EmptyState>
  );
}
