import { sql, type RawBuilder } from 'kysely';
import type { SkuId, TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { BalanceRow } from './tables.ts';

/** What is asked of many tenants at once: one query for all of them. */

/** The units of a paid product of a tenant, as they stand. */
export type PaidLine = Pick<
  BalanceRow,
  'skuPartNumber' | 'enabled' | 'warning' | 'suspended' | 'lockedOut' | 'consumed' | 'counted'
> & { readonly tenantId: TenantId; readonly skuId: SkuId };

/** The present balance lines of the paid products of these tenants. */
export async function paidLines(tenantIds: readonly TenantId[], store: Store): Promise<readonly PaidLine[]> {
  const { rows } = await sql<PaidLine>`select tenant_id, sku_id, sku_part_number, enabled, warning, suspended,
      locked_out, consumed, counted from balance
    where ${among(tenantIds, store)} and closed_in is null and class = 'paid'`.execute(store.db);
  return rows;
}

/** The next renewal of an enabled purchase of each of these tenants, from an instant on. */
export async function nextRenewals(
  tenantIds: readonly TenantId[],
  store: Store,
  from: string,
): Promise<ReadonlyMap<TenantId, string>> {
  const { rows } = await sql<{
    tenantId: TenantId;
    next: string;
  }>`select tenant_id, min(next_lifecycle_at) as next
    from subscription where ${among(tenantIds, store)} and closed_in is null and lower(status) = 'enabled'
      and coalesce(is_trial, 0) = 0 and next_lifecycle_at >= ${from} group by tenant_id`.execute(store.db);
  return new Map(rows.map(({ tenantId, next }) => [tenantId, next]));
}

/** The assigned seats of the paid products of each of these tenants at each of these instants; null where not known. */
export async function paidSeatsAt(
  tenantIds: readonly TenantId[],
  store: Store,
  instants: readonly string[],
): Promise<ReadonlyMap<TenantId, readonly (number | null)[]>> {
  const { rows } = await sql<{ tenantId: TenantId; seats: number | null }>`
    select tenants.value as tenant_id, (select paid_seats from run where run.tenant_id = tenants.value
        and run.generation is not null and run.ended_at <= instants.value
        order by run.ended_at desc, run.generation desc limit 1) as seats
      from ${store.engine.list(tenantIds)} as tenants cross join ${store.engine.list(instants)} as instants
      order by tenants.position, instants.position`.execute(store.db);
  const found = Map.groupBy(rows, ({ tenantId }) => tenantId);
  return new Map([...found].map(([tenantId, weeks]) => [tenantId, weeks.map(({ seats }) => seats)]));
}

function among(tenantIds: readonly TenantId[], store: Store): RawBuilder<unknown> {
  return sql`tenant_id in (select value from ${store.engine.list(tenantIds)} as list)`;
}
