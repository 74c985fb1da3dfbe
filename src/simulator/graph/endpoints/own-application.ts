import { guid, hash } from '../../company/chance.ts';
import type { Application } from '../../entra/application.ts';
import { graphAppId } from '../../entra/token-endpoint.ts';
import type { Tenant } from '../../tenant.ts';
import { entity, whole } from '../collection.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { notFound } from '../errors.ts';
import { appRoles } from '../roles.ts';

const roles = ['Application.Read.All', 'Directory.Read.All'];

/** What an application may read about itself: its registration, its service principal, its grants. */
export const ownApplication: readonly Endpoint[] = [
  {
    path: /^\/applications\(appId='([^']+)'\)$/iu,
    roles,
    units: 2,
    answer(call) {
      const { application } = call.tenant;
      const [id = ''] = call.parameters;
      if (id.toLowerCase() !== application.clientId || !application.isRegistered) throw notFound(id);
      return entity({ set: 'applications', type: 'application', ...registration }, application, call);
    },
  },
  {
    path: /^\/servicePrincipals\(appId='([^']+)'\)$/iu,
    roles,
    units: 1,
    answer: (call) => entity(principalSource, principal(call), call),
  },
  {
    path: /^\/servicePrincipals\/([^/(]+)$/iu,
    roles,
    units: 1,
    answer: (call) => entity(principalSource, principal(call), call),
  },
  {
    path: /^\/servicePrincipals(?:\(appId='([^']+)'\)|\/([^/(]+))\/appRoleAssignments$/iu,
    roles,
    units: 2,
    answer(call) {
      const { id } = principal(call);
      const isOurs = id === call.tenant.application.principalId;
      return whole(grantSource(call.tenant), isOurs ? [...call.tenant.application.roles] : [], call);
    },
  },
];

const registration = sourceOf({
  id: (app: Application) => app.objectId,
  appId: (app: Application) => app.clientId,
  displayName: (app: Application) => app.displayName,
  signInAudience: () => 'AzureADMyOrg',
  createdDateTime: () => '2024-09-02T08:15:00Z',
  passwordCredentials: (app: Application) =>
    app.secrets.map((each) => ({
      customKeyIdentifier: null,
      displayName: each.displayName,
      endDateTime: seconds(each.endsAt),
      hint: each.value.slice(0, 3),
      keyId: each.keyId,
      secretText: null,
      startDateTime: seconds(each.startsAt),
    })),
  keyCredentials: (app: Application) =>
    app.certificates.map((each) => ({
      customKeyIdentifier: Buffer.from(each.sha1, 'hex').toString('base64'),
      displayName: each.certificate.subject.replaceAll('\n', ', '),
      endDateTime: seconds(each.endsAt),
      key: null,
      keyId: each.keyId,
      startDateTime: seconds(each.startsAt),
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
    })),
  requiredResourceAccess: (app: Application) => [
    {
      resourceAppId: graphAppId,
      resourceAccess: [...app.roles].map((role) => ({ id: appRoles[role], type: 'Role' })),
    },
  ],
});

type Principal = {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly isEnabled: boolean;
};

const principalSource = {
  set: 'servicePrincipals',
  type: 'servicePrincipal',
  ...sourceOf({
    id: (each: Principal) => each.id,
    appId: (each: Principal) => each.appId,
    displayName: (each: Principal) => each.displayName,
    accountEnabled: (each: Principal) => each.isEnabled,
    appRoleAssignmentRequired: () => false,
    appOwnerOrganizationId: () => null,
    servicePrincipalType: () => 'Application',
    appRoles: (each: Principal) =>
      each.appId === graphAppId
        ? Object.entries(appRoles).map(([value, id]) => ({
            id,
            value,
            isEnabled: true,
            allowedMemberTypes: ['Application'],
          }))
        : [],
  }),
};

function principal(call: Call): Principal {
  const { application, seed } = call.tenant;
  const name = call.parameters.find(Boolean)?.toLowerCase() ?? '';
  const graph = {
    id: graphPrincipalId(seed),
    appId: graphAppId,
    displayName: 'Microsoft Graph',
    isEnabled: true,
  };
  if (name === graph.id || name === graph.appId) return graph;
  const isOurs = name === application.principalId || name === application.clientId;
  if (!isOurs || !application.hasPrincipal) throw notFound(name);
  return {
    id: application.principalId,
    appId: application.clientId,
    displayName: application.displayName,
    isEnabled: application.isEnabled,
  };
}

function grantSource({ seed, application }: Tenant) {
  return {
    set: `servicePrincipals('${application.principalId}')/appRoleAssignments`,
    type: 'appRoleAssignment',
    ...sourceOf({
      id: (role: string) =>
        Buffer.from(guid(hash(seed, role.length, 70), 71, 0))
          .toString('base64url')
          .slice(0, 43),
      deletedDateTime: () => null,
      appRoleId: (role: string) => appRoles[role] ?? null,
      createdDateTime: () => '2024-09-02T08:20:00Z',
      principalDisplayName: () => application.displayName,
      principalId: () => application.principalId,
      principalType: () => 'ServicePrincipal',
      resourceDisplayName: () => 'Microsoft Graph',
      resourceId: () => graphPrincipalId(seed),
    }),
  };
}

function graphPrincipalId(seed: number): string {
  return guid(seed, 72, 0);
}

function sourceOf<Row>(properties: Readonly<Record<string, (row: Row) => unknown>>) {
  return { properties, defaults: Object.keys(properties) };
}

function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/u, 'Z');
}
