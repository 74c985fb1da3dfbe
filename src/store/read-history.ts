import { sql } from 'kysely';
import type { SkuId, TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { Span } from './read-ledger.ts';
import type { BalanceRow } from './tables.ts';

/** A version of a balance line with the dates between which it held; the second is null for the present one. */
export type DatedLine = Pick<
  BalanceRow,
  'class' | 'enabled' | 'warning' | 'suspended' | 'lockedOut' | 'consumed' | 'counted'
> & { readonly openedAt: string; readonly closedAt: string | null };

/** Every version of the balance line of a SKU, oldest first. */
export async function versionsOfLine(
  tenantId: TenantId,
  store: Store,
  skuId: SkuId,
): Promise<readonly DatedLine[]> {
  const { rows } = await sql<DatedLine>`select line.class, line.enabled, line.warning, line.suspended,
      line.locked_out, line.consumed, line.counted, opening.ended_at as opened_at, closing.ended_at as closed_at
    from balance as line
    join run as opening on opening.tenant_id = line.tenant_id and opening.generation = line.opened_in
    left join run as closing on closing.tenant_id = line.tenant_id and closing.generation = line.closed_in
    where line.tenant_id = ${tenantId} and line.sku_id = ${skuId} order by line.opened_in`.execute(store.db);
  return rows;
}

/** How many entries of one kind about one SKU a day has, and between which sequences they lie. */
export type DayCount = {
  /** The day in UTC, as 2026-11-24. */
  readonly day: string;
  readonly kind: string;
  readonly skuId: SkuId | null;
  /** Of seats assigned: by which sources (JSON). */
  readonly sources: string | null;
  readonly count: number;
  readonly first: number;
  readonly last: number;
};

/** The entries of a span counted by day, kind, SKU and, of seats assigned, source. */
export async function countsByDay(
  tenantId: TenantId,
  store: Store,
  span: Span,
): Promise<readonly DayCount[]> {
  const sources =
    store.engine.name === 'postgres'
      ? sql`"after"::jsonb ->> 'sources'`
      : sql`json_extract("after", '$.sources')`;
  const { rows } = await sql<DayCount>`select day, kind, sku_id, sources, count(*) as count,
      min(sequence) as "first", max(sequence) as "last"
    from (select substr(at, 1, 10) as day, kind, sku_id, sequence,
        case when kind = 'seat-assigned' then ${sources} end as sources
      from entry where tenant_id = ${tenantId} and sequence between ${span.first} and ${span.last}) as dated
    group by day, kind, sku_id, sources`.execute(store.db);
  return rows;
}

/** What was bought of a SKU by one entry: its enabled units before and after, unknown where Microsoft did not say. */
export type Bought = {
  readonly day: string;
  readonly skuId: SkuId;
  readonly before: string;
  readonly after: string;
};

/** The entries of a span that change units, with the units as kept (JSON). */
export async function unitChanges(tenantId: TenantId, store: Store, span: Span): Promise<readonly Bought[]> {
  const { rows } = await sql<Bought>`select substr(at, 1, 10) as day, sku_id, "before", "after" from entry
    where tenant_id = ${tenantId} and sequence between ${span.first} and ${span.last} and kind = 'units-changed'
      and sku_id is not null and "before" is not null and "after" is not null
    order by sequence`.execute(store.db);
  return rows;
}
