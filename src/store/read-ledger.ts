import type { SkuId, TenantId, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { EntryRow, RunRow } from './tables.ts';

const batch = 1000;

/** Which entries to read; the instants are inclusive. */
export type EntryFilter = {
  readonly skuIds?: readonly SkuId[];
  readonly userIds?: readonly UserId[];
  readonly from?: string;
  readonly to?: string;
};

/** The entries of a tenant in their order, a thousand at a time. */
export async function* entries(
  tenantId: TenantId,
  store: Store,
  filter: EntryFilter = {},
): AsyncGenerator<readonly EntryRow[]> {
  let after = 0;
  for (;;) {
    let query = store.db
      .selectFrom('entry')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where('sequence', '>', after);
    if (filter.skuIds) query = query.where('skuId', 'in', filter.skuIds);
    if (filter.userIds) query = query.where('userId', 'in', filter.userIds);
    if (filter.from) query = query.where('at', '>=', filter.from);
    if (filter.to) query = query.where('at', '<=', filter.to);
    const rows = await query.orderBy('sequence').limit(batch).execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.sequence;
    yield rows;
  }
}

/** The runs of a tenant, newest first. */
export async function runsOf(tenantId: TenantId, store: Store): Promise<readonly RunRow[]> {
  return store.db
    .selectFrom('run')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('epoch', 'desc')
    .execute();
}

/** How many entries of each kind a generation made, by SKU. */
export async function entryCounts(
  tenantId: TenantId,
  store: Store,
  generation: number,
): Promise<readonly { readonly kind: string; readonly skuId: SkuId | null; readonly count: number }[]> {
  const rows = await store.db
    .selectFrom('entry')
    .select(['kind', 'skuId', (expression) => expression.fn.countAll<number>().as('count')])
    .where('tenantId', '=', tenantId)
    .where('generation', '=', generation)
    .groupBy(['kind', 'skuId'])
    .execute();
  return rows.map((row) => ({ ...row, skuId: row.skuId as SkuId | null }));
}
