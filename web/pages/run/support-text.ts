import type { RunDetail } from '../../../src/api/contract/runs.ts';
import { runState } from './run-state-pill.tsx';

/** A run as text for whoever helps: ids, times, counts and reasons; nobody's name. In English, as the log is. */
export function supportText({ run, resources }: RunDetail, version: string): string {
  return [
    `Seatledger ${version}`,
    `Run: ${run.id}`,
    `Tenant: ${run.tenantId}`,
    `State: ${runState(run)}`,
    `Started: ${run.startedAt}`,
    `Ended: ${run.endedAt ?? 'not yet'}`,
    `Requests to Microsoft Graph: ${run.requests}, of them throttled: ${run.throttled}`,
    ...(run.reason === undefined ? [] : [`Reason: ${run.reason}`]),
    ...resources.map(
      ({ resource, state, rows, count, readAt, reason }) =>
        `${resource}: ${state}, rows ${rows ?? 'unknown'}, counted by Microsoft ${count ?? 'unknown'}, ` +
        `read ${readAt ?? 'never'}${reason === null ? '' : `, ${reason}`}`,
    ),
    '',
  ].join('\n');
}
