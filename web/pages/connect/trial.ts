import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem as ProblemBody } from '../../../src/api/contract/problem.ts';
import type { ConnectAnswer, ConnectRequest, StepResult } from '../../../src/api/contract/tenants.ts';
import { Problem, refresh } from '../../api.ts';
import { streamEvents } from '../../events.ts';

/** What connecting has found so far. */
export type Trial = {
  readonly going: boolean;
  readonly results: readonly StepResult[];
  /** How it ended; null before that, and where there is a problem instead. */
  readonly answer: ConnectAnswer | null;
  readonly problem: Problem | null;
};

const untried: Trial = { going: false, results: [], answer: null, problem: null };

/** What the server says while it connects, each under the name of its event. */
type Said = StepResult | ConnectAnswer | ProblemBody;

/** Connects a tenant, and tells of each step as it comes. */
export function useTrial() {
  const [trial, setTrial] = useState(untried);
  const client = useQueryClient();
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const start = useCallback(
    (body: ConnectRequest) => {
      stop.current.abort();
      stop.current = new AbortController();
      const { signal } = stop.current;
      setTrial({ ...untried, going: true });
      const follow = async () => {
        for await (const { data } of streamEvents<Said>('/tenants', { method: 'POST', body, signal })) {
          setTrial((old) => advance(old, data));
        }
        await refresh(client, ['/tenants', '/estate', '/system']);
      };
      follow()
        .catch((error: unknown) => {
          if (error instanceof Problem) setTrial((old) => ({ ...old, problem: error }));
        })
        .finally(() => {
          if (!signal.aborted) setTrial((old) => ({ ...old, going: false }));
        });
    },
    [client],
  );
  return { trial, start };
}

function advance(old: Trial, said: Said): Trial {
  if ('step' in said) return { ...old, results: [...old.results, said] };
  if ('connected' in said) return { ...old, answer: said };
  return { ...old, problem: new Problem(said, said) };
}
