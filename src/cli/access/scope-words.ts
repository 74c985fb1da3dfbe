import type { TenantScope } from '../../api/contract/access.ts';
import type { Operations } from '../../api/contract/operations.ts';

/** Tenants by their names; asks for these only where some are named. */
export async function scopeWords(
  operations: Pick<Operations, 'tenants'>,
  scopes: readonly TenantScope[],
): Promise<(scope: TenantScope) => string> {
  const limited = scopes.some((scope) => scope !== 'all' && scope.length > 0);
  const names = new Map((limited ? await operations.tenants() : []).map(({ id, name }) => [id, name]));
  return (scope) => {
    if (scope === 'all') return 'all';
    return scope.length === 0 ? 'none' : scope.map((id) => names.get(id) ?? id).join(', ');
  };
}
