import { sql, type RawBuilder } from 'kysely';
import type { Instant, RunId, Sku, SkuId, Subscription, TenantId, User } from '../domain/records.ts';
import type { Check } from '../domain/reconcile.ts';
import { onDisk } from './engines/engine.ts';
import type { Store } from './open.ts';
import { skuCodec, subscriptionCodec } from './rows.ts';
import type { ResourceStates } from './runs.ts';
import type { BalanceRow, Tables } from './tables.ts';

/** A published state of a tenant: everything that is read belongs to one generation. */
export type Generation = {
  readonly tenantId: TenantId;
  readonly number: number;
  readonly runId: RunId;
  readonly publishedAt: Instant;
  readonly resources: ResourceStates;
  /** Hash of the last entry of the ledger when it was published. */
  readonly ledgerHead: string | null;
};

/** A published balance line with its proofs R1 to R3. */
export type Line = Omit<BalanceRow, 'checks' | 'skuId'> & {
  readonly skuId: SkuId;
  readonly checks: readonly Check[];
};

/** The newest generation published at that instant or before (now without one); null when there was none. */
export async function generationAt(
  tenantId: TenantId,
  store: Store,
  at?: Instant,
): Promise<Generation | null> {
  let query = store.db
    .selectFrom('run')
    .select(['generation', 'runId', 'endedAt', 'resources', 'ledgerHead'])
    .where('tenantId', '=', tenantId)
    .where('generation', 'is not', null);
  if (at) query = query.where('endedAt', '<=', at);
  const row = await query.orderBy('generation', 'desc').limit(1).executeTakeFirst();
  if (!row || row.generation === null || row.endedAt === null) return null;
  return {
    tenantId,
    number: row.generation,
    runId: row.runId as RunId,
    publishedAt: row.endedAt as Instant,
    resources: JSON.parse(row.resources) as ResourceStates,
    ledgerHead: row.ledgerHead,
  };
}

/** The balance lines of a generation. */
export async function linesOf(generation: Generation, store: Store): Promise<readonly Line[]> {
  const { rows } = await sql<BalanceRow>`select * from ${holding('balance', generation)}`.execute(store.db);
  return rows.map((row) => ({
    ...row,
    skuId: row.skuId as SkuId,
    checks: JSON.parse(row.checks) as Check[],
  }));
}

/** The SKUs of a generation with their service plans, by id. */
export async function skusOf(generation: Generation, store: Store): Promise<ReadonlyMap<SkuId, Sku>> {
  const { rows } = await sql<Tables['sku']>`select * from ${holding('sku', generation)}`.execute(store.db);
  return new Map(rows.map((row) => [row.id as SkuId, skuCodec.from(row)]));
}

/** The part numbers of the SKUs of a generation, by id. */
export async function partNumbersOf(
  generation: Generation,
  store: Store,
): Promise<ReadonlyMap<SkuId, string | null>> {
  const { rows } = await sql<Pick<Tables['sku'], 'id' | 'partNumber'>>`select id, part_number
    from ${holding('sku', generation)}`.execute(store.db);
  return new Map(rows.map((row) => [row.id as SkuId, row.partNumber]));
}

/** The purchases of a generation. */
export async function subscriptionsOf(
  generation: Generation,
  store: Store,
): Promise<readonly Subscription[]> {
  const { rows } = await sql<
    Tables['subscription']
  >`select * from ${holding('subscription', generation)}`.execute(store.db);
  return rows.map((row) => subscriptionCodec.from(row));
}

/** Seats of a SKU in a generation by the ways they were given. */
export type SourceCounts = { direct: number; group: number; both: number; unknown: number };

/** How the seats of a SKU were given. */
export async function sourcesOf(generation: Generation, store: Store, skuId: SkuId): Promise<SourceCounts> {
  const counts: SourceCounts = { direct: 0, group: 0, both: 0, unknown: 0 };
  for (const { sources, count } of await seatsBySources(generation, store, skuId)) {
    counts[wayOf(sources)] += count;
  }
  return counts;
}

/** The seats of a SKU, counted by their sources as these are kept (JSON). */
export async function seatsBySources(
  { tenantId, number }: Generation,
  store: Store,
  skuId: SkuId,
): Promise<readonly { readonly sources: string; readonly count: number }[]> {
  const held = sql`select sources from seat where tenant_id = ${tenantId} and sku_id = ${skuId} and opened_in <= ${number}`;
  // Two questions and not one with `or`: for each there is an index.
  const { rows } = await sql<{ sources: string; count: number }>`select sources, count(*) as count
    from (${held} and closed_in is null union all ${held} and closed_in > ${number}) as held
    group by sources`.execute(store.db);
  return rows;
}

function wayOf(sources: string): keyof SourceCounts {
  const direct = sources.includes('"direct"');
  const group = sources.includes('"group"');
  if (direct && group) return 'both';
  return direct ? 'direct' : group ? 'group' : 'unknown';
}

/**
 * The versions of a table that hold in a generation: opened by then, and not closed yet. Those that hold still and those
 * that were closed later are asked for apart, since there is an index for each and none for both.
 */
export function holding(
  table: 'balance' | 'sku' | 'subscription' | 'licenseGroup',
  { tenantId, number }: Pick<Generation, 'tenantId' | 'number'>,
): RawBuilder<unknown> {
  const opened = sql`select * from ${sql.table(onDisk(table))} where tenant_id = ${tenantId} and opened_in <= ${number}`;
  return sql`(${opened} and closed_in is null union all ${opened} and closed_in > ${number}) as held`;
}

/** How many assignments in error wait for a seat of a SKU. */
export async function waitingFor(generation: Generation, store: Store, skuId: SkuId): Promise<number> {
  const waiting = (await waitingIn(generation, store)).flat();
  return waiting.filter((one) => one.skuId === skuId && one.error !== null).length;
}

/** What each user waits for who waits for anything. */
export async function waitingIn(
  { tenantId, number }: Generation,
  store: Store,
): Promise<readonly User['waiting'][]> {
  const waiting = sql`select waiting, opened_in from "user" where tenant_id = ${tenantId} and waiting <> '[]'`;
  const { rows } = await sql<{ waiting: string; openedIn: number }>`${waiting} and closed_in is null
    union all ${waiting} and closed_in > ${number}`.execute(store.db);
  // Asked here and not there, where it would lead to another index, of everyone.
  return rows.flatMap((row) => (row.openedIn <= number ? [JSON.parse(row.waiting) as User['waiting']] : []));
}

/** The SKUs that the ledger of a tenant ever named, for looking one up by its part number. */
export async function skuIdsOf(
  tenantId: TenantId,
  store: Store,
): Promise<readonly { skuId: SkuId; partNumber: string | null }[]> {
  const rows = await store.db
    .selectFrom('balance')
    .select(['skuId', 'skuPartNumber'])
    .distinct()
    .where('tenantId', '=', tenantId)
    .execute();
  return rows.map((row) => ({ skuId: row.skuId as SkuId, partNumber: row.skuPartNumber }));
}
