import { sql } from 'kysely';
import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { RunRow } from './tables.ts';

/** The runs of a tenant, newest first. */
export async function runsOf(tenantId: TenantId, store: Store): Promise<readonly RunRow[]> {
  return store.db
    .selectFrom('run')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('epoch', 'desc')
    .execute();
}

/** The newest run of a tenant, whatever became of it. */
export async function newestRunOf(tenantId: TenantId, store: Store): Promise<RunRow | null> {
  const row = await store.db
    .selectFrom('run')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** One run of a tenant. */
export async function runOf(tenantId: TenantId, store: Store, runId: string): Promise<RunRow | null> {
  const row = await store.db
    .selectFrom('run')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('runId', '=', runId)
    .executeTakeFirst();
  return row ?? null;
}

/** The place of a run in the list of them; of two that a tenant began at one moment the epoch says which is newer. */
export type RunPlace = Pick<RunRow, 'startedAt' | 'tenantId' | 'epoch'>;

/** Up to so many runs of these tenants, newest first, from the first or after a place. */
export async function runsAfter(
  tenantIds: readonly TenantId[],
  store: Store,
  limit: number,
  after: RunPlace | null,
): Promise<readonly RunRow[]> {
  const [one, ...others] = tenantIds;
  if (one === undefined) return [];
  const { rows } = await sql<RunRow>`select * from run
    where ${others.length === 0 ? sql`tenant_id = ${one}` : sql`tenant_id in (select value from ${store.engine.list(tenantIds)} as list)`}
      ${after ? sql`and (started_at, tenant_id, epoch) < (${after.startedAt}, ${after.tenantId}, ${after.epoch})` : sql``}
    order by started_at desc, tenant_id desc, epoch desc limit ${limit}`.execute(store.db);
  return rows;
}

/** How many runs these tenants have. */
export async function countRuns(tenantIds: readonly TenantId[], store: Store): Promise<number> {
  if (tenantIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select count(*) as count from run
    where tenant_id in (select value from ${store.engine.list(tenantIds)} as list)`.execute(store.db);
  return rows[0]?.count ?? 0;
}

/** When the first generation of a tenant was published; null before it. */
export async function firstPublishedAt(tenantId: TenantId, store: Store): Promise<string | null> {
  const row = await store.db
    .selectFrom('run')
    .select('endedAt')
    .where('tenantId', '=', tenantId)
    .where('generation', 'is not', null)
    .orderBy('generation')
    .limit(1)
    .executeTakeFirst();
  return row?.endedAt ?? null;
}
