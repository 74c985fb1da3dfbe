import type { Sku, SkuId } from '../../domain/records.ts';
import { guid, integer, list, object, readRow, text, values } from '../fields.ts';
import type { ListResource } from '../resource.ts';

const fields = {
  skuId: guid,
  skuPartNumber: text,
  appliesTo: text,
  capabilityStatus: text,
  consumedUnits: integer,
  prepaidUnits: object({ enabled: integer, warning: integer, suspended: integer, lockedOut: integer }),
  subscriptionIds: values(text),
  servicePlans: list({
    servicePlanId: guid,
    servicePlanName: text,
    provisioningStatus: text,
    appliesTo: text,
  }),
};

/** https://learn.microsoft.com/graph/api/subscribedsku-list: the whole list in one answer, without paging or options. */
export const skus: ListResource<Sku> = {
  name: 'skus',
  query: { path: '/subscribedSkus', units: 3 },
  idKind: 'text',
  parse(raw) {
    const { skuId, skuPartNumber, prepaidUnits, consumedUnits, servicePlans, ...same } = readRow(fields, raw);
    if (skuId === null) return null;
    return {
      ...same,
      ...prepaidUnits,
      id: skuId as SkuId,
      partNumber: skuPartNumber,
      consumed: consumedUnits,
      servicePlans: servicePlans.flatMap(({ servicePlanId, servicePlanName, ...plan }) =>
        servicePlanId === null ? [] : { ...plan, id: servicePlanId, name: servicePlanName },
      ),
    };
  },
};
