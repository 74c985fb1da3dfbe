import { useEffect } from 'react';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useTenant, useTenants } from '../../session.ts';
import { usePreference } from '../preference.ts';

/** The tenant that links of the rail lead to: the one of the address, else the last one looked at, else the first. */
export function useCurrentTenant(): Tenant | undefined {
  const shown = useTenant();
  const tenants = useTenants();
  const [last, setLast] = usePreference<string>('tenant', (kept) => kept ?? '');
  const id = shown?.id;
  useEffect(() => {
    if (id !== undefined && id !== last) setLast(id);
  }, [id, last, setLast]);
  return shown ?? tenants?.find((tenant) => tenant.id === last) ?? tenants?.[0];
}
