import { sql } from 'kysely';
import type { GroupId, LicenseGroup, SkuId } from '../domain/records.ts';
import type { Store } from './open.ts';
import { holdsIn, type Generation } from './read-balance.ts';
import { groupCodec } from './rows.ts';

/** The groups of a generation that hand out a SKU. */
export async function groupsGiving(
  generation: Generation,
  store: Store,
  skuId: SkuId,
): Promise<readonly LicenseGroup[]> {
  const rows = await store.db
    .selectFrom('licenseGroup')
    .selectAll()
    .where(holdsIn(generation))
    // An id stands in a JSON list of ids.
    .where(sql<boolean>`sku_ids like ${`%"${skuId}"%`}`)
    .orderBy('id')
    .execute();
  return rows.map((row) => groupCodec.from(row));
}

/** The groups of these ids in a generation. */
export async function groupsNamed(
  generation: Generation,
  store: Store,
  ids: readonly GroupId[],
): Promise<readonly LicenseGroup[]> {
  if (ids.length === 0) return [];
  const rows = await store.db
    .selectFrom('licenseGroup')
    .selectAll()
    .where(holdsIn(generation))
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map((row) => groupCodec.from(row));
}
