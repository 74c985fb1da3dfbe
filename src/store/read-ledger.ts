import type { SkuId, TenantId, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { EntryRow } from './tables.ts';

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
  const span = await spanOf(tenantId, store, filter);
  let after: number | null = null;
  for (;;) {
    const rows: readonly EntryRow[] = await entriesIn(tenantId, store, filter, span, 'oldest', batch, after);
    const last = rows.at(-1);
    if (!last) return;
    after = last.sequence;
    yield rows;
  }
}

/** In which order entries come. */
export type EntryOrder = 'oldest' | 'newest';

/** Up to so many entries of a tenant, from the first or after a sequence, whichever end is first. */
export async function entriesAfter(
  tenantId: TenantId,
  store: Store,
  filter: EntryFilter,
  order: EntryOrder,
  limit: number,
  after: number | null,
): Promise<readonly EntryRow[]> {
  return entriesIn(tenantId, store, filter, await spanOf(tenantId, store, filter), order, limit, after);
}

/** How many entries there are of these. */
export async function countEntries(tenantId: TenantId, store: Store, filter: EntryFilter): Promise<number> {
  const span = await spanOf(tenantId, store, filter);
  // Sequences have no gaps.
  if (!filter.skuIds && !filter.userIds) return span.last < span.first ? 0 : span.last - span.first + 1;
  const { count } = await asked(tenantId, store, filter, span)
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The sequences of the first and the last entry of a span of time; the last before the first where there is none. */
export type Span = { readonly first: number; readonly last: number };

/** Where a span of time lies in the ledger, the whole of it without one: sequences and times ascend together. */
export async function spanOf(
  tenantId: TenantId,
  store: Store,
  { from, to }: Pick<EntryFilter, 'from' | 'to'>,
): Promise<Span> {
  const ledger = store.db.selectFrom('entry').select('sequence').where('tenantId', '=', tenantId).limit(1);
  const first =
    from === undefined
      ? { sequence: 1 }
      : await ledger.where('at', '>=', from).orderBy('at').orderBy('sequence').executeTakeFirst();
  const last =
    to === undefined
      ? await ledger.orderBy('sequence', 'desc').executeTakeFirst()
      : await ledger
          .where('at', '<=', to)
          .orderBy('at', 'desc')
          .orderBy('sequence', 'desc')
          .executeTakeFirst();
  return first && last ? { first: first.sequence, last: last.sequence } : { first: 1, last: 0 };
}

function asked(tenantId: TenantId, store: Store, { skuIds, userIds }: EntryFilter, { first, last }: Span) {
  let query = store.db
    .selectFrom('entry')
    .where('tenantId', '=', tenantId)
    .where('sequence', '>=', first)
    .where('sequence', '<=', last);
  if (skuIds) query = query.where('skuId', 'in', skuIds);
  if (userIds) query = query.where('userId', 'in', userIds);
  return query;
}

function entriesIn(
  tenantId: TenantId,
  store: Store,
  filter: EntryFilter,
  span: Span,
  order: EntryOrder,
  limit: number,
  after: number | null,
): Promise<readonly EntryRow[]> {
  let query = asked(tenantId, store, filter, span).selectAll();
  if (after !== null) query = query.where('sequence', order === 'oldest' ? '>' : '<', after);
  return query
    .orderBy('sequence', order === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

/** The last entry of a tenant written by an instant; null when there is none. */
export async function lastEntryBy(
  tenantId: TenantId,
  store: Store,
  at: string,
): Promise<Pick<EntryRow, 'sequence' | 'at' | 'hash'> | null> {
  const row = await store.db
    .selectFrom('entry')
    .select(['sequence', 'at', 'hash'])
    .where('tenantId', '=', tenantId)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
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
