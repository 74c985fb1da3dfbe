import type { Tenant } from '../../tenant.ts';
import { whole } from '../collection.ts';
import type { Properties } from '../collection.ts';
import type { Endpoint } from '../endpoint.ts';

/** `/organization`: the tenant about itself, always one row. */
export const organization: readonly Endpoint[] = [
  {
    path: /^\/organization$/iu,
    roles: ['Organization.Read.All', 'Directory.Read.All', 'User.Read.All'],
    units: 1,
    answer(call) {
      const seesAll = call.roles.has('Organization.Read.All') || call.roles.has('Directory.Read.All');
      const source = {
        set: 'organization',
        type: 'organization',
        properties: seesAll ? properties : nameOnly,
        defaults: Object.keys(properties),
      };
      return whole(source, [call.tenant], call);
    },
  },
];

const properties: Properties<Tenant> = {
  id: (tenant) => tenant.id,
  deletedDateTime: () => null,
  businessPhones: () => [],
  city: () => 'Hamburg',
  country: () => null,
  countryLetterCode: () => 'DE',
  createdDateTime: () => '2018-03-05T09:12:44Z',
  defaultUsageLocation: () => 'DE',
  displayName: (tenant) => tenant.displayName,
  onPremisesLastSyncDateTime: () => null,
  onPremisesSyncEnabled: () => true,
  partnerTenantType: () => null,
  preferredLanguage: () => 'en',
  technicalNotificationMails: (tenant) => [`it@${tenant.domain}`],
  tenantType: () => 'AAD',
  assignedPlans: () => [
    plan('AADPremiumService', '41781fb2-bc02-4b7c-bd55-b576c07bb09d', 'Enabled'),
    plan('exchange', 'efb87545-963c-4e0d-99df-69c6916d9eb0', 'Enabled'),
    // Plans of products that are long gone stay in the list for years.
    plan('Adallom', '932ad362-64a8-4783-9106-97849a1a30b9', 'Deleted'),
  ],
  provisionedPlans: () => [],
  verifiedDomains: (tenant) => [
    domain(tenant.domain, { isDefault: true, isInitial: false }),
    domain(tenant.initialDomain, { isDefault: false, isInitial: true }),
  ],
};

/** What User.Read.All alone shows. */
const nameOnly: Properties<Tenant> = Object.fromEntries(
  Object.entries(properties).map(([name, read]) => [
    name,
    ['id', 'displayName', 'verifiedDomains'].includes(name) ? read : () => null,
  ]),
);

function plan(service: string, servicePlanId: string, capabilityStatus: string): object {
  return { assignedDateTime: '2022-04-03T02:46:42Z', capabilityStatus, service, servicePlanId };
}

function domain(name: string, marks: { readonly isDefault: boolean; readonly isInitial: boolean }): object {
  return { capabilities: 'Email, OfficeCommunicationsOnline', ...marks, name, type: 'Managed' };
}
