import { sql } from 'kysely';
import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { HoldRow } from './tables.ts';

/** What the guard holds back of a tenant, oldest first. */
export async function holdsOf(tenantId: TenantId, store: Store): Promise<readonly HoldRow[]> {
  return store.db
    .selectFrom('hold')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('heldAt')
    .orderBy('subject')
    .execute();
}

/** How much is held back of each of these tenants; those of whom nothing is are left out. */
export async function countHolds(
  tenantIds: readonly TenantId[],
  store: Store,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    tenantId: string;
    count: number;
  }>`select tenant_id, count(*) as count from hold
    where tenant_id in (select value from ${store.engine.list(tenantIds)} as list) group by tenant_id`.execute(
    store.db,
  );
  return new Map(rows.map(({ tenantId, count }) => [tenantId, count]));
}
