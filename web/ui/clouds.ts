import type { CloudName, Tenant } from '../../src/api/contract/tenants.ts';

type Hosts = { readonly portal: string; readonly authority: string };

const worldwide: Hosts = {
  portal: 'https://entra.microsoft.com',
  authority: 'https://login.microsoftonline.com',
};
const government: Hosts = {
  portal: 'https://entra.microsoft.us',
  authority: 'https://login.microsoftonline.us',
};

/** Where the administrators of each cloud work, and where they consent. */
export const cloudHosts: Readonly<Record<CloudName, Hosts>> = {
  global: worldwide,
  usgov: government,
  'usgov-dod': government,
  china: {
    portal: 'https://entra.microsoftonline.cn',
    authority: 'https://login.partner.microsoftonline.cn',
  },
  // A stand-in has no portal of its own.
  custom: worldwide,
};

/** The page at Microsoft where an administrator of the tenant consents to what the app registration asks for. */
export function consentLink({ id, clientId, cloud }: Pick<Tenant, 'id' | 'clientId' | 'cloud'>): string {
  const { authority } = cloudHosts[cloud];
  return `${authority}/${encodeURIComponent(id)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}
