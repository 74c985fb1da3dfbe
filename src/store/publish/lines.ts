import { sql } from 'kysely';
import { opening, type Change } from '../../domain/ledger.ts';
import { classOf } from '../../domain/products.ts';
import { reconcile, statusOf, type Evidence, type SeatCount } from '../../domain/reconcile.ts';
import type { DeletedUser, Sku, SkuId, Subscription, TenantId, User } from '../../domain/records.ts';
import type { Database } from '../engines/engine.ts';
import type { Store } from '../open.ts';
import { deletedUserCodec, skuCodec, subscriptionCodec } from '../rows.ts';
import type { ResourceStates, Run } from '../runs.ts';
import type { BalanceRow } from '../tables.ts';
import { currentThings } from './things.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Publishes the balance line of every SKU that is listed or held: a new version where it differs.
 * Gives back the entries that open the SKUs, when their units or their seats were read for the first time.
 */
export async function publishLines(
  run: Run,
  store: Store,
  resources: ResourceStates,
): Promise<readonly Change[]> {
  const facts = await gather(run, store, resources);
  const held = [...facts.seats.values()].filter((count) => count.seats > 0).map((count) => count.skuId);
  const skuIds = [...new Set([...facts.skus.keys(), ...held] as SkuId[])].sort();
  const lines = skuIds.map((skuId) => lineOf(skuId, run, facts));
  await replaceLines(run, store, lines);
  return openings(run, facts, lines);
}

type Facts = {
  readonly resources: ResourceStates;
  readonly skus: ReadonlyMap<string, Sku>;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly seats: ReadonlyMap<SkuId, SeatCount>;
  readonly recentlyDeleted: readonly DeletedUser[];
};

type Line = Omit<BalanceRow, 'openedIn' | 'closedIn'>;

async function gather(run: Run, store: Store, resources: ResourceStates): Promise<Facts> {
  const { tenantId } = run;
  const dayAgo = new Date(run.startedAt.getTime() - dayMs).toISOString();
  const deleted = await currentThings(tenantId, store.db, 'deletedUser', deletedUserCodec);
  return {
    resources,
    skus: await currentThings(tenantId, store.db, 'sku', skuCodec),
    subscriptions: await currentThings(tenantId, store.db, 'subscription', subscriptionCodec),
    seats: await countSeats(tenantId, store.db),
    recentlyDeleted: [...deleted.values()].filter(
      (user) => user.deletedAt !== null && user.deletedAt >= dayAgo,
    ),
  };
}

function lineOf(skuId: SkuId, run: Run, facts: Facts): Line {
  const sku = facts.skus.get(skuId) ?? null;
  const { resources } = facts;
  const purchases = [...facts.subscriptions.values()].filter((subscription) => subscription.skuId === skuId);
  const skuClass = classOf({ id: skuId, appliesTo: sku?.appliesTo ?? null }, purchases, sku !== null);
  const count = facts.seats.get(skuId);
  const counted = resources.users.readAt === null ? null : (count?.seats ?? 0);
  const evidence: Evidence = {
    class: skuClass,
    sku,
    subscriptions: resources.subscriptions.readAt === null ? null : facts.subscriptions,
    counted,
    withoutState: count?.withoutState ?? 0,
    pending: count?.pending ?? 0,
    recentlyDeleted: facts.recentlyDeleted.filter((user) => user.skuIds.includes(skuId)).length,
    skusReadAt: resources.skus.readAt,
    usersReadAt: resources.users.readAt,
    readApart: resources.skus.readIn !== resources.users.readIn,
  };
  const checks = reconcile(evidence);
  return {
    tenantId: run.tenantId,
    skuId,
    skuPartNumber: sku?.partNumber ?? null,
    class: skuClass,
    appliesTo: sku?.appliesTo ?? null,
    capabilityStatus: sku?.capabilityStatus ?? null,
    enabled: sku?.enabled ?? null,
    warning: sku?.warning ?? null,
    suspended: sku?.suspended ?? null,
    lockedOut: sku?.lockedOut ?? null,
    consumed: sku?.consumed ?? null,
    counted,
    status: statusOf(skuClass, checks),
    checks: JSON.stringify(checks),
  };
}

