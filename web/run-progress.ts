import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CollectAnswer, RunEvent } from '../src/api/contract/runs.ts';
import { Problem, refresh } from './api.ts';
import { streamEvents } from './events.ts';

/** How far a run has come with one resource. */
export type ResourceProgress = {
  readonly resource: string;
  readonly rows: number;
  readonly of: number | null;
  readonly done: boolean;
  /** Why the rows of an earlier run are kept, where they are. */
  readonly kept: string | null;
};

/** What is known of a run while it goes on. */
export type RunProgress = {
  readonly resources: readonly ResourceProgress[];
  /** Until when Microsoft asked us to wait, and why. */
  readonly waiting: { readonly until: string; readonly why: string } | null;
  readonly outcome: CollectAnswer | null;
  readonly problem: Problem | null;
};

const nothingYet: RunProgress = { resources: [], waiting: null, outcome: null, problem: null };

/** Follows a run live until its outcome, which makes everything about its tenant be read anew; null follows nothing. */
export function useRunProgress(tenant: string, run: string | null): RunProgress {
  const [progress, setProgress] = useState(nothingYet);
  const client = useQueryClient();
  useEffect(() => {
    if (run === null) return;
    const stop = new AbortController();
    setProgress(nothingYet);
    const follow = async () => {
      const path = `/tenants/${encodeURIComponent(tenant)}/runs/${encodeURIComponent(run)}/events`;
      const until = (event: RunEvent) => event.type === 'outcome' || event.type === 'broken';
      for await (const { data } of streamEvents<RunEvent>(path, { signal: stop.signal, until })) {
        setProgress((old) => advance(old, data));
      }
      if (!stop.signal.aborted) await refresh(client, ['/tenants', '/balance', '/estate', '/runs', '/users']);
    };
    follow().catch((error: unknown) => {
      setProgress((old) => ({ ...old, problem: error instanceof Problem ? error : null }));
    });
    return () => stop.abort();
  }, [client, tenant, run]);
  return run === null ? nothingYet : progress;
}

/** What a run's progress is after one more event. */
export function advance(old: RunProgress, event: RunEvent): RunProgress {
  switch (event.type) {
    case 'resource': {
      const { resource, rows, of, done } = event;
      return {
        ...old,
        waiting: null,
        resources: put(old.resources, { resource, rows, of, done, kept: null }),
      };
    }
    case 'kept': {
      const { resource, reason } = event;
      return {
        ...old,
        resources: put(old.resources, { resource, rows: 0, of: null, done: true, kept: reason }),
      };
    }
    case 'waiting':
      return { ...old, waiting: { until: event.until, why: event.why } };
    case 'outcome':
      return { ...old, waiting: null, outcome: event.answer };
    case 'broken':
      return { ...old, waiting: null, problem: new Problem(event.problem, event.problem) };
    case 'tenant':
    case 'run':
      return old;
  }
}

function put(old: readonly ResourceProgress[], next: ResourceProgress): readonly ResourceProgress[] {
  const known = old.some(({ resource }) => resource === next.resource);
  return known ? old.map((each) => (each.resource === next.resource ? next : each)) : [...old, next];
}
