import type { Instant, TenantId, UserId } from '../../domain/records.ts';
import type { ConnectedTenant } from '../../store/connections.ts';
import type { Store } from '../../store/open.ts';
import { generationAt } from '../../store/read-balance.ts';
import { entries as storedEntries, type EntryFilter } from '../../store/read-ledger.ts';
import { userIdsNamed } from '../../store/read-people.ts';
import type { EntryRow } from '../../store/tables.ts';
import type { EntriesRequest, Entry } from '../contract/ledger.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { skusWanted, tenantsNamed } from './find.ts';
import { endOf, startOf } from './moments.ts';

/** The entries of the ledger in their order, tenant by tenant, as a stream. */
export async function* entries(context: OperationsContext, request: EntriesRequest): AsyncGenerator<Entry> {
  for (const [tenantId, filter] of await entriesAsked(context, request)) {
    for await (const page of storedEntries(tenantId, context.store, filter)) yield* page.map(entryOf);
  }
}

/**
 * Which entries of each tenant are asked for, by the names of these; tenants that have nothing of it are left out.
 * @throws Refusal for a tenant, SKU, user or date that there is not
 */
export async function entriesAsked(
  context: OperationsContext,
  request: EntriesRequest,
): Promise<ReadonlyMap<TenantId, EntryFilter>> {
  const { store } = context;
  const tenants = await tenantsNamed(context, request.tenant);
  const when = {
    ...(request.from === undefined ? {} : { from: startOf(request.from) }),
    ...(request.to === undefined ? {} : { to: endOf(request.to) }),
  };
  if (when.to !== undefined) await refuseBeforeAll(tenants, store, when.to, request.to ?? when.to);
  const skus = await skusWanted(tenants, store, await context.products(), request.sku);
  const users = await usersWanted(tenants, store, request.user);
  const asked = new Map<TenantId, EntryFilter>();
  for (const { tenant } of tenants) {
    const skuIds = skus?.get(tenant.tenantId);
    const userIds = users?.get(tenant.tenantId);
    if ((skus && !skuIds) || (users && !userIds)) continue;
    asked.set(tenant.tenantId, { ...when, ...(skuIds ? { skuIds } : {}), ...(userIds ? { userIds } : {}) });
  }
  return asked;
}

/** @throws Refusal when all that is asked for ended before anything was collected. */
async function refuseBeforeAll(
  tenants: readonly ConnectedTenant[],
  store: Store,
  to: Instant,
  text: string,
): Promise<void> {
  for (const { tenant } of tenants) if (await generationAt(tenant.tenantId, store, to)) return;
  throw new Refusal(
    'wrong-input',
    `Nothing was collected by ${text} yet. \`seatledger runs\` shows when the first run was.`,
  );
}

/** An entry as it is shown. */
export function entryOf(row: EntryRow): Entry {
  return {
    tenantId: row.tenantId,
    sequence: row.sequence,
    at: row.at,
    runId: row.runId,
    // The database keeps only kinds of the closed list that the domain writes.
    kind: row.kind as Entry['kind'],
    ...(row.userId === null ? {} : { userId: row.userId }),
    ...(row.skuId === null ? {} : { skuId: row.skuId }),
    before: row.before === null ? null : (JSON.parse(row.before) as unknown),
    after: row.after === null ? null : (JSON.parse(row.after) as unknown),
  };
}

async function usersWanted(
  tenants: readonly ConnectedTenant[],
  store: Store,
  text: string | undefined,
): Promise<ReadonlyMap<TenantId, readonly UserId[]> | null> {
  if (text === undefined) return null;
  const found = new Map<TenantId, readonly UserId[]>();
  for (const { tenant } of tenants) {
    const userIds = await userIdsNamed(tenant.tenantId, store, text.trim());
    if (userIds.length > 0) found.set(tenant.tenantId, userIds);
  }
  if (found.size > 0) return found;
  throw new Refusal(
    'not-found',
    `Nobody was ever called "${text}" here. Give an object id or a principal name.`,
  );
}
