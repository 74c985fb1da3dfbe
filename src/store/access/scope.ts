import type { TenantScope } from '../../domain/access.ts';

/** The tenants that someone sees as the text that is kept. */
export function keptScope(scope: TenantScope): string {
  return scope === 'all' ? scope : JSON.stringify(scope);
}

/** The tenants that a kept text means. */
export function scopeOf(text: string): TenantScope {
  // Only `keptScope` writes it.
  return text === 'all' ? text : (JSON.parse(text) as TenantScope);
}
