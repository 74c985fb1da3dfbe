import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';

/** Forgets what the guard holds back of a tenant: the next doubtful read starts a hold anew. */
export async function dropHolds(tenantId: TenantId, store: Store): Promise<void> {
  await store.db.deleteFrom('hold').where('tenantId', '=', tenantId).execute();
}
