import { useState } from 'react';
import type { Page } from '../../../src/api/contract/list.ts';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import type { Run } from '../../../src/api/contract/runs.ts';
import { call, useApi, useMutate } from '../../api.ts';
import { ageOf } from '../../ui/age.ts';

/** In what state the collection of a tenant is, the most pressing that applies. */
export const collectionStates = [
  'collecting',
  'refused',
  'failed',
  'held',
  'partial',
  'stale',
  'paused',
  'waiting',
  'complete',
] as const;
export type CollectionState = (typeof collectionStates)[number];

export function collectionState(
  { tenant, held, resources }: EstateLine,
  runs: RecentRuns,
  now: Date,
): CollectionState {
  if (runs.isRunning(tenant.id)) return 'collecting';
  if (tenant.state === 'refused') return 'refused';
  if (runs.newest(tenant.id)?.state === 'failed') return 'failed';
  if (held > 0) return 'held';
  if (tenant.state === 'paused') return 'paused';
  if (tenant.asOf === null) return 'waiting';
  if (resources.some(({ state }) => state === 'kept')) return 'partial';
  return ageOf(tenant.asOf, now) === 'stale' ? 'stale' : 'complete';
}

export type RecentRuns = {
  /** The runs that go on, and those that ended while this page was open. */
  readonly followed: readonly Run[];
  readonly isRunning: (tenantId: string) => boolean;
  /** The newest run of a tenant, where it is among the latest of all. */
  readonly newest: (tenantId: string) => Run | undefined;
  /** Follows a run that was begun here, which may end before the list is asked again. */
  readonly follow: (run: Run) => void;
  readonly forget: (run: string) => void;
};

/** The latest runs of all tenants, asked for again and again, because the schedule begins runs too. */
export function useRecentRuns(): RecentRuns {
  const { data } = useApi<Page<Run>>('/runs', { limit: 100 }, { refetchInterval: 5000 });
  const runs = data?.items ?? [];
  const [seen, setSeen] = useState<readonly Run[]>([]);
  const follow = (begun: readonly Run[]) => {
    const more = begun.filter(({ id }) => !seen.some((run) => run.id === id));
    if (more.length > 0) setSeen([...more, ...seen]);
  };
  follow(runs.filter(({ state }) => state === 'running'));
  return {
    followed: seen.map((run) => runs.find(({ id }) => id === run.id) ?? run),
    isRunning: (tenantId) => runs.some((run) => run.tenantId === tenantId && run.state === 'running'),
    newest: (tenantId) => runs.find((run) => run.tenantId === tenantId),
    follow: (run) => follow([run]),
    forget: (run) => setSeen(seen.filter(({ id }) => id !== run)),
  };
}

/** Begins a collection of a tenant. */
export function useCollect(tenantId: string, runs: RecentRuns) {
  return useMutate(async () => {
    const run = await call<Run>(`/tenants/${tenantId}/runs`, { method: 'POST' });
    runs.follow(run);
    return run;
  }, [`/tenants/${tenantId}/runs`, '/runs']);
}
