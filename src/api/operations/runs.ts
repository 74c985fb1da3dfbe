import type { TenantId } from '../../domain/records.ts';
import { runsOf } from '../../store/read-ledger.ts';
import type { RunRow } from '../../store/tables.ts';
import type { Run } from '../contract/runs.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';

/** The runs, newest first. */
export async function runs(
  { store }: OperationsContext,
  request: { readonly tenant?: string },
): Promise<readonly Run[]> {
  const tenants = await tenantsNamed(store, request.tenant);
  const rows = await Promise.all(tenants.map(({ tenant }) => runsOf(tenant.tenantId, store)));
  return rows
    .flat()
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0))
    .map(runAnswer);
}

/** The newest run of a tenant; null before the first. */
export async function newestRun({ store }: OperationsContext, tenantId: TenantId): Promise<Run | null> {
  const [newest] = await runsOf(tenantId, store);
  return newest ? runAnswer(newest) : null;
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
