import type { TenantId } from '../../domain/records.ts';
import { GraphError } from '../../graph/errors.ts';
import type { Graph } from '../../graph/graph.ts';
import type { ConnectContext } from '../step.ts';
import type { TenantFacts } from './identity.ts';

/** How many users the tenant has, or null where Microsoft Graph does not count them. */
export async function countUsers(graph: Graph): Promise<number | null> {
  try {
    return await graph.count('/users/$count');
  } catch (error) {
    if (error instanceof GraphError) return null;
    throw error;
  }
}

/** Shows the tenant back, so that a person sees whether it is the one meant and not, say, the partner's own. */
export function showTenant(
  tenant: { readonly tenantId: TenantId; readonly facts: TenantFacts; readonly userCount: number | null },
  roles: readonly string[] | null,
  { report }: Pick<ConnectContext, 'report'>,
): void {
  const { facts, userCount } = tenant;
  if (facts.premium === false && roles?.includes('AuditLog.Read.All')) {
    const message =
      'The tenant has no Entra ID P1: the last sign-in is not available, although it may be read.';
    report({ step: 'summary', result: 'note', code: 'B-CL-08', message });
  }
  const parts = [
    `id ${tenant.tenantId}`,
    facts.domains.length === 0 ? [] : `domains ${shortened(facts.domains)}`,
    facts.countryCode === null ? [] : `country ${facts.countryCode}`,
    userCount === null ? [] : `${userCount.toLocaleString('en-US')} users`,
  ].flat();
  const message = `This is ${facts.displayName ?? 'a tenant without a name'}: ${parts.join(', ')}.`;
  report({ step: 'summary', result: 'ok', code: 'B-TI-12', message });
}

/** Three domains at most, the default one among them by the order of Microsoft's list. */
function shortened(domains: readonly string[]): string {
  const more = domains.length - 3;
  return domains.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
