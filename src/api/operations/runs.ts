import { resourceNames, type TenantId } from '../../domain/records.ts';
import { countRuns, newestRunOf, runOf, runsAfter, runsOf, type RunPlace } from '../../store/read-runs.ts';
import type { ResourceStates } from '../../store/runs.ts';
import type { RunRow } from '../../store/tables.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Run, RunDetail } from '../contract/runs.ts';
import type { Position } from '../http/cursors.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed, tenantsNamed } from './find.ts';
import type { PageOf, Paging } from './paging.ts';

/** The runs, newest first. */
export async function runs(
  context: OperationsContext,
  request: { readonly tenant?: string },
): Promise<readonly Run[]> {
  const tenants = await tenantsNamed(context, request.tenant);
  const rows = await Promise.all(tenants.map(({ tenant }) => runsOf(tenant.tenantId, context.store)));
  return rows
    .flat()
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0))
    .map(runAnswer);
}

/** A page of the runs of one tenant or all, newest first. */
export async function runsPage(
  context: OperationsContext,
  request: { readonly tenant?: string } & Paging,
): Promise<PageOf<Run>> {
  const { limit, after } = request;
  const tenants = await tenantsNamed(context, request.tenant);
  const tenantIds = tenants.map(({ tenant }) => tenant.tenantId);
  const rows = await runsAfter(tenantIds, context.store, limit + 1, after && placeOf(after));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(runAnswer),
    next: rows.length > limit && last ? [last.startedAt, last.tenantId, last.epoch] : null,
    ...(after ? {} : { total: await countRuns(tenantIds, context.store) }),
  };
}

/** One run with what became of each resource. @throws Refusal when the tenant has no such run. */
export async function run(
  context: OperationsContext,
  request: { readonly tenant: string; readonly id: string },
): Promise<RunDetail> {
  const { tenant } = await tenantNamed(context, request.tenant);
  const row = await runOf(tenant.tenantId, context.store, request.id.trim().toLowerCase());
  if (!row) throw new Refusal('not-found', `There is no run "${request.id}" of this tenant.`);
  return { run: runAnswer(row), resources: resourcesOf(row) };
}

/** The newest run of a tenant; null before the first. */
export async function newestRun({ store }: OperationsContext, tenantId: TenantId): Promise<Run | null> {
  const newest = await newestRunOf(tenantId, store);
  return newest && runAnswer(newest);
}

function placeOf([startedAt, tenantId, epoch]: Position): RunPlace {
  return { startedAt: String(startedAt), tenantId: String(tenantId), epoch: Number(epoch) };
}

function runAnswer(row: RunRow): Run {
  return {
    tenantId: row.tenantId,
    id: row.runId,
    state: row.state,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    requests: row.requests,
    throttled: row.throttled,
    ...(row.partial === 1 ? { partial: true } : {}),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}

/** A run that published nothing has left every resource as the run before it did. */
function resourcesOf(row: RunRow): RunDetail['resources'] {
  const states = JSON.parse(row.resources) as ResourceStates;
  return resourceNames.map((resource) => {
    const { state, readAt, reason, rows, count } = states[resource];
    const kept = row.generation === null && state === 'read';
    return { resource, state: kept ? 'kept' : state, readAt, reason, rows, count };
  });
}
