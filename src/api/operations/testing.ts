import { localCaller, type Caller } from '../../domain/access.ts';
import { loadProducts } from '../../domain/products.ts';
import type { GroupId, LicenseGroup, SkuId, Subscription } from '../../domain/records.ts';
import { id } from '../../domain/testing.ts';
import type { Store } from '../../store/open.ts';
import type { OperationsContext } from './context.ts';

/** What reads works with: a store, its clock, and who asks; nothing outside is reached. */
export function readingContext(store: Store, caller: Caller = localCaller): OperationsContext {
  const refuse = () => Promise.reject(new Error('not part of this test'));
  return {
    store,
    caller,
    now: store.now,
    products: loadProducts,
    vault: refuse,
    collect: refuse,
    outside: refuse,
    setup: { version: '1.2.3', dataDir: '', database: '', keyFile: '' },
  };
}

/** Three SKUs in no list of Microsoft's, so that each is called by its part number. */
export const [skuA, skuB, skuC] = [id<SkuId>(901), id<SkuId>(902), id<SkuId>(903)];

/** A group that hands out one SKU. */
export function licenseGroup(number: number, what: Partial<LicenseGroup> = {}): LicenseGroup {
  return {
    id: id<GroupId>(number),
    displayName: `Group ${number}`,
    skuIds: [skuA],
    processingState: 'ProcessingComplete',
    hasMembersWithErrors: false,
    ...what,
  };
}

/** An enabled purchase of ten units of the first SKU. */
export function subscription(number: number, what: Partial<Subscription> = {}): Subscription {
  return {
    id: id(number),
    commerceId: null,
    skuId: skuA,
    skuPartNumber: 'PART_A',
    status: 'Enabled',
    totalLicenses: 10,
    isTrial: false,
    createdAt: null,
    nextLifecycleAt: null,
    ownerTenantId: null,
    ...what,
  };
}
