import type { SkuId, Subscription } from '../../domain/records.ts';
import { flag, guid, integer, moment, readRow, selectOf, text } from '../fields.ts';
import type { ListResource } from '../resource.ts';

const fields = {
  id: text,
  commerceSubscriptionId: text,
  skuId: guid,
  skuPartNumber: text,
  status: text,
  totalLicenses: integer,
  isTrial: flag,
  createdDateTime: moment,
  nextLifecycleDateTime: moment,
  ownerTenantId: guid,
};

/** https://learn.microsoft.com/graph/api/directory-list-subscriptions: one row per purchase. */
export const subscriptions: ListResource<Subscription> = {
  name: 'subscriptions',
  query: { path: '/directory/subscriptions', query: { $select: selectOf(fields), $top: '999' }, units: 1 },
  idKind: 'text',
  parse(raw) {
    const row = readRow(fields, raw);
    if (row.id === null) return null;
    return {
      id: row.id.toLowerCase(),
      commerceId: row.commerceSubscriptionId,
      skuId: row.skuId as SkuId | null,
      skuPartNumber: row.skuPartNumber,
      status: row.status,
      totalLicenses: row.totalLicenses,
      isTrial: row.isTrial,
      createdAt: row.createdDateTime,
      nextLifecycleAt: row.nextLifecycleDateTime,
      ownerTenantId: row.ownerTenantId,
    };
  },
};
