import type { Cloud } from '../graph/clouds.ts';

/** Which application of which tenant the pages are about. */
export type AppPlace = { readonly cloud: Cloud; readonly tenantId: string; readonly clientId: string };

/** The page that asks an administrator of the tenant to grant what the application declares. */
export function consentLink({ cloud, tenantId, clientId }: AppPlace): string {
  return `${cloud.authorityHost}/${tenantId}/adminconsent?client_id=${clientId}`;
}

/** The page of the app registration with the button "Grant admin consent". */
export function permissionsPlace({ cloud, clientId }: AppPlace): string {
  return `App registrations → (your app) → API permissions (${registration(cloud, 'CallAnAPI', clientId)}/isMSAApp~/false)`;
}

/** The page of the app registration where secrets and certificates are made and uploaded. */
export function credentialsPlace({ cloud, clientId }: AppPlace): string {
  return `App registrations → (your app) → Certificates & secrets (${registration(cloud, 'Credentials', clientId)})`;
}

/** The list of all app registrations of the tenant. */
export function registrationsPlace({ cloud }: Pick<AppPlace, 'cloud'>): string {
  return `App registrations (${cloud.portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade)`;
}

function registration(cloud: Cloud, page: string, clientId: string): string {
  return `${cloud.portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${clientId}`;
}
