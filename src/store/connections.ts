import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { ConnectionRow, TenantRow } from './tables.ts';

/** A tenant with the connection to it. */
export type ConnectedTenant = {
  readonly tenant: TenantRow & { readonly tenantId: TenantId };
  readonly connection: ConnectionRow;
};

/** All connected tenants by name, then by id. */
export async function connectedTenants(store: Store): Promise<readonly ConnectedTenant[]> {
  const tenants = await store.db.selectFrom('tenant').selectAll().execute();
  const connections = await store.db.selectFrom('connection').selectAll().execute();
  const byTenant = new Map(connections.map((connection) => [connection.tenantId, connection]));
  const collator = new Intl.Collator('und');
  return tenants
    .flatMap((tenant) => {
      const connection = byTenant.get(tenant.tenantId);
      return connection ? [{ tenant: { ...tenant, tenantId: tenant.tenantId as TenantId }, connection }] : [];
    })
    .sort(
      (a, b) =>
        collator.compare(nameOf(a.tenant), nameOf(b.tenant)) ||
        (a.tenant.tenantId < b.tenant.tenantId ? -1 : 1),
    );
}

/** How a tenant is called: the name given, else Microsoft's, else its domain, else its id. */
export function nameOf(tenant: Pick<TenantRow, 'name' | 'displayName' | 'domain' | 'tenantId'>): string {
  return tenant.name ?? tenant.displayName ?? tenant.domain ?? tenant.tenantId;
}

/** What `connect` found out about a tenant. */
export type NewConnection = Omit<ConnectionRow, 'changedAt'> &
  Pick<TenantRow, 'name' | 'displayName' | 'domain' | 'countryCode' | 'tenantType'>;

/** Keeps a tenant and its connection, or replaces the connection of one that is known. */
export async function keepConnection(tenantId: TenantId, store: Store, found: NewConnection): Promise<void> {
  const now = store.now().toISOString();
  const { name, displayName, domain, countryCode, tenantType, ...connection } = found;
  const about = { displayName, domain, countryCode, tenantType };
  await store.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('tenant')
      .values({
        tenantId,
        name,
        ...about,
        addedAt: now,
        paused: 0,
        refusedReason: null,
        epoch: 0,
        generation: 0,
        nextOrdinal: 1,
        appCredentials: null,
      })
      .onConflict((conflict) =>
        conflict
          .column('tenantId')
          .doUpdateSet({ ...about, refusedReason: null, ...(name === null ? {} : { name }) }),
      )
      .execute();
    const row = { ...connection, changedAt: now };
    await transaction
      .insertInto('connection')
      .values(row)
      .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(row))
      .execute();
  });
}

/** Pauses or resumes the schedule of a tenant. */
export async function setPaused(tenantId: TenantId, store: Store, paused: boolean): Promise<void> {
  await store.db
    .updateTable('tenant')
    .set({ paused: paused ? 1 : 0 })
    .where('tenantId', '=', tenantId)
    .execute();
}

/** Gives a tenant the name to show; null for Microsoft's. */
export async function setName(tenantId: TenantId, store: Store, name: string | null): Promise<void> {
  await store.db.updateTable('tenant').set({ name }).where('tenantId', '=', tenantId).execute();
}

/** Notes why Microsoft refuses a tenant, until a run of it is published. */
export async function noteRefusal(tenantId: TenantId, store: Store, reason: string): Promise<void> {
  await store.db
    .updateTable('tenant')
    .set({ refusedReason: reason })
    .where('tenantId', '=', tenantId)
    .execute();
}

/** Notes when the credential in use ends, as far as the directory says. */
export async function noteCredentialEnd(tenantId: TenantId, store: Store, endsAt: string): Promise<void> {
  await store.db
    .updateTable('connection')
    .set({ credentialEndsAt: endsAt })
    .where('tenantId', '=', tenantId)
    .where((row) => row.or([row('credentialEndsAt', 'is', null), row('credentialEndsAt', '<>', endsAt)]))
    .execute();
}

/** Removes a tenant with everything that was kept of it, the ledger too. */
export async function removeTenant(tenantId: TenantId, store: Store): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    for (const table of tablesOfTenant) {
      await transaction.deleteFrom(table).where('tenantId', '=', tenantId).execute();
    }
  });
}

const tablesOfTenant = [
  'stageEntry',
  'stageSeat',
  'stageUser',
  'entry',
  'finding',
  'balance',
  'seat',
  'user',
  'deletedUser',
  'licenseGroup',
  'subscription',
  'sku',
  'hold',
  'run',
  'connection',
  'tenant',
] as const;
