import type { CloudName } from '../../../src/api/contract/tenants.ts';
import { cloudHosts, consentLink } from '../../ui/clouds.ts';
import type { Draft } from './draft.ts';
import { readId } from './read-id.ts';

/** The clouds in the order they are offered. */
export const cloudNames = Object.keys(cloudHosts) as readonly CloudName[];

type About = Pick<Draft, 'cloud' | 'tenant' | 'clientId'>;

/** The pages of the Entra admin center, and the one that asks for consent, for the cloud and the app of a draft. */
export function portalLinks({ cloud, tenant, clientId }: About) {
  const { portal } = cloudHosts[cloud];
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
    consent: consentLink({ id: readId(tenant).value, clientId: app.value, cloud }),
  };
}
