import type { ReactNode } from 'react';
import type { Tenant } from '../../../../src/api/contract/tenants.ts';
import { useNow } from '../../../now.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useWords } from '../../../words/words.tsx';
import { FactList } from '../fact-list.tsx';
import { CredentialEnd } from './credential-end.tsx';

/** What is kept of the connection of a tenant. */
export function TenantFacts({ tenant }: { readonly tenant: Tenant }) {
  const { t, time, ago, number } = useWords();
  const now = useNow();
  const moment = (at: string | null): ReactNode =>
    at === null ? t('settings.neverCollected') : `${time(at)} (${ago(at, now)})`;
  return (
    <FactList
      facts={[
        [t('settings.tenantId'), <Id key="tenant" text={tenant.id} label={t('settings.copyTenantId')} />],
        [
          t('settings.clientId'),
          <Id key="client" text={tenant.clientId} label={t('settings.copyClientId')} />,
        ],
        [t('connect.cloud'), t(`connect.cloud-${tenant.cloud}`)],
        [t('settings.credential'), <CredentialEnd key="credential" credential={tenant.credential} />],
        [t('settings.figuresOf'), moment(tenant.asOf)],
        [t('settings.lastRun'), moment(tenant.lastRun)],
        [t('people.title'), tenant.users === null ? t('settings.neverCollected') : number(tenant.users)],
      ]}
    />
  );
}

function Id({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <>
      {text} <CopyButton text={text} label={label} />
    </>
  );
}
