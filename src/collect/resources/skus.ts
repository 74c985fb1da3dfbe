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

/** A tenant with several accounts lists a SKU once for each: their units add up. */
export function joinSkus(rows: readonly Sku[]): readonly Sku[] {
  const joined = new Map<string, Sku>();
  for (const row of rows) {
    const other = joined.get(row.id);
    joined.set(row.id, other ? sumOf(other, row) : row);
  }
  return [...joined.values()];
}

function sumOf(a: Sku, b: Sku): Sku {
  const sum = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  return {
    ...a,
    enabled: sum(a.enabled, b.enabled),
    warning: sum(a.warning, b.warning),
    suspended: sum(a.suspended, b.suspended),
    lockedOut: sum(a.lockedOut, b.lockedOut),
    consumed: sum(a.consumed, b.consumed),
    subscriptionIds: [...new Set([...a.subscriptionIds, ...b.subscriptionIds])].sort(),
  };
}
