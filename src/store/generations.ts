import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';

/** The newest published generation of each of these tenants, and what was changed of it by a person, by id. */
export async function publishedGenerations(
  { db }: Store,
  tenantIds: readonly TenantId[],
): Promise<readonly (readonly [TenantId, number, string])[]> {
  if (tenantIds.length === 0) return [];
  const rows = await db
    .selectFrom('tenant')
    .select(['tenantId', 'generation', 'name'])
    .where('tenantId', 'in', tenantIds)
    .orderBy('tenantId')
    .execute();
  return rows.map(({ tenantId, generation, name }) => [tenantId as TenantId, generation, name ?? '']);
}

/** Whether any tenant is connected: the smallest question that the database can only answer when it works. */
export async function anyTenant({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('tenant').select('tenantId').limit(1).executeTakeFirst()) !== undefined;
}
