import type { ResourceStates } from '../../store/runs.ts';
import { nameOf, removeTenant as forget, setPaused, type ConnectedTenant } from '../../store/connections.ts';
import { lockForWriting } from '../../store/open.ts';
import { generationAt } from '../../store/read-balance.ts';
import type { CloudName, Tenant } from '../contract/tenants.ts';
import { asOf } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed, tenantsNamed } from './find.ts';
import { newestRun } from './runs.ts';

/** The connected tenants by name. */
export async function tenants(context: OperationsContext): Promise<readonly Tenant[]> {
  const all = await tenantsNamed(context.store, undefined);
  return Promise.all(all.map((connected) => tenantAnswer(context, connected)));
}

/** Removes a tenant and everything kept of it; answers with the tenant as it was. */
export async function removeTenant(context: OperationsContext, text: string): Promise<Tenant> {
  lockForWriting(context.store);
  const connected = await tenantNamed(context.store, text);
  const answer = await tenantAnswer(context, connected);
  await forget(connected.tenant.tenantId, context.store);
  return answer;
}

/** Stops or resumes the scheduled collection of a tenant. */
export async function pauseTenant(
  context: OperationsContext,
  text: string,
  paused: boolean,
): Promise<Tenant> {
  lockForWriting(context.store);
  const { tenant } = await tenantNamed(context.store, text);
  await setPaused(tenant.tenantId, context.store, paused);
  return tenantAnswer(context, await tenantNamed(context.store, tenant.tenantId));
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
