import {
  Building20Regular,
  Keyboard20Regular,
  Person20Regular,
  Play20Regular,
  Tag20Regular,
} from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { Person } from '../../../src/api/contract/people.ts';
import type { Run } from '../../../src/api/contract/runs.ts';
import { Problem, call, refresh, useApi } from '../../api.ts';
import { hasPage } from '../../pages.ts';
import { useMay, useTenant, useTenants } from '../../session.ts';
import { useWords } from '../../words/words.tsx';
import { announce } from '../announce.tsx';
import { type Pick, fits } from '../pick-list.tsx';
import { usePlaces } from './places.tsx';
import { useGoToTenant } from './tenant-picker.tsx';

/** How many of a kind are offered. */
const most = 6;

/** What fits a search, kind by kind; people are asked for from two letters on. */
export function usePalettePicks(search: string, onKeys: () => void): readonly Pick[] {
  const places = usePlacePicks(search);
  const tenants = useTenantPicks(search);
  const products = useProductPicks(search);
  const people = usePeoplePicks(useDeferredValue(search.trim()));
  const actions = useActionPicks(search, onKeys);
  return [...places, ...tenants, ...products, ...people, ...actions];
}

function usePlacePicks(search: string): readonly Pick[] {
  const { t } = useWords();
  const { history } = useRouter();
  return usePlaces()
    .filter(({ title }) => fits(search, t(title)))
    .map(({ name, title, icon, path, key }) => ({
      id: `place ${name}`,
      group: t('shell.places'),
      label: t(title),
      hint: `g ${key}`,
      icon,
      onPick: () => history.push(path),
    }));
}

function useTenantPicks(search: string): readonly Pick[] {
  const { t } = useWords();
  const go = useGoToTenant();
  return (useTenants() ?? [])
    .filter(({ name, domain, id }) => fits(search, name, domain, id))
    .slice(0, most)
    .map((tenant) => ({
      id: `tenant ${tenant.id}`,
      group: t('shell.tenants'),
      label: tenant.name,
      ...(tenant.domain === null ? {} : { hint: tenant.domain }),
      icon: <Building20Regular />,
      onPick: () => go(tenant),
    }));
}

function useProductPicks(search: string): readonly Pick[] {
  const { t } = useWords();
  const { history } = useRouter();
  const tenant = useTenant();
  const path = tenant === undefined ? '/balance' : `/tenants/${tenant.id}/balance`;
  const lines = useApi<Page<BalanceLine>>(search.trim() === '' ? null : path).data?.items ?? [];
  return lines
    .filter(({ productName, skuPartNumber, skuId }) => fits(search, productName, skuPartNumber, skuId))
    .slice(0, most)
    .map(({ tenantId, tenantName, skuId, skuPartNumber, productName }) => ({
      id: `product ${tenantId} ${skuId}`,
      group: t('shell.products'),
      label: productName,
      hint: tenant === undefined ? tenantName : (skuPartNumber ?? ''),
      icon: <Tag20Regular />,
      onPick: () => history.push(`/t/${tenantId}/skus/${skuId}`),
    }));
}

function usePeoplePicks(search: string): readonly Pick[] {
  const { t } = useWords();
  const { history } = useRouter();
  const tenant = useTenant();
  const path = tenant === undefined ? '/users' : `/tenants/${tenant.id}/users`;
  const asked = hasPage('people') && search.length >= 2;
  const people = useApi<Page<Person>>(asked ? path : null, { search, limit: most }).data?.items ?? [];
  return (asked ? people : []).map(({ tenantId, id, displayName, userPrincipalName }) => ({
    id: `person ${tenantId} ${id}`,
    group: t('people.title'),
    label: displayName ?? userPrincipalName ?? id,
    hint: userPrincipalName ?? '',
    icon: <Person20Regular />,
    onPick: () => history.push(`/t/${tenantId}/people?person=${encodeURIComponent(id)}`),
  }));
}

function useActionPicks(search: string, onKeys: () => void): readonly Pick[] {
  const { t } = useWords();
  const { history } = useRouter();
  const client = useQueryClient();
  const tenant = useTenant();
  const mayCollect = useMay('collect');
  const mayConnect = useMay('manage-tenants');
  const collect = async (id: string) => {
    const run = await call<Run>(`/tenants/${id}/runs`, { method: 'POST' });
    await refresh(client, [`/tenants/${id}/runs`, '/runs']);
    if (hasPage('run')) history.push(`/t/${id}/runs/${run.id}`);
    else announce(t('shell.collecting'));
  };
  const all: Pick[] = [
    { id: 'keys', label: t('keys.title'), hint: '?', icon: <Keyboard20Regular />, onPick: onKeys },
  ];
  if (tenant !== undefined && mayCollect) {
    all.push({
      id: 'collect',
      label: t('shell.collectTenant', { tenant: tenant.name }),
      icon: <Play20Regular />,
      onPick: () => {
        collect(tenant.id).catch((error: unknown) => announce(error instanceof Problem ? error.message : ''));
      },
    });
  }
  if (mayConnect && hasPage('connect')) {
    all.push({
      id: 'connect',
      label: t('connect.title'),
      icon: <Building20Regular />,
      onPick: () => history.push('/connect'),
    });
  }
  return all
    .filter(({ label }) => fits(search, label))
    .map((pick) => ({ ...pick, group: t('shell.actions') }));
}
