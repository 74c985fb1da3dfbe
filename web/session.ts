import { useParams } from '@tanstack/react-router';
import type { Me } from '../src/api/contract/access.ts';
import type { Page } from '../src/api/contract/list.ts';
import type { Tenant } from '../src/api/contract/tenants.ts';
import { type Problem, useApi } from './api.ts';

/** What can be allowed, as `Me.rights` names it. */
export type Right = 'read' | 'collect' | 'manage-tenants' | 'manage-tokens' | 'read-system' | 'manage-access';

/** Who is signed in; undefined until that is known. */
export function useMe(): Me | undefined {
  return useApi<Me>('/me').data;
}

/** Whether whoever is signed in may do this, so that what would be refused is not offered. */
export function useMay(right: Right): boolean {
  return useMe()?.rights.includes(right) ?? false;
}

/** Every tenant the caller sees, by name; undefined until they are known. */
export function useTenants(): readonly Tenant[] | undefined {
  return useApi<Page<Tenant>>('/tenants').data?.items;
}

/** Why neither a page nor the rail can know anything: who is asking, or the tenants, could not be read. */
export function useEntryProblem(): { readonly problem: Problem; readonly retry: () => void } | null {
  const answers = [useApi<Me>('/me'), useApi<Page<Tenant>>('/tenants')];
  const failed = answers.find(({ data, error }) => data === undefined && error !== null);
  // Whoever is not signed in is on the way to the sign-in page.
  if (!failed?.error || failed.error.status === 401) return null;
  return { problem: failed.error, retry: () => answers.forEach((answer) => void answer.refetch()) };
}

/** The tenant that the address names by id, domain or name; undefined on pages of no tenant. */
export function useTenant(): Tenant | undefined {
  const named = useParams({ strict: false, select: (params: { readonly tenant?: string }) => params.tenant });
  return useTenants()?.find(({ id, domain, name }) => named === id || named === domain || named === name);
}
