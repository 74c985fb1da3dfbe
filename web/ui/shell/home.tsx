import { Warning24Regular } from '@fluentui/react-icons';
import { type ErrorComponentProps, Navigate } from '@tanstack/react-router';
import { useTenants } from '../../session.ts';
import { useWords } from '../../words/words.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Page } from '../page.tsx';
import { OutLink, TextLink } from '../text-link.tsx';

/** Where `/` leads: to the estate, to the only tenant, or to connecting the first one. */
export function Home() {
  const tenants = useTenants();
  if (tenants === undefined) return null;
  const [first, second] = tenants;
  if (first === undefined) return <Navigate to="/connect" replace />;
  if (second !== undefined) return <Navigate to="/estate" replace />;
  return <Navigate to="/t/$tenant/balance" params={{ tenant: first.id }} replace />;
}

/** Where `/settings` leads. */
export function SettingsHome() {
  return <Navigate to="/settings/tenants" replace />;
}

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t('states.notFound')}>
      <EmptyState
        icon={<Warning24Regular />}
        title={t('states.notFoundText')}
        actions={<TextLink to="/">{t('shell.toStart')}</TextLink>}
      />
    </Page>
  );
}

/** A page that broke, or whose part could not be loaded. */
export function PageFailed({ error }: ErrorComponentProps) {
  const { t } = useWords();
  return (
    <Page title={t('states.failed')}>
      <EmptyState
        icon={<Warning24Regular />}
        title={error instanceof Error ? error.message : String(error)}
        actions={<OutLink href={location.href}>{t('shell.reload')}</OutLink>}
      />
    </Page>
  );
}