async function replaceLines(run: Run, store: Store, lines: readonly Line[]): Promise<void> {
  const current = await store.db
    .selectFrom('balance')
    .selectAll()
    .where('tenantId', '=', run.tenantId)
    .where('closedIn', 'is', null)
    .execute();
  const before = new Map(current.map((row) => [row.skuId, row]));
  const now = new Map(lines.map((line) => [line.skuId, line]));
  const closed = current.filter((row) => !sameLine(row, now.get(row.skuId)));
  const opened = lines.filter((line) => !sameLine(before.get(line.skuId), line));
  for (const { skuId } of closed) {
    await store.db
      .updateTable('balance')
      .set({ closedIn: run.generation })
      .where('tenantId', '=', run.tenantId)
      .where('skuId', '=', skuId)
      .where('closedIn', 'is', null)
      .execute();
  }
  const first = opened[0];
  if (!first) return;
  const names = Object.keys(first) as (keyof Line)[];
  await store.engine.insertMany(
    store.db,
    'balance',
    [...names, 'openedIn', 'closedIn'],
    opened.map((line) => [...names.map((name) => line[name]), run.generation, null]),
  );
}

function sameLine(before: BalanceRow | undefined, now: Line | undefined): boolean {
  if (!before || !now) return false;
  return (Object.keys(now) as (keyof Line)[]).every((name) => before[name] === now[name]);
}

function openings(run: Run, facts: Facts, lines: readonly Line[]): readonly Change[] {
  const { skus, users } = facts.resources;
  const opensSkus = skus.openedIn === run.generation;
  const opensUsers = users.openedIn === run.generation;
  if (!opensSkus && !opensUsers) return [];
  return lines.map((line) => {
    const skuId = line.skuId as SkuId;
    return opening(
      skuId,
      opensSkus ? (facts.skus.get(skuId) ?? null) : null,
      opensUsers ? line.counted : null,
    );
  });
}

async function countSeats(tenantId: TenantId, database: Database): Promise<ReadonlyMap<SkuId, SeatCount>> {
  const held = await sql<{ skuId: SkuId; count: number }>`select sku_id, count(*) as count from seat
    where tenant_id = ${tenantId} and closed_in is null group by sku_id`.execute(database);
  const bare = await sql<{ skuId: SkuId; count: number }>`select sku_id, count(*) as count from seat
    where tenant_id = ${tenantId} and closed_in is null and sources = '[]' group by sku_id`.execute(database);
  const withoutState = new Map(bare.rows.map((row) => [row.skuId, row.count]));
  const pending = await countPending(tenantId, database);
  const skuIds = new Set([...held.rows.map((row) => row.skuId), ...pending.keys()]);
  const seats = new Map(held.rows.map((row) => [row.skuId, row.count]));
  return new Map(
    [...skuIds].map((skuId) => [
      skuId,
      {
        skuId,
        seats: seats.get(skuId) ?? 0,
        withoutState: withoutState.get(skuId) ?? 0,
        pending: pending.get(skuId) ?? 0,
      },
    ]),
  );
}

/** Active assignments without a seat, by SKU: a user counts once for each. */
async function countPending(tenantId: TenantId, database: Database): Promise<ReadonlyMap<SkuId, number>> {
  const rows = await database
    .selectFrom('user')
    .select('waiting')
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where('waiting', '<>', '[]')
    .execute();
  const counts = new Map<SkuId, number>();
  for (const { waiting } of rows) {
    const pending = (JSON.parse(waiting) as User['waiting']).filter(({ error }) => error === null);
    for (const skuId of new Set(pending.map((one) => one.skuId))) {
      counts.set(skuId, (counts.get(skuId) ?? 0) + 1);
    }
  }
  return counts;
}
