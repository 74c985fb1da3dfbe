import type { SkuId, TenantId } from '../../domain/records.ts';
import { generationAt } from '../../store/read-balance.ts';
import { holdsOf } from '../../store/read-holds.ts';
import type { HeldChange } from '../contract/overview.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';
import { productNames } from './product-names.ts';

/** What the guard holds back, of one tenant or all: oldest first. */
export async function heldChanges(
  context: OperationsContext,
  tenant?: string,
): Promise<readonly HeldChange[]> {
  const held: HeldChange[] = [];
  for (const { tenant: one } of await tenantsNamed(context, tenant)) {
    held.push(...(await heldOf(context, one.tenantId)));
  }
  return held;
}

/** What the guard holds back of a tenant, oldest first. */
export async function heldOf(context: OperationsContext, tenantId: TenantId): Promise<readonly HeldChange[]> {
  const holds = await holdsOf(tenantId, context.store);
  const generation = holds.length > 0 ? await generationAt(tenantId, context.store) : null;
  const product = generation && (await productNames(context, generation));
  return holds.map(({ subject, heldAt, before, after, reason }) => ({
    tenantId,
    subject,
    productName: subject === 'users' ? null : (product?.(subject as SkuId).productName ?? null),
    heldAt,
    before,
    after,
    reason,
  }));
}
