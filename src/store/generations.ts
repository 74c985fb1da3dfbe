import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';

/**
 * The newest published generation of each of these tenants with since when and by which name each is here, by id: a
 * tenant that was removed and connected again counts from 1 once more.
 */
export async function publishedGenerations(
  { db }: Store,
  tenantIds: readonly TenantId[],
): Promise<readonly (readonly (string | number | null)[])[]> {
  if (tenantIds.length === 0) return [];
  const rows = await db
    .selectFrom('tenant')
    .select(['tenantId', 'generation', 'addedAt', 'name', 'displayName'])
    .where('tenantId', 'in', tenantIds)
    .orderBy('tenantId')
    .execute();
  return rows.map((row) => [row.tenantId, row.generation, row.addedAt, row.name, row.displayName]);
}

/** Whether any tenant is connected: the smallest question that the database can only answer when it works. */
export async function anyTenant({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('tenant').select('tenantId').limit(1).executeTakeFirst()) !== undefined;
}
