import type { Purchase, Subscribed } from '../../company/supply.ts';
import { page } from '../collection.ts';
import type { Properties } from '../collection.ts';
import type { Endpoint } from '../endpoint.ts';
import { servicePlans } from './subscribed-skus.ts';

/** `/directory/subscriptions`: one row per purchase. */
export const subscriptions: readonly Endpoint[] = [
  {
    path: /^\/directory\/subscriptions$/iu,
    roles: ['Organization.Read.All', 'Directory.Read.All'],
    units: 1,
    answer(call) {
      const rows = call.tenant.company
        .supply()
        .flatMap((sku) => sku.purchases.map((purchase) => ({ sku, purchase, tenantId: call.tenant.id })));
      return page(
        {
          set: 'directory/subscriptions',
          type: 'companySubscription',
          properties,
          defaults: Object.keys(properties),
          rules: {
            resource: 'CompanySubscription',
            properties: {
              skuId: { plain: ['eq'], advanced: [], value: (row) => row.sku.product.skuId },
              status: { plain: ['eq'], advanced: [], value: (row) => row.purchase.status },
            },
            collections: {},
          },
          size: rows.length,
          at: (index) => rows[index],
          count: rows.length,
        },
        call,
      );
    },
  },
];

type Row = { readonly sku: Subscribed; readonly purchase: Purchase; readonly tenantId: string };

const properties: Properties<Row> = {
  id: ({ purchase }) => purchase.id,
  commerceSubscriptionId: ({ purchase }) => purchase.commerceId,
  createdDateTime: ({ purchase }) => purchase.createdAt,
  isTrial: ({ purchase }) => purchase.isTrial,
  nextLifecycleDateTime: ({ purchase }) => purchase.nextLifecycleAt,
  ownerId: () => null,
  ownerTenantId: ({ tenantId }) => tenantId,
  ownerType: () => 'User',
  serviceStatus: ({ sku, purchase }) =>
    servicePlans(sku.product.plans, purchase.status === 'Enabled' || purchase.status === 'Warning'),
  skuId: ({ sku }) => sku.product.skuId,
  skuPartNumber: ({ sku }) => sku.product.partNumber,
  status: ({ purchase }) => purchase.status,
  totalLicenses: ({ purchase }) => purchase.totalLicenses,
};
