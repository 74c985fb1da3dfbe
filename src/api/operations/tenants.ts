import type { ResourceStates } from '../../store/runs.ts';
import {
  nameOf,
  removeTenant as forget,
  setName,
  setPaused,
  type ConnectedTenant,
} from '../../store/connections.ts';
import { lockForWriting } from '../../store/open.ts';
import { generationAt } from '../../store/read-balance.ts';
import type { CloudName, Tenant } from '../contract/tenants.ts';
import type { TenantChange } from '../writer.ts';
import { asOf } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed, tenantsNamed } from './find.ts';
import { newestRun } from './runs.ts';

/** The connected tenants by name. */
export async function tenants(context: OperationsContext): Promise<readonly Tenant[]> {
  const all = await tenantsNamed(context, undefined);
  return Promise.all(all.map((connected) => tenantAnswer(context, connected)));
}

/** One tenant. */
export async function tenant(context: OperationsContext, text: string): Promise<Tenant> {
  return tenantAnswer(context, await tenantNamed(context, text));
}

/** Removes a tenant and everything kept of it; answers with the tenant as it was. */
export async function removeTenant(context: OperationsContext, text: string): Promise<Tenant> {
  lockForWriting(context.store);
  const connected = await tenantNamed(context, text);
  const answer = await tenantAnswer(context, connected);
  await forget(connected.tenant.tenantId, context.store);
  return answer;
}

/** Stops or resumes the scheduled collection of a tenant, or gives it another name. */
export async function changeTenant(
  context: OperationsContext,
  text: string,
  { paused, name }: TenantChange,
): Promise<Tenant> {
  lockForWriting(context.store);
  const { tenant } = await tenantNamed(context, text);
  if (paused !== undefined) await setPaused(tenant.tenantId, context.store, paused);
  if (name !== undefined) await setName(tenant.tenantId, context.store, name?.trim() || null);
  return tenantAnswer(context, await tenantNamed(context, tenant.tenantId));
}

/** A tenant as it is shown. */
export async function tenantAnswer(context: OperationsContext, connected: ConnectedTenant): Promise<Tenant> {
  const { tenant, connection } = connected;
  const generation = await generationAt(tenant.tenantId, context.store);
  const newest = await newestRun(context, tenant.tenantId);
  return {
    id: tenant.tenantId,
    name: nameOf(tenant),
    domain: tenant.domain,
    clientId: connection.clientId,
    // Written by `connect`, which takes no other name.
    cloud: connection.cloud as CloudName,
    credential: { kind: connection.credentialKind, endsAt: connection.credentialEndsAt },
    state: tenant.paused === 1 ? 'paused' : tenant.refusedReason === null ? 'active' : 'refused',
    lastRun: newest?.startedAt ?? null,
    asOf: generation && asOf(generation),
    users: generation && usersIn(generation.resources),
    ...(tenant.refusedReason === null ? {} : { reason: tenant.refusedReason }),
  };
}

function usersIn({ users }: ResourceStates): number | null {
  return users.readAt === null ? null : users.rows;
}
