import { nameOf } from '../../store/connections.ts';
import { verify as replay } from '../../store/verify.ts';
import type { Verification } from '../contract/ledger.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';

/** Replays the ledger of one tenant or all, and names the first place that does not agree with the published state. */
export async function verify(
  context: OperationsContext,
  request: { readonly tenant?: string },
): Promise<readonly Verification[]> {
  const verifications: Verification[] = [];
  for (const { tenant } of await tenantsNamed(context, request.tenant)) {
    const { difference, ...counts } = await replay(tenant.tenantId, context.store);
    const about = { tenantId: tenant.tenantId, tenantName: nameOf(tenant) };
    verifications.push({ ...about, ...counts, difference: difference && { ...about, ...difference } });
  }
  return verifications;
}
