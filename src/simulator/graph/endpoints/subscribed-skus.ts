import { consumed, units } from '../../company/truth.ts';
import type { Plan } from '../../company/products.ts';
import type { Subscribed } from '../../company/supply.ts';
import type { Tenant } from '../../tenant.ts';
import { entity, whole } from '../collection.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { notFound, unsupportedQuery } from '../errors.ts';

const roles = ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'];

/** `/subscribedSkus`: the whole list in one answer, and one row of it. */
export const subscribedSkus: readonly Endpoint[] = [
  {
    path: /^\/subscribedSkus$/iu,
    roles,
    units: 3,
    answer(call) {
      for (const option of ['$top', '$filter', '$orderby', '$search']) {
        if (call.query.options.has(option)) {
          throw unsupportedQuery(
            `The query option '${option}' is not supported for resource 'SubscribedSku'.`,
          );
        }
      }
      return whole(sourceOf(call.tenant), call.tenant.company.supply(), call);
    },
  },
  {
    path: /^\/subscribedSkus\/([^/]+)$/iu,
    roles,
    units: 3,
    answer(call) {
      const source = sourceOf(call.tenant);
      return entity(source, found(call), { ...call, query: { ...call.query, select: null } });
    },
  },
];

/** Service plans as both SKUs and subscriptions show them. */
export function servicePlans(plans: readonly Plan[], isUsable: boolean): readonly object[] {
  return plans.map(({ id, name, appliesTo }) => ({
    servicePlanId: id,
    servicePlanName: name,
    provisioningStatus: isUsable ? 'Success' : 'Disabled',
    appliesTo,
  }));
}

function sourceOf({ id, company, displayName }: Tenant) {
  const properties = {
    accountName: () => displayName,
    accountId: () => id,
    appliesTo: (row: Subscribed) => row.product.appliesTo,
    capabilityStatus,
    consumedUnits: (row: Subscribed) => consumed(company, row),
    id: (row: Subscribed) => `${id}_${row.product.skuId}`,
    prepaidUnits: (row: Subscribed) => ({
      enabled: units(row, 'Enabled'),
      suspended: units(row, 'Suspended'),
      warning: units(row, 'Warning'),
      lockedOut: units(row, 'LockedOut'),
    }),
    servicePlans: (row: Subscribed) =>
      servicePlans(row.product.plans, ['Enabled', 'Warning'].includes(capabilityStatus(row))),
    skuId: (row: Subscribed) => row.product.skuId,
    skuPartNumber: (row: Subscribed) => row.product.partNumber,
    subscriptionIds: (row: Subscribed) => row.purchases.map((each) => each.id),
  };
  return { set: 'subscribedSkus', type: 'subscribedSku', properties, defaults: Object.keys(properties) };
}

/** The best state that any unit is in. */
function capabilityStatus(row: Subscribed): string {
  const states = ['Enabled', 'Warning', 'Suspended', 'LockedOut'] as const;
  return states.find((state) => units(row, state) > 0) ?? 'Deleted';
}

function found(call: Call): Subscribed {
  const [id = ''] = call.parameters;
  const row = call.tenant.company
    .supply()
    .find(({ product }) => `${call.tenant.id}_${product.skuId}` === id.toLowerCase());
  if (!row) throw notFound(id);
  return row;
}
