import type { Codec } from '../rows.ts';
import { deletedUserCodec, groupCodec, skuCodec, subscriptionCodec } from '../rows.ts';
import { changesOfGroup, changesOfSku, changesOfSubscription, type Change } from '../../domain/ledger.ts';
import type { TenantId } from '../../domain/records.ts';
import type { Database } from '../engines/engine.ts';
import type { Store } from '../open.ts';
import type { Run } from '../runs.ts';
import type { Publication, Reading } from './publication.ts';

/** The tables of the small things, of which a tenant has hundreds at most. */
export type ThingTable = 'sku' | 'subscription' | 'licenseGroup' | 'deletedUser';

/**
 * Publishes SKUs, purchases, groups and deleted users: new versions for what differs, the old ones closed.
 * Gives back what changed; the first read of a resource is its opening and changes nothing.
 */
export async function publishThings(
  run: Run,
  store: Store,
  publication: Publication,
): Promise<readonly Change[]> {
  const { skus, subscriptions, groups, deletedUsers } = publication;
  const before = run.resources;
  return [
    ...(await publishKind(
      run,
      store,
      'sku',
      skuCodec,
      skus,
      before.skus.state === 'never' ? null : changesOfSku,
    )),
    ...(await publishKind(
      run,
      store,
      'subscription',
      subscriptionCodec,
      subscriptions,
      before.subscriptions.state === 'never' ? null : changesOfSubscription,
    )),
    ...(await publishKind(
      run,
      store,
      'licenseGroup',
      groupCodec,
      groups,
      before.groups.state === 'never' ? null : changesOfGroup,
    )),
    ...(await publishKind(run, store, 'deletedUser', deletedUserCodec, deletedUsers, null)),
  ];
}

/** Publishes what the tenant says of itself and of the app; written only where it differs. */
export async function publishTenant(
  run: Run,
  transaction: Database,
  publication: Publication,
): Promise<void> {
  const { organization, application } = publication;
  const current = await transaction
    .selectFrom('tenant')
    .select(['displayName', 'domain', 'countryCode', 'tenantType', 'appCredentials'])
    .where('tenantId', '=', run.tenantId)
    .executeTakeFirstOrThrow();
  const now = { ...current };
  if (organization.state === 'read') {
    now.displayName = organization.value.displayName ?? current.displayName;
    now.domain = organization.value.defaultDomain ?? current.domain;
    now.countryCode = organization.value.countryCode;
    now.tenantType = organization.value.tenantType;
  }
  if (application.state === 'read') now.appCredentials = JSON.stringify(application.value);
  if (JSON.stringify(now) === JSON.stringify(current)) return;
  await transaction.updateTable('tenant').set(now).where('tenantId', '=', run.tenantId).execute();
}

/** The present version of the things of one kind, by id. */
export async function currentThings<Thing extends { readonly id: string }, Columns>(
  tenantId: TenantId,
  database: Database,
  table: ThingTable,
  codec: Codec<Thing, Columns>,
): Promise<ReadonlyMap<string, Thing>> {
  const rows = await database
    .selectFrom(table)
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .orderBy('id')
    .execute();
  // The codec belongs to the table: both are named together by every caller.
  return new Map(rows.map((row) => [row.id, codec.from(row as unknown as Columns & { id: string })]));
}

async function publishKind<Thing extends { readonly id: string }, Columns extends object>(
  run: Run,
  store: Store,
  table: ThingTable,
  codec: Codec<Thing, Columns>,
  reading: Reading<readonly Thing[]>,
  changesOf: ((before: Thing | null, now: Thing | null) => readonly Change[]) | null,
): Promise<readonly Change[]> {
  if (reading.state === 'kept') return [];
  const before = await currentThings(run.tenantId, store.db, table, codec);
  const now = new Map(reading.value.map((thing) => [thing.id, thing]));
  const opened = [...now.values()].filter((thing) => !same(codec, before.get(thing.id), thing));
  const closed = [...before.values()].filter((thing) => !same(codec, thing, now.get(thing.id)));
  if (closed.length > 0) await close(run, store.db, table, closed);
  const columns = (thing: Thing) => ({ ...codec.columns(thing), id: thing.id });
  const names = ['tenantId', 'openedIn', 'closedIn', ...Object.keys(opened[0] ? columns(opened[0]) : {})];
  const rows = opened.map((thing) => {
    const row: Record<string, unknown> = {
      tenantId: run.tenantId,
      openedIn: run.generation,
      closedIn: null,
      ...columns(thing),
    };
    return names.map((name) => row[name] as string | number | null);
  });
  await store.engine.insertMany(store.db, table, names as never, rows);
  if (!changesOf) return [];
  const touched = new Set([...closed, ...opened].map((thing) => thing.id));
  return [...touched].sort().flatMap((id) => changesOf(before.get(id) ?? null, now.get(id) ?? null));
}

function same<Thing extends { readonly id: string }, Columns>(
  codec: Codec<Thing, Columns>,
  a: Thing | undefined,
  b: Thing | undefined,
): boolean {
  if (!a || !b) return a === b;
  return JSON.stringify(sorted(codec.columns(a))) === JSON.stringify(sorted(codec.columns(b)));
}

function sorted(columns: unknown): [string, unknown][] {
  return Object.entries(columns as object).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function close(
  run: Run,
  transaction: Database,
  table: ThingTable,
  things: readonly { readonly id: string }[],
): Promise<void> {
  for (let start = 0; start < things.length; start += 500) {
    await transaction
      .updateTable(table)
      .set({ closedIn: run.generation })
      .where('tenantId', '=', run.tenantId)
      .where('closedIn', 'is', null)
      .where(
        'id',
        'in',
        things.slice(start, start + 500).map((thing) => thing.id),
      )
      .execute();
  }
}
