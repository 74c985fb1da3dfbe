import type { CloudName } from '../../../src/api/contract/tenants.ts';
import type { Draft } from './draft.ts';
import { readId } from './read-id.ts';

type Hosts = { readonly portal: string; readonly authority: string };

const worldwide: Hosts = {
  portal: 'https://entra.microsoft.com',
  authority: 'https://login.microsoftonline.com',
};
const government: Hosts = {
  portal: 'https://entra.microsoft.us',
  authority: 'https://login.microsoftonline.us',
};
const hosts: Readonly<Record<CloudName, Hosts>> = {
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

/** The clouds in the order they are offered. */
export const cloudNames = Object.keys(hosts) as readonly CloudName[];

type About = Pick<Draft, 'cloud' | 'tenant' | 'clientId'>;

/** The pages of the Entra admin center, and the one that asks for consent, for the cloud and the app of a draft. */
export function portalLinks({ cloud, tenant, clientId }: About) {
  const { portal, authority } = hosts[cloud];
  const app = readId(clientId);
  const apps = `${portal}/#view/Microsoft_AAD_RegisteredApps`;
  // Without the id of the app the list of all is as near as a link comes.
  const page = (path: string) =>
    app.kind === 'guid' ? `${apps}/ApplicationMenuBlade/~/${path}` : `${apps}/ApplicationsListBlade`;
  return {
    overview: `${portal}/#view/Microsoft_AAD_IAM/TenantOverview.ReactView`,
    registration: `${apps}/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false`,
    credentials: page(`Credentials/appId/${app.value}`),
    permissions: page(`CallAnAPI/appId/${app.value}/isMSAApp~/false`),
    consent: `${authority}/${encodeURIComponent(readId(tenant).value)}/adminconsent?client_id=${app.value}`,
  };
}
