import type { Role, TenantScope } from '../../../../src/api/contract/access.ts';
import type { Words } from '../../../words/words.tsx';

/** The roles, the one that may least first. */
export const roles = ['viewer', 'admin', 'owner'] as const satisfies readonly Role[];

/** What is wrong with the tenants someone is to see; an owner sees all. */
export function scopeFault(role: Role, tenants: TenantScope, t: Words['t']): string | null {
  return role !== 'owner' && tenants !== 'all' && tenants.length === 0 ? t('settings.tenantsMissing') : null;
}
