import { sql } from 'kysely';
import type { GroupId, LicenseGroup, SkuId } from '../domain/records.ts';
import type { Store } from './open.ts';
import { holding, type Generation } from './read-balance.ts';
import { groupCodec } from './rows.ts';
import type { Tables } from './tables.ts';

/** The groups of a generation that hand out a SKU. */
export async function groupsGiving(
  generation: Generation,
  store: Store,
  skuId: SkuId,
): Promise<readonly LicenseGroup[]> {
  // An id stands in a JSON list of ids.
  const { rows } = await sql<Tables['licenseGroup']>`select * from ${holding('licenseGroup', generation)}
    where sku_ids like ${`%"${skuId}"%`} order by id`.execute(store.db);
  return rows.map((row) => groupCodec.from(row));
}

/** The groups of these ids in a generation. */
export async function groupsNamed(
  generation: Generation,
  store: Store,
  ids: readonly GroupId[],
): Promise<readonly LicenseGroup[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Tables['licenseGroup']>`select * from ${holding('licenseGroup', generation)}
    where id in (${sql.join(ids)}) order by id`.execute(store.db);
  return rows.map((row) => groupCodec.from(row));
}
