import type { Entry } from '../../api/contract/ledger.ts';
import type { CollectAnswer, Run } from '../../api/contract/runs.ts';
import type { Tenant } from '../../api/contract/tenants.ts';
import { contosoId, lastRead } from './constants.ts';
import { ana } from './people-data.ts';

/** A tenant in good order, its secret soon to end. */
export const contoso: Tenant = {
  id: contosoId,
  name: 'Contoso',
  domain: 'contoso.com',
  clientId: '22222222-aaaa-4bbb-8ccc-000000000002',
  cloud: 'global',
  credential: { kind: 'secret', endsAt: '2026-12-04T00:00:00.000Z' },
  state: 'active',
  lastRun: lastRead,
  asOf: lastRead,
  users: 1610,
};

/** A published run, with what is given in place of its fields. */
export function run(changes: Partial<Run>): Run {
  return {
    tenantId: contosoId,
    id: 'run-1',
    state: 'published',
    startedAt: '2026-11-24T06:11:20.000Z',
    endedAt: '2026-11-24T06:12:00.000Z',
    requests: 21,
    throttled: 0,
    ...changes,
  };
}

/** A collection in which nothing changed, with what is given in place of its fields. */
export function collectAnswer(changes: Partial<CollectAnswer>): CollectAnswer {
  return {
    tenantId: contosoId,
    tenantName: 'Contoso',
    run: run({}),
    outcome: 'published',
    reason: null,
    opening: false,
    users: { total: 1610, added: 0, removed: 0, changed: 0 },
    seats: 1865,
    skus: [],
    entries: 0,
    ...changes,
  };
}

/** An opening, a seat assigned, a purchase. */
export const entries: readonly Entry[] = [
  {
    tenantId: contosoId,
    sequence: 1,
    at: lastRead,
    runId: 'run-1',
    kind: 'opened',
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    before: null,
    after: { enabled: 300, warning: 20, suspended: 0, consumed: 311, seats: 311 },
  },
  {
    tenantId: contosoId,
    sequence: 2,
    at: lastRead,
    runId: 'run-2',
    kind: 'seat-assigned',
    userId: ana.id,
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    before: null,
    after: {
      sources: [{ kind: 'direct' }, { kind: 'group', groupId: '9f1b0a2c-0000-4000-8000-000000000001' }],
      state: 'active',
      error: null,
      disabledPlans: [],
    },
  },
  {
    tenantId: contosoId,
    sequence: 3,
    at: lastRead,
    runId: 'run-2',
    kind: 'units-changed',
    skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    before: { enabled: 1490, lockedOut: null },
    after: { enabled: 1500, lockedOut: 0 },
  },
];

/** A tenant with a long name that Microsoft refuses. */
export const fabrikam: Tenant = {
  ...contoso,
  id: '33333333-aaaa-4bbb-8ccc-000000000003',
  name: 'Fabrikam Deutschland GmbH & Co. KG',
  domain: 'fabrikam.onmicrosoft.com',
  credential: { kind: 'certificate', endsAt: '2027-12-04T00:00:00.000Z' },
  state: 'refused',
  asOf: null,
  users: null,
  reason: 'The application is disabled in the tenant.',
};
